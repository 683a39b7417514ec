#include "domain/identity/code_proof.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

constexpr db::Context application{.reach = db::Context::Reach::system};

}  // namespace

void second_factor_field(platform::html::Out& out, const Call& call, std::string_view autocomplete,
                         const platform::html::FormState& state) {
    text_field(out, call.words,
               {.name = std::string(code_field),
                .label = call.words("identity.second_factor.code"),
                .hint = call.words("identity.second_factor.code_hint"),
                .required = true,
                .max_length = 40,
                .autocomplete = std::string(autocomplete)},
               state);
}

FormAnswer refuse_code(const Call& call, platform::html::FormState& state, CodeVerdict verdict) {
    const bool slow = verdict == CodeVerdict::slow_down;
    state.refuse(std::string(code_field), slow ? call.words("identity.second_factor.slow_down")
                                               : call.words("identity.second_factor.wrong_code"));
    return slow ? too_many : to_be_mended;
}

std::optional<FormAnswer> refused_without_code(Call& call, platform::html::FormState& state) {
    // Not under the actor's context: the failure is the application's to count, and the act of the form is
    // not done yet when its code is taken.
    const Holder holder{.council = call.actor.council, .account = call.actor.account};
    const CodeVerdict verdict = call.services.database.transaction(application, [&](db::Tx& tx) {
        return take_code(tx, call.services, holder, call.form.fields.get(code_field));
    });
    if (verdict == CodeVerdict::wrong || verdict == CodeVerdict::slow_down)
        return refuse_code(call, state, verdict);
    return std::nullopt;
}

}  // namespace maillage::identity
