#include "domain/identity/password_form.hpp"

#include "platform/crypto/password_rules.hpp"

namespace maillage::identity {
namespace {

constexpr std::string_view field = "new_password";
using platform::crypto::PasswordWeakness;

platform::i18n::Key advice(PasswordWeakness weakness) {
    switch (weakness) {
    case PasswordWeakness::not_text: return "identity.password.not_text";
    case PasswordWeakness::too_short: return "identity.password.too_short";
    case PasswordWeakness::too_long: return "identity.password.too_long";
    case PasswordWeakness::guessable: return "identity.password.guessable";
    }
    __builtin_unreachable();
}

}  // namespace

void new_password_field(platform::html::Out& out, const Call& call, std::string_view label,
                        const platform::html::FormState& state) {
    text_field(out, call.words,
               {.name = std::string(field),
                .label = std::string(label),
                .hint = call.words("identity.password.rule"),
                .kind = platform::html::FieldKind::password,
                .required = true,
                .autocomplete = "new-password"},
               state);
}

std::expected<platform::crypto::NewPassword, FormAnswer> new_password(
    Call& call, std::initializer_list<std::string_view> about, platform::html::FormState& state) {
    const std::string_view typed = call.form.fields.get(field);
    std::vector<std::string> words = call.services.guessable_words;
    words.push_back(call.actor.council_slug);
    words.push_back(call.actor.council_name);
    for (const std::string_view word : about) words.emplace_back(word);
    if (const auto weakness = platform::crypto::weakness_of(typed, words)) {
        state.refuse(std::string(field), call.words(advice(*weakness)));
        return std::unexpected(to_be_mended);
    }
    auto hashed = call.services.passwords.hash(typed);
    if (!hashed) {
        state.refuse(std::string(field), call.words("identity.password.busy"));
        return std::unexpected(too_busy);
    }
    return *std::move(hashed);
}

}  // namespace maillage::identity
