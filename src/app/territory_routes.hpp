#pragma once

#include "domain/identity/api.hpp"

// The pages of the slice that stands below identity, and of the glossary that belongs to no slice.
namespace maillage::app {

platform::html::Answer show_territory(identity::Call& call);  // GET /{council}/territory
platform::http::Response territory_json(identity::Call& call);
platform::html::Answer show_glossary(identity::Call& call);  // GET /{council}/glossary
platform::http::Response glossary_json(identity::Call& call);

}  // namespace maillage::app
