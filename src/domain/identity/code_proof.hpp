#pragma once

#include <optional>

#include "domain/identity/password_proof.hpp"
#include "domain/identity/second_factor_store.hpp"

namespace maillage::identity {

// Its name holds "password": such a field is never kept in a form nor fingerprinted in clear.
inline constexpr std::string_view code_field = "one_time_password";

// A code of the application, or a recovery code. `autocomplete`: "one-time-code" before sign-in, "off" after.
void second_factor_field(platform::html::Out& out, const Call& call, std::string_view autocomplete,
                         const platform::html::FormState& state);
// What the form says of a code that was not taken.
FormAnswer refuse_code(const Call& call, platform::html::FormState& state, CodeVerdict verdict);
// Nothing when the code typed was the actor's, which is used up then.
std::optional<FormAnswer> refused_without_code(Call& call, platform::html::FormState& state);

}  // namespace maillage::identity
