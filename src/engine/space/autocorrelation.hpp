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
// fewer than 4 units with neighbours, identical values, values that are not finite. E = −1/(n−1). With
// S₀ = Σw, S₁ = ½Σ(w_ij + w_ji)², S₂ = Σ(w_i. + w_.i)² and b₂ = n·Σz⁴/(Σz²)², V + E² is
//     normality:     (n²S₁ − nS₂ + 3S₀²) / (S₀²(n² − 1))
//     randomisation: (n[(n² − 3n + 3)S₁ − nS₂ + 3S₀²] − b₂[(n² − n)S₁ − 2nS₂ + 6S₀²])
//                    / ((n − 1)(n − 2)(n − 3)S₀²)
Outcome<GlobalStatistic> moran(std::span<const double> values, const Neighbours& neighbours, Weights weights,
                               Null null = Null::randomisation);

// Geary's C = (n−1)·ΣΣw(xᵢ−xⱼ)² / (2S₀Σz²); E = 1, z = (1 − C)/√V. Islands as for Moran's I. V is
//     normality:     ((2S₁ + S₂)(n − 1) − 4S₀²) / (2(n + 1)S₀²)
//     randomisation: ((n−1)S₁[n² − 3n + 3 − (n−1)b₂] − ¼(n−1)S₂[n² + 3n − 6 − (n² − n + 2)b₂]
//                     + S₀²[n² − 3 − (n−1)²b₂]) / (n(n − 2)(n − 3)S₀²)
Outcome<GlobalStatistic> geary(std::span<const double> values, const Neighbours& neighbours, Weights weights,
                               Null null = Null::randomisation);

// Getis and Ord's G = Σw·xᵢxⱼ / Σ_{i≠j} xᵢxⱼ (1992, Geogr. Anal. 24:189; the coefficient 6 of B₁ is printed 3
// there). Values ≥ 0; islands are left out. The paper's weights are binary; with rows that sum to 1 the same
// moments hold, S₀, S₁ and S₂ being theirs. With mₖ = Σxᵏ, E = S₀/(n(n−1)) and
//     V + E² = (B₀m₂² + B₁m₄ + B₂m₁²m₂ + B₃m₁m₃ + B₄m₁⁴) / ((m₁² − m₂)²·n(n−1)(n−2)(n−3))
//     B₀ = (n² − 3n + 3)S₁ − nS₂ + 3S₀²       B₁ = −[(n² − n)S₁ − 2nS₂ + 6S₀²]
//     B₂ = −[2nS₁ − (n+3)S₂ + 6S₀²]           B₃ = 4(n−1)S₁ − 2(n+1)S₂ + 8S₀²       B₄ = S₁ − S₂ + S₀²
Outcome<GlobalStatistic> getis_g(std::span<const double> values, const Neighbours& neighbours,
                                 Weights weights = Weights::binary);

}  // namespace maillage::engine
