#pragma once

#include <cstdint>

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// x₁ of n₁ against x₂ of n₂.
struct TwoShares {
    std::uint64_t first = 0, first_of = 0;
    std::uint64_t second = 0, second_of = 0;
};

// Interval of the difference p₁ − p₂ of two independent proportions, from the score intervals (l, u) of each
// (Newcombe 1998, Statistics in Medicine 17:873, method 10):
//     d − √((p₁ − l₁)² + (u₂ − p₂)²)  …  d + √((u₁ − p₁)² + (p₂ − l₂)²)
// Always inside [−1, 1]; its mean coverage is close to `level`, also for shares near 0 and 1. Refuses as
// wilson.
Outcome<Interval> share_difference(const TwoShares& shares, double level = 0.95);

}  // namespace maillage::engine
