#pragma once

#include <cstdint>

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// Exact interval of a proportion, `successes` of `trials` (Clopper & Pearson 1934, Biometrika 26:404):
//     low = Beta quantile(α/2; x, n−x+1), high = Beta quantile(1−α/2; x+1, n−x).
// Coverage is at least `level`. Refuses no trial, more successes than trials, and a level outside (0, 1).
Outcome<Interval> clopper_pearson(std::uint64_t successes, std::uint64_t trials, double level = 0.95);

// Score interval (Wilson 1927, JASA 22:209): shorter than Clopper–Pearson, coverage close to `level` on
// average.
Outcome<Interval> wilson(std::uint64_t successes, std::uint64_t trials, double level = 0.95);

// Two-sided p of the exact binomial test: the total probability, under `share`, of the counts that are at
// most as probable as the one observed (relative tolerance 1e-7, so that ties count as ties). The law has one
// mode, so those counts are two tails: O(log n) by bisection, exact for any size.
Outcome<double> binomial_test(std::uint64_t successes, std::uint64_t trials, double share);

}  // namespace maillage::engine
