#pragma once

#include "domain/identity/api.hpp"

namespace maillage::app {

// "Today": what is late and due for the one who asks, and the first steps of a new council.
platform::html::Answer show_start_of_council(identity::Call& call);  // leads an elected official further
platform::html::Answer show_home(identity::Call& call);
platform::http::Response home_json(identity::Call& call);

}  // namespace maillage::app
