#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

struct PermutationOptions {
    std::uint32_t permutations = 999;  // the least a unit gets; 99 … 99 999
    std::uint64_t seed = 0;
    // Names of the units, a permutation of 0 … n − 1: draws follow the name, so p does not change when rows
    // are re-ordered together with their names. Empty: the row is the name.
    std::span<const std::uint32_t> names;
};

// Where a unit's neighbourhood stands among those it could have had.
struct PermutedUnit {
    bool defined = false;  // false: island, or next to all others, or (Moran) a value equal to the mean
    std::uint32_t samples = 0;
    double p_high = 1, p_low = 1;  // P(statistic ≥ observed), P(≤)
    double p = 1;                  // two-sided: min(1, 2·min)
    double q = 1;                  // Benjamini–Hochberg over the defined units
};

// Conditional permutation inference (Anselin 1995, Geogr. Anal. 27:96): unit i keeps its value, the other
// values are dealt to its neighbours at random. Given xᵢ, Gᵢ, Gᵢ* and the sum of the neighbours' values rank
// alike (mean and spread over the others do not change), so one function serves both; weights within a row
// are equal and only scale. Exact, by the shared samples of shared_samples.hpp; more than half of the units
// as neighbours are ranked by the units *not* drawn, whose sum is the rest.
Outcome<std::vector<PermutedUnit>> local_g_permuted(std::span<const double> values,
                                                    const Neighbours& neighbours,
                                                    const PermutationOptions& options,
                                                    const foundation::Executor& run = foundation::run_inline);

// The same samples: Iᵢ = (zᵢ/m₂)·lag rises with the lag above the mean and falls with it below.
Outcome<std::vector<PermutedUnit>> local_moran_permuted(
    std::span<const double> values, const Neighbours& neighbours, const PermutationOptions& options,
    const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
