#include "engine/points/circle_share.hpp"

#include <cmath>
#include <numbers>

namespace maillage::engine {
namespace {

// From the perpendicular of a side to its corner. In the corner itself both sides share the quarter turn.
double corner_angle(double along, double away) {
    return along == 0 && away == 0 ? std::numbers::pi / 4 : std::atan2(along, away);
}

}  // namespace

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
