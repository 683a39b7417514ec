#pragma once

#include "domain/identity/api.hpp"

namespace maillage::app {

platform::html::Answer show_memberships(identity::Call& call);  // GET  /{council}/territory/communes
platform::http::Response memberships_json(identity::Call& call);
platform::html::Answer submit_membership(identity::Call& call);         // POST /{council}/territory/communes
platform::html::Answer submit_membership_ending(identity::Call& call);  // POST …/{membership}/ending
platform::html::Answer submit_membership_reopening(identity::Call& call);  // POST …/{membership}/reopening

}  // namespace maillage::app
