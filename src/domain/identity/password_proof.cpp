#include "domain/identity/password_proof.hpp"

#include "domain/identity/account_store.hpp"
#include "domain/identity/failure_store.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
using platform::crypto::PasswordRefusal;

constexpr db::Context application{.reach = db::Context::Reach::system};
constexpr std::string_view field = "password";

}  // namespace

platform::html::Page answered(platform::html::Page page, const FormAnswer& answer) {
    page.status = answer.status;
    if (answer.retry_after.count() > 0)
        page.headers.emplace_back("retry-after", std::to_string(answer.retry_after.count()));
    return page;
}

std::optional<FormAnswer> refused_without_password(Call& call, platform::html::FormState& state) {
    const auto key = own_unwrap_key(call, state);
    return key ? std::nullopt : std::optional(key.error());
}

std::expected<platform::crypto::SecretKey, FormAnswer> own_unwrap_key(Call& call,
                                                                      platform::html::FormState& state) {
    Services& services = call.services;
    const auto own = services.database.transaction(call.actor.context(),
                                                   [&](db::Tx& tx) { return password_of(tx, call.actor); });
    const std::string subject = failure_subject("account", own ? own->email : "");
    const auto to_wait = [&] {
        state.refuse(std::string(field), call.words("identity.sign_in.slow_down"));
        return std::unexpected(too_many);
    };
    const bool slow = services.database.transaction(
        application, [&](db::Tx& tx) { return too_soon(tx, subject, call.now); });
    if (slow) return to_wait();
    const auto judged = [&](bool right) {
        return services.database.transaction(application, [&](db::Tx& tx) {
            if (overtaken(tx, subject, call.now)) return false;
            if (!right) count_failure(tx, subject, call.now);
            return true;
        });
    };
    const auto stored = own ? platform::crypto::parse_password_record(own->record) : std::nullopt;
    PasswordRefusal refused = PasswordRefusal::wrong;
    if (stored) {
        auto recognised = services.passwords.verify(call.form.fields.get(field), *stored);
        if (!recognised)
            refused = recognised.error();
        else if (judged(true))
            return std::move(recognised->unwrap_key);
        else
            return to_wait();
    }
    if (refused == PasswordRefusal::busy) {
        state.refuse(std::string(field), call.words("identity.password.busy"));
        return std::unexpected(too_busy);
    }
    if (!judged(false)) return to_wait();
    state.refuse(std::string(field), call.words("identity.profile.wrong_password"));
    return std::unexpected(to_be_mended);
}

void own_password_field(platform::html::Out& out, const Call& call, const platform::html::FormState& state) {
    text_field(out, call.words,
               {.name = std::string(field),
                .label = call.words("identity.profile.current_password"),
                .kind = platform::html::FieldKind::password,
                .required = true,
                .max_length = 512,
                .autocomplete = "current-password"},
               state);
}

}  // namespace maillage::identity
