#include "engine/density/gaussian_kernel.hpp"

#include <cmath>
#include <numbers>

namespace maillage::engine {

double gaussian_kernel(double squared_distance, double sigma) {
    const double variance = sigma * sigma;
    return std::exp(-squared_distance / (2 * variance)) / (2 * std::numbers::pi * variance);
}

double kernel_mass_inside(double x, double y, double sigma, const Rectangle& window) {
    const double scale = 1 / (sigma * std::numbers::sqrt2);
    const double across = std::erf((window.right - x) * scale) - std::erf((window.left - x) * scale);
    const double along = std::erf((window.top - y) * scale) - std::erf((window.bottom - y) * scale);
    return across * along / 4;
}

}  // namespace maillage::engine
