#pragma once

#include "domain/identity/api.hpp"

namespace maillage::app {

// The pages that have a JSON twin, for people; as its own twin, their OpenAPI 3.1 description.
platform::html::Answer show_api(identity::Call& call);
platform::http::Response openapi_json(identity::Call& call);

}  // namespace maillage::app
