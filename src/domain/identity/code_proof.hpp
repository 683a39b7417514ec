#pragma once

#include <optional>
#include <vector>

#include "domain/identity/passkey_part.hpp"
#include "domain/identity/passkey_proof.hpp"
#include "domain/identity/password_proof.hpp"
#include "domain/identity/second_factor_store.hpp"

namespace maillage::identity {

// Its name holds "password": such a field is never kept in a form nor fingerprinted in clear.
inline constexpr std::string_view code_field = "one_time_password";

// What an account can prove itself with, besides its password.
struct Provable {
    bool application = false;
    std::vector<Passkey> passkeys = {};  // usable on this site
};
std::optional<Provable> provable(platform::db::Tx& tx, const Call& call, const Holder& holder);

// A code of the application, or a recovery code. `autocomplete`: "one-time-code" before sign-in, "off" after.
void second_factor_field(platform::html::Out& out, const Call& call, std::string_view autocomplete,
                         const platform::html::FormState& state, const Provable& with);
// The same, and the button for a passkey where there is one: before what protects the account changes.
void second_factor_fields(platform::html::Out& out, const Call& call, const platform::html::FormState& state,
                          const Provable& with);
// What the form says of a code or a passkey that was not taken.
FormAnswer refuse_code(const Call& call, platform::html::FormState& state, CodeVerdict verdict);
FormAnswer refuse_passkey(const Call& call, platform::html::FormState& state, PasskeyVerdict verdict);
// Nothing when the code typed, or the passkey shown, was the actor's; it is used up then.
std::optional<FormAnswer> refused_without_factor(Call& call, platform::html::FormState& state);

}  // namespace maillage::identity
