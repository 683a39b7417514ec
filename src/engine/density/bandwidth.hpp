#pragma once

#include <cstdint>
#include <span>

#include "engine/core/refusal.hpp"
#include "engine/space/places.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

// A σ that the points themselves propose. None is the true one: they answer different questions.
//   scott:      the geometric mean of sd·n^(−1/6) on both axes (Scott 1992, p. 152). In two dimensions
//               Silverman's rule (1986, § 4.3.2) is the same: its factor (4/(d + 2))^(1/(d + 4)) is 1
//   diggle:     the smallest mean squared error of a Cox process (Berman & Diggle 1989, J. R. Stat. Soc. B
//               51:81), from K with the isotropic correction at 511 radii up to min(short side/4,
//               √(1000/(πλ))): M(h) = (1/λ − 2K(h))/(πh²) + J(h)/(πh²)², σ = h/2; the smallest of its steps
//   likelihood: the largest Σ log f₋ᵢ(xᵢ), each event foretold by the others, edges corrected uniformly
//               (Loader 1999, Local Regression and Likelihood, § 5.3)
//   cronie:     Σ 1/f(xᵢ) = |W|, no correction of edges (Cronie & van Lieshout 2018, Biometrika 105:455)
enum class BandwidthRule : std::uint8_t { scott, diggle, likelihood, cronie };

struct ChosenBandwidth {
    double sigma = 0;
    bool at_end = false;  // the search ended where it had to: the points do not settle σ
};

// Likelihood and Cronie try 16 σ in equal ratios from the smallest distance of two different places to half
// the window's diagonal, then narrow the search around the best to 10⁻⁶ of it (golden section); each try
// costs a density at the points, so that more than 10⁹ pairs of points are refused (`overflow`). Refuses what
// those and K refuse, and fewer than 3 distinct places.
Outcome<ChosenBandwidth> choose_bandwidth(std::span<const double> x, std::span<const double> y,
                                          BandwidthRule rule, const Rectangle& window,
                                          const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
