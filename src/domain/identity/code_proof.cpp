#include "domain/identity/code_proof.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

constexpr db::Context application{.reach = db::Context::Reach::system};

Asking confirmation(const Call& call) {
    return {.ceremony = Ceremony::confirmation, .bound_to = call.actor.session_id};
}

}  // namespace

std::optional<Provable> provable(db::Tx& tx, const Call& call, const Holder& holder) {
    const auto factor = second_factor_of(tx, holder);
    if (!factor) return std::nullopt;
    return Provable{.application = factor->application,
                    .passkeys = usable_here(passkey_site(call.request), passkeys_of(tx, holder))};
}

void second_factor_field(platform::html::Out& out, const Call& call, std::string_view autocomplete,
                         const platform::html::FormState& state, const Provable& with) {
    text_field(out, call.words,
               {.name = std::string(code_field),
                .label = with.application ? call.words("identity.second_factor.code")
                                          : call.words("identity.second_factor.recovery_code"),
                .hint = with.application ? call.words("identity.second_factor.code_hint")
                                         : call.words("identity.second_factor.recovery_code_hint"),
                .required = with.passkeys.empty(),
                .max_length = 40,
                .autocomplete = std::string(autocomplete)},
               state);
}

void second_factor_fields(platform::html::Out& out, const Call& call, const platform::html::FormState& state,
                          const Provable& with) {
    second_factor_field(out, call, "off", state, with);
    const auto site = passkey_site(call.request);
    if (with.passkeys.empty() || !site) return;
    const Challenge challenge = new_challenge(call.services, *site, confirmation(call));
    ceremony_part(out, call.words,
                  {.options = proof_options(*site, challenge, with.passkeys),
                   .ticket = challenge.ticket,
                   .label = call.words("identity.passkey.show"),
                   .without_script = call.words("identity.passkey.no_script_code"),
                   .then = Then::wait});
}

FormAnswer refuse_code(const Call& call, platform::html::FormState& state, CodeVerdict verdict) {
    const bool slow = verdict == CodeVerdict::slow_down;
    state.refuse(std::string(code_field), slow ? call.words("identity.second_factor.slow_down")
                                               : call.words("identity.second_factor.wrong_code"));
    return slow ? too_many : to_be_mended;
}

FormAnswer refuse_passkey(const Call& call, platform::html::FormState& state, PasskeyVerdict verdict) {
    if (verdict == PasskeyVerdict::slow_down) return refuse_code(call, state, CodeVerdict::slow_down);
    state.refuse(std::string(code_field), verdict == PasskeyVerdict::over
                                              ? call.words("identity.passkey.over")
                                              : call.words("identity.passkey.wrong"));
    return to_be_mended;
}

std::optional<FormAnswer> refused_without_factor(Call& call, platform::html::FormState& state) {
    // Not under the actor's context: the failure is the application's to count, and the act of the form is
    // not done yet when its code is taken.
    const Holder holder = holder_of(call.actor);
    const auto answer = passkey_answer(call.form.fields);
    const auto site = passkey_site(call.request);
    if (answer && site) {
        const PasskeyVerdict verdict = call.services.database.transaction(application, [&](db::Tx& tx) {
            return take_passkey(tx, call.services,
                                {.site = *site, .asking = confirmation(call), .holder = holder}, *answer)
                .verdict;
        });
        if (verdict == PasskeyVerdict::right) return std::nullopt;
        return refuse_passkey(call, state, verdict);
    }
    const CodeVerdict verdict = call.services.database.transaction(application, [&](db::Tx& tx) {
        return take_code(tx, call.services, holder, call.form.fields.get(code_field));
    });
    if (verdict == CodeVerdict::wrong || verdict == CodeVerdict::slow_down)
        return refuse_code(call, state, verdict);
    return std::nullopt;
}

}  // namespace maillage::identity
