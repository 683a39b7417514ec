#pragma once

#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/density/gaussian_kernel.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

enum class Itself { counted, left_out };

struct PointDensityOptions {
    double sigma = 250;  // metres
    Rectangle window;
    EdgeCorrection edge = EdgeCorrection::diggle;
    Itself itself = Itself::counted;  // left_out: minus φ(0) before the correction, for choosing σ
    Plane plane = Plane::metres;
};

// The kernel density at the events themselves, in events per square metre, by direct summation:
//     f(xᵢ) = Σⱼ φ_σ(xᵢ − xⱼ)   (Silverman 1986, Density Estimation, § 4.2).
// Kernels are cut at 9σ, where φ is 3·10⁻¹⁸ of its top: the sum is exact to rounding. The events are read in
// cells of that size, so the cost is O(n·m), m = events within 9σ. It is the oracle of `density_image`.
// Refuses places outside the window, a σ or a window that is not positive, more than 2·10¹¹ kernels
// (`overflow`).
Outcome<std::vector<double>> density_at_points(std::span<const double> x, std::span<const double> y,
                                               const PointDensityOptions& options,
                                               const foundation::Executor& run = foundation::run_inline);

// Scott's starting bandwidths (1992, Multivariate Density Estimation, p. 152): sd·n^(−1/6) on each axis, sd
// with divisor n − 1. Refuses fewer than 3 distinct places.
struct Bandwidths {
    double x, y;
};
Outcome<Bandwidths> scott_bandwidths(std::span<const double> x, std::span<const double> y);

}  // namespace maillage::engine
