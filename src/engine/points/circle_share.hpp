#pragma once

#include <array>
#include <cstddef>
#include <utility>

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
    // Distances to the nearest side and to the next one.
    std::pair<double, double> nearest_sides() const;

 private:
    std::array<double, 4> side_;  // distance of each side: left, right, bottom, top
};

// Circles that cross one side only: the share beyond it is arccos(side/radius)/π. For each, what a pair on it
// weighs above 1, 1/(1 − share beyond) − 1, several a vector instruction: arccos x = π/2 − arcsin x up to ½
// and 2 arcsin √((1 − x)/2) beyond it, arcsin by a polynomial (relative error below 10⁻¹⁵, the same bits for
// every width of vector). side ≥ 0; a circle that does not reach its side weighs 0.
void weights_beyond_one_side(const double* side, const double* squared_radius, std::size_t count,
                             double* weight);

}  // namespace maillage::engine
