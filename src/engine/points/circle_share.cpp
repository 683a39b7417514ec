#include "engine/points/circle_share.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace maillage::engine {

CircleShare::CircleShare(double x, double y, const Rectangle& w)
    : side_{x - w.left, w.right - x, y - w.bottom, w.top - y} {
    for (std::size_t side = 0; side < 4; ++side)
        for (std::size_t end = 0; end < 2; ++end)
            corner_[side][end] = std::atan2(side_[(side < 2 ? 2 : 0) + end], side_[side]);
}

double CircleShare::inside(double radius) const {
    double outside = 0;
    for (std::size_t side = 0; side < 4; ++side) {
        if (side_[side] >= radius) continue;
        const double arc = std::acos(side_[side] / radius);
        outside += std::min(arc, corner_[side][0]) + std::min(arc, corner_[side][1]);
    }
    return 1 - outside / (2 * std::numbers::pi);
}

}  // namespace maillage::engine
