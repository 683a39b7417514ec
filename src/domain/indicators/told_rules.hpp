#pragma once

#include "domain/indicators/comparison_rules.hpp"

namespace maillage::indicators {

// Below it, a count of persons or facts does not leave the platform: who knows the town may put names on it.
inline constexpr double least_count_told = 5;

// Whether a figure may be told to who has not signed in: no small count, neither as a part nor as the rest of
// a whole.
bool may_be_told(Measure measure, const Figure& figure);

}  // namespace maillage::indicators
