#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

struct HierarchicalClustering {
    std::vector<std::uint32_t> cluster;  // 1, 2, … by the lowest point; 0 = noise
    std::vector<double> membership;      // λ of the point / largest λ of its cluster; 0 for noise
    std::vector<double> stability;       // by cluster: Σ(λ_p − λ_birth)
    std::uint32_t clusters = 0;
    std::size_t noise_points = 0;
};

// Clusters of any density (Campello, Moulavi & Sander 2013, PAKDD, LNAI 7819:160). The core distance of a
// point is that to its min_points-th nearest, itself counted; two points are as far apart as the largest of
// their distance and both core distances. Cutting the minimum spanning tree of these distances from the
// longest edge down makes a tree of clusters; a split counts when both sides have at least min_points points.
// λ = 1/distance, and the clusters kept are those whose stability exceeds that of all they split into
// ("excess of mass"); the whole is never a cluster of itself.
//
// The tree is grown by Borůvka's rounds over a cell grid: in each round every component finds its nearest
// outside point, components at least halve, so there are at most log₂ n rounds. A point's nearest outside
// point stays so until it joins the component; the shortest of those still known bounds the component's
// search, and cells that lie wholly within it are passed over: what is inside a component is not looked at
// again. Ties of length are settled by point numbers, so the tree does not depend on the number of threads.
// Refuses fewer points than min_points, min_points < 2.
Outcome<HierarchicalClustering> hdbscan(std::span<const double> x, std::span<const double> y,
                                        std::uint32_t min_points, Plane plane = Plane::metres,
                                        const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
