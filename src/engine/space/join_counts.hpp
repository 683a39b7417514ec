#pragma once

#include <cstdint>
#include <span>

#include "engine/space/autocorrelation.hpp"

namespace maillage::engine {

// Are units of one colour next to each other more often than by chance? J = ½Σ w bᵢbⱼ, b = 1 for the units
// counted, binary weights, the number of units of each colour given ("non-free sampling", Cliff & Ord 1981,
// p. 19). With n₁ such units and a⁽ᵏ⁾ the falling factorial:
//     E = ½S₀ n₁⁽²⁾/n⁽²⁾,
//     V = ¼[S₁n₁⁽²⁾/n⁽²⁾ + (S₂−2S₁)n₁⁽³⁾/n⁽³⁾ + (S₀²+S₁−S₂)n₁⁽⁴⁾/n⁽⁴⁾ − (S₀n₁⁽²⁾/n⁽²⁾)²].
// n counts all units, islands included. Refuses fewer than 4 units, and fewer than 2 of the colour.
Outcome<GlobalStatistic> join_count(std::span<const std::uint8_t> coloured, const Neighbours& neighbours);

// Both colours of a cut: `high` where the value is above it.
struct JoinCounts {
    GlobalStatistic high_high, low_low;
};
Outcome<JoinCounts> join_counts_above(std::span<const double> values, double cut,
                                      const Neighbours& neighbours);

}  // namespace maillage::engine
