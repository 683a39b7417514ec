#pragma once

#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// A series cut into what comes back every year, what drifts, and the rest: seasonal + trend + remainder =
// value.
struct Decomposition {
    std::vector<double> seasonal, trend, remainder;
};

// STL with a periodic season (Cleveland, Cleveland, McRae & Terpenning 1990, J. Official Statistics 6:3), the
// defaults of R's stl(s.window = "periodic"): seasonal span 10n + 1 of degree 0, trend span the next odd
// number from 1.5·period/(1 − 1.5/seasonal span) (19 for months) and low-pass span the next odd from the
// period (13), both of degree 1; loess at every ⌈span/10⌉-th point, straight lines between; 2 inner loops, no
// robustness loop; then the season is replaced by the mean of each month. Values are counts per period,
// without unit. Refuses fewer than 3 years, and a median under 5: below that months are shown with their
// intervals (seasonality.hpp).
Outcome<Decomposition> stl(std::span<const double> values, std::size_t period = 12);

}  // namespace maillage::engine
