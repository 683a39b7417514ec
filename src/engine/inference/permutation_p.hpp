#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace maillage::engine {

// Monte-Carlo p of R replicates: (1 + #{replicate ≥ observed})/(R + 1), the observation being one of the
// equally likely outcomes (Davison & Hinkley 1997, § 4.2.5). Never 0.
constexpr double permutation_p(std::uint64_t at_least_as_large, std::uint64_t replicates) {
    return (1 + static_cast<double>(at_least_as_large)) / (static_cast<double>(replicates) + 1);
}

// Both tails: twice the smaller, at most 1.
constexpr double two_sided_permutation_p(double high, double low) {
    return std::min(1.0, 2 * std::min(high, low));
}

// "Replicate ≥ observed" with a relative tolerance: two orders of the same additions are a tie.
inline double tie_bound(double observed) { return observed - 1e-9 * std::abs(observed); }

}  // namespace maillage::engine
