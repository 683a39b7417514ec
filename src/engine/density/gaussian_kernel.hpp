#pragma once

#include "engine/space/places.hpp"

namespace maillage::engine {

// φ_σ at squared distance d²: exp(−d²/2σ²) / (2πσ²), per square metre.
double gaussian_kernel(double squared_distance, double sigma);

// e(x, y) = ∫_W φ_σ: the share of a kernel centred there that falls inside the rectangle, exact: a product of
// two differences of the normal cdf.
double kernel_mass_inside(double x, double y, double sigma, const Rectangle& window);

// What to do about the part of each kernel that falls outside the window, where nothing can be observed.
//   uniform: f(x)/e(x), unbiased where the density is uniform (Diggle 1985, Appl. Stat. 34:138)
//   diggle:  Σ φ(x − xᵢ)/e(xᵢ), keeps the total number of events (Jones 1993, Stat. Comput. 3:135)
enum class EdgeCorrection { none, uniform, diggle };

}  // namespace maillage::engine
