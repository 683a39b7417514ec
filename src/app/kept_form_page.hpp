#pragma once

#include "domain/identity/api.hpp"

namespace maillage::app {

// After signing in again: what had been typed, ready to be sent, once.
platform::html::Answer show_kept_form(identity::Call& call);

}  // namespace maillage::app
