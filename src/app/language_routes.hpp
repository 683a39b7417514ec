#pragma once

#include "domain/identity/api.hpp"

namespace maillage::app {

// The language of a browser without session, in a cookie of its own; back to the page it came from.
platform::html::Answer switch_visitor_language(identity::Call& call);

}  // namespace maillage::app
