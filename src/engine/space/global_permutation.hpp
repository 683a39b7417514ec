#pragma once

#include <cstdint>
#include <span>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

enum class GlobalMeasure : std::uint8_t { moran, geary, getis_g };

struct GlobalPermutationOptions {
    Weights weights = Weights::row_standardised;
    std::uint32_t replicates = 999;  // 1 … 999 999
    std::uint64_t seed = 0;
};

// How often values placed at random make neighbours as alike as they are.
struct GlobalPermutation {
    std::uint32_t replicates = 0;
    double p_alike = 1;  // one-sided: (1 + #{as alike, or more})/(R + 1); alike = high I, low C, high G
    double p = 1;        // two-sided: min(1, 2·min of the two sides)
};

// Permutation test of a global statistic (Cliff & Ord 1981, Spatial Processes, § 2.4): the values are
// shuffled over the units, the sum over pairs of neighbours alone changes. For G only units with neighbours
// exchange their values, since islands are left out of it. Ties within 1e-9 count as ≥. The replicates own
// their draws: any number of threads gives the same p. Refuses what the statistic refuses.
Outcome<GlobalPermutation> permuted_global(GlobalMeasure measure, std::span<const double> values,
                                           const Neighbours& neighbours,
                                           const GlobalPermutationOptions& options,
                                           const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
