#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/indicators/nested_counts_rules.hpp"

namespace maillage::indicators {

// What was counted in a perimeter, in a period.
struct CountedPlace {
    std::string perimeter;
    CountedPeriod counted;
};

// Of each, whether a reader with that threshold is given it. Perimeters are named in words, and nothing says
// which of them lies within which: a part of the town (or what is around it) is given only where none of its
// other parts is hidden, and where it does not leave a small count of the whole commune.
std::vector<Hidden> hidden_places(std::span<const CountedPlace> places, int below);

}  // namespace maillage::indicators
