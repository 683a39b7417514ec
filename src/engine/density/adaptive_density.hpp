#pragma once

#include "engine/density/density_image.hpp"

namespace maillage::engine {

// Wide kernels where events are rare, narrow ones where they crowd (Abramson 1982, Ann. Stat. 10:1217):
//     σᵢ = σ₀·(f̃(xᵢ)/g)^(−1/2), f̃ the fixed density with σ₀ (uniform correction), g its geometric mean at
// the events; the factor is kept within [1/5, 5]. Each kernel is divided by its own mass inside the window
// (Diggle's correction, at σᵢ), so the total stays the number of events.
struct AdaptiveDensity {
    DensityImage image;
    std::vector<double> sigmas;  // σᵢ of each event inside the window, in the order of the rows
    double largest_error = 0;  // of the density against direct summation, at 64 centres spread over the image
};

// Kernels of n different widths would cost n convolutions. Widths are spread over 24 steps in geometric
// progression and each event is shared between the two steps around its width, in proportion to nearness of
// the logarithms: one separable convolution a step, and an error of the second order in the step
// (≤ (ln step)²/8 · |∂²φ/∂(ln σ)²|). The true largest error is measured against direct summation and
// returned.
Outcome<AdaptiveDensity> adaptive_density(std::span<const double> x, std::span<const double> y,
                                          const DensityOptions& options,
                                          const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
