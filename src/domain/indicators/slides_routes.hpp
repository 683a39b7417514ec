#pragma once

#include "domain/identity/api.hpp"

namespace maillage::indicators {

// The dashboard for a projector, one message a slide: ?groups=council,G1&slide=3
platform::html::Answer show_slides(identity::Call& call);
platform::http::Response slides_json(identity::Call& call);

}  // namespace maillage::indicators
