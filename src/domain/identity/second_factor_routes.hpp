#pragma once

#include "domain/identity/api.hpp"

// One's own second factor, and taking away the one that somebody has lost.
namespace maillage::identity {

platform::html::Answer show_second_factor(Call& call);
// With the password: shows a fresh secret.
platform::html::Answer set_up_second_factor(Call& call);
// With the first code of the application: shows the recovery codes.
platform::html::Answer confirm_own_second_factor(Call& call);
// With password and code.
platform::html::Answer give_new_recovery_codes(Call& call);
platform::html::Answer remove_own_second_factor(Call& call);

}  // namespace maillage::identity
