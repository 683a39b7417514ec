#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// Classical decomposition (Kendall & Stuart 1983, vol. 3, ch. 46–47), as R's decompose(): the trend is the
// centred moving average over one year (half weight at both ends when the period is even), the figure the
// mean departure of each month from it, shifted so that the figures add up to 0 (additive) or have mean 1
// (multiplicative). The trend of the first and last half year is not defined: NaN there.
enum class Seasons : std::uint8_t { additive, multiplicative };
struct ClassicalDecomposition {
    std::vector<double> figure;  // one per month, the first is that of the series' first month
    std::vector<double> trend;
};
// Refuses fewer than 2 years, values that are not finite; multiplicative: values that are not positive.
Outcome<ClassicalDecomposition> classical_decomposition(std::span<const double> values,
                                                        Seasons seasons = Seasons::additive,
                                                        std::size_t period = 12);

// How full each month is: 1 = like the average month. index = (x_m/k_m)/(Σx/Σk), k_m how often month m was
// seen; exact interval: Clopper–Pearson's of x_m among Σx, over k_m/Σk.
struct SeasonalIndex {
    double index = 1;
    Interval interval;
    std::uint64_t count = 0;
};
// Refuses a month that was never seen, and a series without any fact.
Outcome<std::vector<SeasonalIndex>> seasonality_index(std::span<const std::uint32_t> counts,
                                                      std::size_t period = 12, double level = 0.95);

}  // namespace maillage::engine
