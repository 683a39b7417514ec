#pragma once

#include <span>

#include "app/route.hpp"

namespace maillage::app {

// Of the agents' site: the city's directory, and who asks for a right.
std::span<const Route> routes_of_access();

}  // namespace maillage::app
