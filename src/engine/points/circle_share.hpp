#pragma once

#include <array>

#include "engine/space/places.hpp"

namespace maillage::engine {

// Share of circles around one place of a rectangle that lies inside the rectangle, in closed form. Each of
// the eight half-sides, seen from the place, cuts an arc of its own: between the foot of the perpendicular
// and the corner, where the circle is beyond the side. The corners' angles do not depend on the radius: they
// are found once a place, and a circle costs one arc cosine for each side it crosses.
class CircleShare {
 public:
    CircleShare(double x, double y, const Rectangle& window);
    double inside(double radius) const;

 private:
    std::array<double, 4> side_;                     // distance of each side
    std::array<std::array<double, 2>, 4> corner_{};  // angle from its perpendicular to its two corners
};

}  // namespace maillage::engine
