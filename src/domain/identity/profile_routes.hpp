#pragma once

#include "domain/identity/api.hpp"

// What everybody does with their own account: how pages look, their sessions, their password.
namespace maillage::identity {

platform::html::Answer show_profile(Call& call);
platform::http::Response show_profile_json(Call& call);
platform::html::Answer save_profile(Call& call);
// The switches of the frame around every page: one preference at a time, back to the page it came from.
platform::html::Answer switch_preference(Call& call);
platform::html::Answer change_password(Call& call);
// With the password: opens the account's key in a session that a passkey opened alone.
platform::html::Answer unlock_key(Call& call);
// One session by its id, or all the others.
platform::html::Answer close_session(Call& call);
// Asked by the warning before a session ends; any request prolongs it.
platform::html::Answer prolong_session(Call& call);

}  // namespace maillage::identity
