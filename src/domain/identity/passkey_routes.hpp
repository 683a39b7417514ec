#pragma once

#include "domain/identity/api.hpp"

// One's own passkeys: added, named, removed.
namespace maillage::identity {

platform::html::Answer show_passkeys(Call& call);
platform::http::Response show_passkeys_json(Call& call);
// With the password, and a code or a passkey once there is one: asks the browser.
platform::html::Answer begin_passkey(Call& call);
// With what the browser answered. The first factor of an account comes with its recovery codes, shown once.
platform::html::Answer keep_passkey(Call& call);
platform::html::Answer name_passkey(Call& call);
platform::html::Answer end_passkey(Call& call);

}  // namespace maillage::identity
