#pragma once

#include <optional>
#include <string>

#include "app/analyse_output.hpp"

namespace maillage::app {

// The analysis as an SVG image that needs nothing else: places where the table has x and y (cells of a
// density, circles of clusters, points coloured by what was found), else lines over its first column. Nothing
// when it has neither. No red and green: blue is low, orange high, grey no conclusion, as on the screens.
std::optional<std::string> drawing_of(const Analysis& analysis);

}  // namespace maillage::app
