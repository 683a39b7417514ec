#pragma once

#include "domain/identity/api.hpp"

// The help pages and the statements, for both sites, with or without a session.
namespace maillage::app {

platform::html::Answer show_help_index(identity::Call& call);
platform::html::Answer show_help(identity::Call& call);
platform::html::Answer show_accessibility(identity::Call& call);
platform::html::Answer show_legal(identity::Call& call);
platform::html::Answer show_residents_home(identity::Call& call);

}  // namespace maillage::app
