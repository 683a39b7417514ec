#pragma once

#include <cstdint>
#include <span>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"

namespace maillage::engine {

struct EmpiricalBayesMoran {
    double statistic = 0;
    double expected = 0;   // −1/(n−1)
    double p_greater = 1;  // neighbours look more alike than in that share of the shuffled maps
    unsigned replicates = 0;
};

struct EmpiricalBayesMoranOptions {
    Weights weights = Weights::binary;
    unsigned replicates = 999;
    std::uint64_t seed = 1;
};

// Moran's I of rates whose variance depends on the number of people (Assunção & Reis 1999, Stat. Med.
// 18:2147): z = (r − b)/√(a + b/n), centred, with a and b of empirical_bayes.hpp — here a is not cut at 0,
// and b/n alone is used where a + b/n ≤ 0; I = n/S₀ · zᵀWz/zᵀz, n = number of all zones, islands included.
// p by shuffling z over the zones, (1 + #≥)/(R + 1), ties within 1e-9 counted.
// Refuses a zone without people (its rate is unknown), a map without case, identical values, no neighbours.
Outcome<EmpiricalBayesMoran> empirical_bayes_moran(std::span<const double> cases,
                                                   std::span<const double> people,
                                                   const Neighbours& neighbours,
                                                   const EmpiricalBayesMoranOptions& options = {});

}  // namespace maillage::engine
