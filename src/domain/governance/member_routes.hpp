#pragma once

#include "domain/identity/api.hpp"

// Below /{council}/bodies/{body}: who sits there, from when to when.
namespace maillage::governance {

platform::html::Answer show_new_member(identity::Call& call);       // GET  …/members/new
platform::html::Answer submit_new_member(identity::Call& call);     // POST …/members
platform::html::Answer show_member(identity::Call& call);           // GET  …/members/{member}
platform::http::Response member_json(identity::Call& call);         // its twin
platform::html::Answer submit_replacement(identity::Call& call);    // POST …/members/{member}/replacement
platform::html::Answer submit_ending(identity::Call& call);         // POST …/members/{member}/ending
platform::html::Answer submit_reinstatement(identity::Call& call);  // POST …/members/{member}/reinstatement
platform::html::Answer submit_quorum(identity::Call& call);         // POST …/quorum

}  // namespace maillage::governance
