#pragma once

#include <vector>

#include "engine/space/neighbours.hpp"

namespace maillage::engine {

// Sums over the weights that the variances need (Cliff & Ord 1981): S₀ = Σw, S₁ = ½Σ(w_ij + w_ji)²,
// S₂ = Σ(w_i. + w_.i)².
struct WeightSums {
    double s0 = 0, s1 = 0, s2 = 0;
};
WeightSums weight_sums(const Neighbours& neighbours, Weights weights);

// Weight of each of unit i's neighbours (all equal within a row).
inline double row_weight(const Neighbours& neighbours, Weights weights, std::size_t unit) {
    if (weights == Weights::binary) return 1;
    return neighbours.degree(unit) == 0 ? 0 : 1 / static_cast<double>(neighbours.degree(unit));
}

// The units with neighbours, renumbered; members that are islands themselves cannot occur in symmetric lists,
// and are dropped from directed ones.
struct WithoutIslands {
    Neighbours neighbours;
    std::vector<std::uint32_t> kept;  // old number of each new unit
};
WithoutIslands without_islands(const Neighbours& neighbours);

}  // namespace maillage::engine
