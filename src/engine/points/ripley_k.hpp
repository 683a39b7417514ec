#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/places.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

// What to do about neighbours that the window hides.
//   none:      |W|/(n(n−1)) Σ_{i≠j} 1{d ≤ r}, biased low
//   border:    only points farther than r from the edge (strictly) are centres; their mean count × |W|/n
//   translate: each pair weighs |W|/|W ∩ W shifted by xᵢ − xⱼ| (Ohser & Stoyan 1981, Biom. J. 23:523)
//   isotropic: each ordered pair weighs 1/(share of the circle around i through j that lies in the window)
//              (Ripley 1977, J. R. Stat. Soc. B 39:172)
enum class KCorrection : std::uint8_t { none, border, translate, isotropic };

struct KOptions {
    Rectangle window;
    std::span<const double> radii;  // increasing, > 0
    KCorrection correction = KCorrection::isotropic;
    Plane plane = Plane::metres;
};

// Ripley's K: the mean number of other points within r (≤) of a point, over the mean density. πr² for points
// at random. One value a radius; NaN never: where the border leaves no centre the radius is refused
// (`parameter_out_of_range`, found = r). Radii equal to a distance of the data are decided by the last bit.
//
// Points are read in cells, each pair once, into a histogram over the radii: one pass whatever their number
// (pair_sums.hpp). Blocks of points are the blocks of work, and histograms are added in their order.
// Error: a sum of m weights ≥ 0, each right to 10⁻¹⁵ of itself, is right to m·2⁻⁵³ of itself; spatstat's
// values are met to 10⁻⁹.
// Refuses fewer than 2 points, a place outside the window.
Outcome<std::vector<double>> ripley_k(std::span<const double> x, std::span<const double> y,
                                      const KOptions& options,
                                      const foundation::Executor& run = foundation::run_inline);

// The same between two types: from each point of the first to the points of the second, |W|/(n₁n₂).
struct PointColumns {
    std::span<const double> x, y;
};
Outcome<std::vector<double>> cross_k(PointColumns from, PointColumns to, const KOptions& options,
                                     const foundation::Executor& run = foundation::run_inline);

// Envelope of K under complete spatial randomness: the smallest and largest of `simulations` patterns of the
// same number of points, uniform in the window.
struct KEnvelope {
    std::vector<double> observed, lowest, highest;
};
struct EnvelopeOptions {
    std::uint32_t simulations = 99;
    std::uint64_t seed = 0;
};
Outcome<KEnvelope> k_envelope(std::span<const double> x, std::span<const double> y, const KOptions& options,
                              const EnvelopeOptions& envelope,
                              const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
