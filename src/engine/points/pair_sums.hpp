#pragma once

#include <vector>

#include "engine/points/ripley_k.hpp"

namespace maillage::engine {

// For each radius: Σ of the weights of the ordered pairs at most that far apart, and, with the border
// correction, the number of centres that are farther than the radius from the edge.
struct PairSums {
    std::vector<double> pairs, centres;
};

// Pairs of one pattern. Points are sorted into cells of a quarter of the largest radius; a point meets those
// after it in the order, in the cells that its half circle touches, so an unordered pair is seen once and
// counts for both its ends. The radii of a run of points come first, several a vector instruction and no
// branch to mispredict (radius_finder.hpp); counting them is what takes the time. Weights other than 1
// (circles that leave the window, for the isotropic correction) are added apart, so that counts stay whole
// numbers.
PairSums pair_sums_within(PointColumns points, const KOptions& options, const foundation::Executor& run);

// From the points of one pattern to those of another: ordered pairs, each counted for its first end.
PairSums pair_sums_between(PointColumns from, PointColumns to, const KOptions& options,
                           const foundation::Executor& run);

}  // namespace maillage::engine
