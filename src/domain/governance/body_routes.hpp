#pragma once

#include "domain/identity/api.hpp"

namespace maillage::governance {

platform::html::Answer show_bodies(identity::Call& call);  // GET  /{council}/bodies
platform::http::Response bodies_json(identity::Call& call);
platform::html::Answer show_body(identity::Call& call);  // GET  /{council}/bodies/{body}
platform::http::Response body_json(identity::Call& call);
platform::html::Answer show_new_member(identity::Call& call);    // GET  …/{body}/members/new
platform::html::Answer submit_new_member(identity::Call& call);  // POST …/{body}/members
platform::html::Answer submit_ending(identity::Call& call);      // POST …/{body}/members/{member}/ending
platform::html::Answer submit_reinstatement(
    identity::Call& call);  // POST …/{body}/members/{member}/reinstatement

}  // namespace maillage::governance
