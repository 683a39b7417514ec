#pragma once

#include <array>

#include "engine/space/places.hpp"

namespace maillage::engine {

// Share of circles around one place of a rectangle that lies inside the rectangle, in closed form. Each of
// the eight half-sides, seen from the place, cuts an arc of its own: between the foot of the perpendicular
// and the corner, where the circle is beyond the side. A circle that does not reach the corner cuts the angle
// of its own crossing, one that does the angle of the corner: one arc cosine for each side it crosses.
class CircleShare {
 public:
    CircleShare(double x, double y, const Rectangle& window)
        : side_{x - window.left, window.right - x, y - window.bottom, window.top - y} {}
    double inside(double radius) const;

 private:
    std::array<double, 4> side_;  // distance of each side: left, right, bottom, top
};

}  // namespace maillage::engine
