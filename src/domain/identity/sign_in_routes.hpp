#pragma once

#include "domain/identity/api.hpp"

namespace maillage::identity {

platform::html::Answer show_sign_in(Call& call);
platform::html::Answer submit_sign_in(Call& call);
platform::html::Answer submit_sign_out(Call& call);
// "/" leads to the council of the session, or to the sign-in page.
platform::html::Answer show_start(Call& call);

}  // namespace maillage::identity
