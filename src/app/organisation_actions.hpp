#pragma once

#include "domain/identity/api.hpp"

// An organisation's page, with the actions in which it takes part: the directory does not know the strategy.
namespace maillage::app {

platform::html::Answer show_organisation(identity::Call& call);

}  // namespace maillage::app
