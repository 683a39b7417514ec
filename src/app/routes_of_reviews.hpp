#pragma once

#include <span>

#include "app/route.hpp"

namespace maillage::app {

// Of the agents' site: the end of the strategy and its final review.
std::span<const Route> routes_of_reviews();

}  // namespace maillage::app
