#pragma once

#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// Adjusted p of Benjamini & Hochberg (1995, J. R. Stat. Soc. B 57:289): q(i) = min over j ≥ i of p(j)·m/j in
// the order of p, at most 1. Reporting q ≤ 0.05 keeps the expected share of false discoveries under 5 %.
// Refuses a p that is not in [0, 1]. An empty family gives an empty answer.
Outcome<std::vector<double>> benjamini_hochberg(std::span<const double> p);

}  // namespace maillage::engine
