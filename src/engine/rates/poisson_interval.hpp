#pragma once

#include <cstdint>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

struct Interval {
    double low = 0;
    double high = 0;  // may be infinite: "no upper bound" is said in words
};

// Exact two-sided interval of the mean of a Poisson count x (Garwood 1936, Biometrika 28:437):
//     low  = Gamma quantile(α/2; x), 0 for x = 0        high = Gamma quantile(1 − α/2; x + 1)
// with α = 1 − level, Gamma of unit scale. Coverage is at least `level` for every mean.
// The bounds are those of R's qgamma to 10⁻¹² of themselves up to 10⁹. Refuses a level outside (0, 1), and a
// count above 10⁹ (`overflow`), where the quantiles lose their digits.
Outcome<Interval> poisson_interval(std::uint64_t count, double level = 0.95);
// The same for a count that may be fractional (expected or pooled cases). Refuses negative and not finite
// counts.
Outcome<Interval> poisson_interval_of(double count, double level = 0.95);

}  // namespace maillage::engine
