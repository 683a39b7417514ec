#pragma once

#include <span>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"

namespace maillage::engine {

// A global statistic against its null hypothesis "values are placed at random".
struct GlobalStatistic {
    double statistic = 0;
    double expected = 0;
    double variance = 0;      // under randomisation, or normality where said
    double z = 0;             // positive = neighbours look alike, for the three statistics
    double p = 1;             // two-sided, normal
    std::size_t used = 0;     // units with at least one neighbour
    std::size_t islands = 0;  // units without
};

enum class Null { randomisation, normality };

// Moran's I = n/S₀ · zᵀWz / zᵀz (Cliff & Ord 1981, Spatial Processes, ch. 1–2). Islands follow the usual
// convention: n counts the units with neighbours, while the mean, Σz² and b₂ run over all units. Refuses
// fewer than 4 units with neighbours, identical values, values that are not finite.
Outcome<GlobalStatistic> moran(std::span<const double> values, const Neighbours& neighbours, Weights weights,
                               Null null = Null::randomisation);

// Geary's C = (n−1)·ΣΣw(xᵢ−xⱼ)² / (2S₀Σz²); E = 1, z = (1 − C)/√V. Islands as for Moran's I.
Outcome<GlobalStatistic> geary(std::span<const double> values, const Neighbours& neighbours, Weights weights,
                               Null null = Null::randomisation);

// Getis and Ord's G = Σw·xᵢxⱼ / Σ_{i≠j} xᵢxⱼ (1992, Geogr. Anal. 24:189; the coefficient 6 of B₁ is printed 3
// there). Values ≥ 0; islands are left out. The paper's weights are binary; with rows that sum to 1 the same
// moments hold, S₀, S₁ and S₂ being theirs.
Outcome<GlobalStatistic> getis_g(std::span<const double> values, const Neighbours& neighbours,
                                 Weights weights = Weights::binary);

}  // namespace maillage::engine
