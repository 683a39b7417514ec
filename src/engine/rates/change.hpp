#pragma once

#include <cstdint>
#include <span>

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// Monthly counts from a calendar month on; month = 12·year + (0 for January … 11).
struct MonthlyCounts {
    std::span<const std::uint32_t> counts;
    std::int32_t first_month = 0;
};

struct Change {
    std::uint64_t later = 0, earlier = 0;
    double ratio = 1;  // later / earlier
    Interval interval;
    double p = 1;
    double dispersion = 1;        // φ; 1 when it was not estimated
    bool varies = false;          // φ > 1.2: "variable d'un mois à l'autre", the interval is the wider one
    bool percentage_fits = true;  // the base is at least 30 (R-STA-2): otherwise counts alone
};

// Is it going up? The exact ratio of rate_ratio.hpp on the two totals. With 24 months or more on each side
// the months tell whether they vary more than Poisson counts do: φ = Σ(x − mean)²/mean over the months of
// both periods, each about its own mean, over (months − 2). If φ > 1.2 the interval is the quasi-Poisson one,
//     exp(log ratio ± z·√(φ(1/x₁ + 1/x₂))), p two-sided normal on the same scale,
// unless a total is 0, where the exact interval stays.
// Refuses periods that do not hold the same months of the year, and two empty periods.
Outcome<Change> change_between(const MonthlyCounts& later, const MonthlyCounts& earlier, double level = 0.95);

}  // namespace maillage::engine
