#pragma once

#include "domain/identity/api.hpp"

namespace maillage::app {

// What the words of ?q= find, within the rights of the one who asks. Nominative files are never here.
platform::html::Answer show_search(identity::Call& call);
platform::http::Response search_json(identity::Call& call);

}  // namespace maillage::app
