#include "engine/points/circle_share.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/wide.hpp"

namespace maillage::engine {
namespace {

// From the perpendicular of a side to its corner. In the corner itself both sides share the quarter turn.
double corner_angle(double along, double away) {
    return along == 0 && away == 0 ? std::numbers::pi / 4 : std::atan2(along, away);
}

// arcsin(√z)/√z for z ≤ ¼: Chebyshev's interpolation, off by 10⁻¹⁷ at most.
inline double arcsine_over_root(double z) {
    double sum = 0.028757851367421566;
    sum = sum * z - 0.014851887071247204;
    sum = sum * z + 0.01740087944269402;
    sum = sum * z + 0.005457506718640358;
    sum = sum * z + 0.01032281435018578;
    sum = sum * z + 0.011479177415184906;
    sum = sum * z + 0.013971212973552933;
    sum = sum * z + 0.017352392720869973;
    sum = sum * z + 0.02237217294214989;
    sum = sum * z + 0.030381944138531247;
    sum = sum * z + 0.04464285714635543;
    sum = sum * z + 0.07499999999998433;
    sum = sum * z + 0.16666666666666669;
    return 1 + z * sum;
}

MAILLAGE_WIDE void beyond_one_side(const double* side, const double* squared_radius, std::size_t count,
                                   double* weight) {
    for (std::size_t k = 0; k < count; ++k) {
        const double ratio = side[k] / __builtin_elementwise_sqrt(squared_radius[k]);
        const double x = ratio < 1 ? ratio : 1;
        const bool low = x < 0.5;
        const double z = low ? x * x : (1 - x) / 2, root = low ? x : __builtin_elementwise_sqrt(z);
        const double arcsine = root * arcsine_over_root(z);
        const double arc = low ? std::numbers::pi / 2 - arcsine : 2 * arcsine;
        weight[k] = 1 / (1 - arc / std::numbers::pi) - 1;
    }
}

}  // namespace

void weights_beyond_one_side(const double* side, const double* squared_radius, std::size_t count,
                             double* weight) {
    beyond_one_side(side, squared_radius, count, weight);
}

std::pair<double, double> CircleShare::nearest_sides() const {
    const auto [x, wide] = std::minmax(side_[0], side_[1]);
    const auto [y, high] = std::minmax(side_[2], side_[3]);
    return x < y ? std::pair{x, std::min(y, wide)} : std::pair{y, std::min(x, high)};
}

double CircleShare::inside(double radius) const {
    double outside = 0;
    for (std::size_t side = 0; side < 4; ++side) {
        const double away = side_[side];
        if (away >= radius) continue;
        const double arc = std::acos(away / radius);
        // The two ends of a side are as far as the sides across it.
        for (std::size_t end = side < 2 ? 2 : 0; end < (side < 2 ? 4U : 2U); ++end) {
            const double along = side_[end];
            outside += away * away + along * along >= radius * radius ? arc : corner_angle(along, away);
        }
    }
    return 1 - outside / (2 * std::numbers::pi);
}

}  // namespace maillage::engine
