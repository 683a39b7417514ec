#include "engine/surveillance/stable_neg_bin.hpp"

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>

namespace maillage::engine {
namespace {

double slope(double root, double dispersion) {
    return 3 * root / std::cbrt(1 + dispersion * root * root * root);
}

// From 0 to the cube root of the count.
double up_to(double root, double dispersion) {
    const auto height = [dispersion](double r) { return slope(r, dispersion); };
    // Within a third of the distance to its branch point the integrand is smooth, and beyond it pieces as far
    // from that point as they are long.
    const double near = dispersion > 0 ? 0.3 / std::cbrt(dispersion) : root;
    double sum = 0;
    for (double begin = 0, end = std::min(near, root); begin < root;) {
        sum += boost::math::quadrature::gauss<double, 15>::integrate(height, begin, end);
        begin = end;
        end = std::min(2 * end, root);
    }
    return sum;
}

}  // namespace

double stable_neg_bin(double x, double dispersion) { return up_to(std::cbrt(x), dispersion); }

// A is convex in the root: Newton's steps fall towards the solution once they are above it.
double count_of_stable_neg_bin(double stable, double dispersion) {
    if (!(stable > 0)) return 0;
    double root = std::sqrt(stable);
    while (up_to(root, dispersion) < stable) root *= 2;
    for (double step = root; step > 1e-14 * root;) {
        step = (up_to(root, dispersion) - stable) / slope(root, dispersion);
        root -= std::max(step, 0.0);
    }
    return root * root * root;
}

}  // namespace maillage::engine
