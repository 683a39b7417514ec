#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// A wall that hides what lies behind it: one side of a building's outline, metres.
struct Wall {
    double ax = 0, ay = 0, bx = 0, by = 0;
};

struct ViewPoint {
    double x = 0, y = 0;
    double range = 100;  // metres
};

// What a camera at that place sees of the plane within its range, walls being opaque and without height
// (a street seen from a mast, not from above). The visible region is star-shaped: a list of sectors in rising
// angle, each seen up to a straight line (a wall) or to the range.
struct ViewSector {
    double from_angle = 0, to_angle = 0;  // radians, −π … π, counter-clockwise from east
    double from_distance = 0, to_distance = 0;
    bool wall = false;  // false: an arc at the range
};
struct ViewShed {
    std::vector<ViewSector> sectors;
    double area = 0;  // m²

    // Whether a target is seen; on a wall or at the range counts as seen (to 1 mm).
    bool sees(const ViewPoint& from, double x, double y) const;
};

// Rotational sweep (Asano 1985, Trans. IECE Jpn. E68:557; de Berg et al. 2008, Computational Geometry,
// § 15.2): the ends of the walls are sorted by angle around the view point; between two successive ends the
// order of the walls along the ray does not change, so the nearest of those under the ray hides the rest.
// Walls must not cross between their ends: outlines of buildings do not; two that cross are still seen right
// wherever the ray meets one of them alone. O(E log E + E·k), k = walls under a ray at once. Walls are cut at
// the range first. Refuses coordinates that are not finite, a range that is not positive, a view point on a
// wall (`all_identical`: nothing can be told apart there).
Outcome<ViewShed> view_shed(const ViewPoint& from, std::span<const Wall> walls);

// How many of the view points see each target; `twice` is the share of the weight seen by at least two.
struct Redundancy {
    std::vector<std::uint32_t> seen_by;
    double seen = 0, twice = 0;  // shares of the weight, 0 … 1
};
struct Targets {
    std::span<const double> x, y, weight;  // weight empty: 1 each
};
Outcome<Redundancy> redundancy(std::span<const ViewPoint> from, std::span<const Wall> walls,
                               const Targets& targets);

}  // namespace maillage::engine
