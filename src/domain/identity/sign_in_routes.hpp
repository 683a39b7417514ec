#pragma once

#include <string>
#include <string_view>

#include "domain/identity/api.hpp"

namespace maillage::identity {

platform::html::Answer show_sign_in(Call& call);
platform::html::Answer submit_sign_in(Call& call);
// The second step, for who has a second factor.
platform::html::Answer show_sign_in_code(Call& call);
platform::html::Answer submit_sign_in_code(Call& call);
// In one step, with a passkey in place of address, password and code.
platform::html::Answer show_passkey_sign_in(Call& call);
platform::html::Answer submit_passkey_sign_in(Call& call);
platform::html::Answer submit_sign_out(Call& call);
// "/" leads to the council of the session, or to the sign-in page.
platform::html::Answer show_start(Call& call);

// Where to go after signing in: a path of our own, or the start page.
std::string next_path(std::string_view asked);
// The browser's name for itself, as far as a session keeps it.
std::string agent_of(const platform::http::Request& request);

}  // namespace maillage::identity
