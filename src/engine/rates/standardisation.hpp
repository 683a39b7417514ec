#pragma once

#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// Cases and people by stratum (age band × sex…), one row of a table per zone: strata of one zone are
// contiguous.
struct StratifiedCounts {
    std::span<const double> cases;       // zones × strata
    std::span<const double> population;  // zones × strata
    std::size_t strata = 1;
};

struct StandardisedRatio {
    double observed = 0;
    double expected = 0;
    double ratio = 0;   // observed / expected (SMR)
    Interval interval;  // Garwood's on the observed count, over expected
};

// Indirect standardisation: E_i = Σ_k n_ik·(O_k/N_k), each stratum's rate pooled over all zones.
// Refuses tables whose sizes differ, negative or not finite cells, a stratum or a zone with cases but nobody.
// A zone without cases nor anything expected has the ratio 0 and no upper bound.
Outcome<std::vector<StandardisedRatio>> indirect_standardisation(const StratifiedCounts& counts,
                                                                 double level = 0.95);

struct DirectRate {
    double rate = 0;
    double variance = 0;
    Interval interval;
};

// Direct standardisation of one zone on a standard population's shares w (normalised to Σw = 1):
//     rate = Σ w_k·O_k/n_k, variance = Σ w_k²·O_k/n_k²,
// interval of Dobson, Kuulasmaa, Eberle & Scherer (1991, Stat. Med. 10:457): rate + √(variance/O)·(limit(O) −
// O), limit(O) Garwood's. Without any case the interval is [0, √(Σw²/n²)·Garwood's upper bound of 0].
Outcome<DirectRate> direct_standardisation(std::span<const double> cases, std::span<const double> population,
                                           std::span<const double> standard, double level = 0.95);

}  // namespace maillage::engine
