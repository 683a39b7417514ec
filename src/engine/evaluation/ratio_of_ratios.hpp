#pragma once

#include <cstdint>

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// Facts of an area before and after an action.
struct BeforeAfter {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
};

struct RatioOfRatios {
    double ratio = 1;  // (T₁/T₀)/(C₁/C₀): below 1, the treated area did better than its control
    double log_ratio = 0;
    double standard_error = 0;  // of log_ratio: √(1/T₀ + 1/T₁ + 1/C₀ + 1/C₁), Poisson counts
    Interval interval;          // exp(log_ratio ± z·standard_error)
    double p = 1;               // two-sided, normal
};

// Difference in differences on the log scale: the relative effect size of evaluations with a control area
// (Farrington, Gill, Waples & Argomaniz 2007, J. Exp. Criminol. 3:21), whose variance is that of a log odds
// ratio (Woolf 1955, Ann. Hum. Genet. 19:251). Normal in the limit: the error of the interval falls with the
// smallest of the four counts. Refuses a zero cell (order T₀ T₁ C₀ C₁): the logarithm is not
// defined, a wider area or a longer period is the remedy, not a correction by one half.
Outcome<RatioOfRatios> ratio_of_ratios(BeforeAfter treated, BeforeAfter control, double level = 0.95);

}  // namespace maillage::engine
