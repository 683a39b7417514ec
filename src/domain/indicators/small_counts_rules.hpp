#pragma once

#include <vector>

#include "domain/indicators/indicator_types.hpp"

// Small counts of persons or facts: who knows the town may put names on them. To an audience with a threshold
// they are not given, nor is what would let a reader find them by subtraction.
namespace maillage::indicators {

// What a context, a result or an impact counts are facts or persons. An activity counts what was done
// (meetings, operations), unless its unit names persons. A percentage printed without its counts has none.
bool counts_people_or_facts(const Definition& definition);

// Takes out of the figures, and of the baseline, what a reader with this threshold is not given: value, note
// and source line. True when anything was taken. A zero says "nobody": as telling as a small count, except of
// a whole commune. Of a share, the part and the rest are counts. Figures of one perimeter whose periods are
// within each other (a year and its quarters, eleven months and twelve) are a table with its totals:
// engine/disclosure finds what else must go, the months that no figure tells included.
bool withhold(Definition& definition, std::vector<Figure>& figures, int below);

}  // namespace maillage::indicators
