#pragma once

#include <span>

#include "app/route.hpp"

namespace maillage::app {

// Of the agents' site: indicators, the pages that show them, snapshots, mails.
std::span<const Route> routes_of_the_dashboard();

}  // namespace maillage::app
