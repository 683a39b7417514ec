#pragma once

#include "domain/identity/api.hpp"

namespace maillage::governance {

platform::html::Answer show_bodies(identity::Call& call);  // GET  /{council}/bodies
platform::http::Response bodies_json(identity::Call& call);
platform::html::Answer show_body(identity::Call& call);  // GET  /{council}/bodies/{body}
platform::http::Response body_json(identity::Call& call);

}  // namespace maillage::governance
