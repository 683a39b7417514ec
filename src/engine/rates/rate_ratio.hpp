#pragma once

#include <cstdint>

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// x₁ facts over the exposure T₁ (months, inhabitants) against x₂ over T₂.
struct TwoCounts {
    std::uint64_t first = 0, second = 0;
    double first_exposure = 1, second_exposure = 1;
};

struct RateRatio {
    double ratio = 1;
    Interval interval;  // high is infinite when the second count is 0
    double p = 1;       // two-sided
};

// Exact ratio of two Poisson rates. Given x₁ + x₂, x₁ is binomial with share ρT₁/(ρT₁ + T₂): the interval is
// Clopper and Pearson's on x₁/(x₁+x₂), turned into a ratio by share/(1−share)·T₂/T₁; p is the exact binomial
// test of T₁/(T₁+T₂). (Przyborowski & Wilenski 1940, Biometrika 31:313.) Refuses two zero counts, and
// exposures that are not positive and finite. Error: that of the incomplete
// Beta function and its inverse, a few 10⁻¹⁵; the bounds of R's poisson.test are met to 10⁻⁸, its p to 10⁻⁹.
Outcome<RateRatio> rate_ratio(const TwoCounts& counts, double level = 0.95);

// The E-test (Krishnamoorthy & Thomson 2004, J. Stat. Plan. Inference 119:23): p of
//     |X/T₁ − Y/T₂| / √(X/T₁² + Y/T₂²)
// when both rates equal the pooled one. More powerful than the conditional test on small counts. The double
// sum stops where less than 1e-14 of the mass remains on either side. Refuses as rate_ratio, and more than
// 1e6 facts.
Outcome<double> e_test(const TwoCounts& counts);

}  // namespace maillage::engine
