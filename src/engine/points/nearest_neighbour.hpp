#pragma once

#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/places.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

// Distance of each point to its nearest other one; infinite for a single point, 0 at equal places. Cells of
// about two points each serve up to 32 768 points, unless they crowd (nearest_cells.hpp).
// Otherwise points stand in strips across the longer side of their rectangle, about √n in each, sorted along
// the strip (Bentley, Weide & Yao 1980, ACM TOMS 6:563, with strips of equal numbers in place of squares of
// equal size: where points crowd strips are narrow, and a hot spot costs what the countryside costs). A point
// looks up and down its own strip until what lies along is farther than the best, then into the next strips
// while their border is nearer than it. O(n log n).
std::vector<double> nearest_distances(std::span<const double> x, std::span<const double> y,
                                      const foundation::Executor& run = foundation::run_inline);

// Clark & Evans 1954 (Ecology 35:445): R = mean distance to the nearest neighbour / (½√(|W|/n)); below 1
// points crowd, above 1 they keep apart. Standard error of the mean √((4 − π)|W|/(4π))/n; p two-sided normal
// on the uncorrected R. Donnelly 1978 corrects the expectation for the window's edge:
//     ½√(|W|/n) + (0.0514 + 0.0412/√n)·perimeter/n   (0.0412 as the peers; many texts print 0.041).
// Refuses fewer than 3 distinct places.
struct NearestNeighbourIndex {
    double mean_distance = 0, expected = 0;
    double index = 0, z = 0, p = 1;
    double donnelly_expected = 0, donnelly_index = 0;
    std::size_t used = 0;
};
Outcome<NearestNeighbourIndex> nearest_neighbour_index(
    std::span<const double> x, std::span<const double> y, const Rectangle& window,
    Plane plane = Plane::metres, const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
