#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"

namespace maillage::engine {

// One unit's statistic. `defined` is false for islands, and then it is in no ranking and no family of tests.
struct LocalStatistic {
    bool defined = false;
    double statistic = 0;  // Gi and Gi*: the z score itself; local Moran: Iᵢ
    double expected = 0;
    double variance = 1;
    double z = 0;
    double p = 1;  // two-sided, normal
    double q = 1;  // Benjamini–Hochberg over the defined units
};

// Getis and Ord's Gᵢ (Ord & Getis 1995, Geogr. Anal. 27:286): the unit is compared with the n−1 others.
//     z = (Σⱼw x − Wᵢ x̄ᵢ) / (sᵢ √(((n−1)S₁ᵢ − Wᵢ²)/(n−2))), x̄ᵢ and sᵢ over the others (divisor n−1).
// Row-standardised and binary weights give the same z.
Outcome<std::vector<LocalStatistic>> local_g(std::span<const double> values, const Neighbours& neighbours);

// Gᵢ*: the unit belongs to its own neighbourhood, w_ii = 1; mean and variance over all n. Ord and Getis
// divide the sum of squares by n; with n − 1, as some books print it, every z is √((n−1)/n) times that.
enum class Divisor : std::uint8_t { n, n_minus_1 };
Outcome<std::vector<LocalStatistic>> local_g_star(std::span<const double> values,
                                                  const Neighbours& neighbours, Divisor divisor = Divisor::n);

enum class LocalMoments { conditional, total };

// Local Moran's Iᵢ = (zᵢ/m₂) Σw z (Anselin 1995, Geogr. Anal. 27:93) with the conditional moments of Sokal,
// Oden & Thomson (1998, Geogr. Anal. 30:331), used for z and p; `total` gives Anselin's own. With z = xᵢ − x̄,
// m₂ = Σz²/n, b₂ = (Σz⁴/n)/m₂², W = Σⱼw_ij and W₂ = Σⱼw_ij²:
//     conditional: E = −z²W/((n−1)m₂),  V = (z/m₂)²·n/(n−2)·(W₂ − W²/(n−1))·(m₂ − z²/(n−1))
//     total:       E = −W/(n−1),  V = W₂(n − b₂)/(n−1) + (W² − W₂)(2b₂ − n)/((n−1)(n−2)) − W²/(n−1)²
// A value equal to the mean has no conditional variance and is in no family of tests.
Outcome<std::vector<LocalStatistic>> local_moran(std::span<const double> values, const Neighbours& neighbours,
                                                 Weights weights,
                                                 LocalMoments moments = LocalMoments::conditional);

}  // namespace maillage::engine
