#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "foundation/executor.hpp"

namespace maillage::engine {

struct TreeEdge {
    std::uint32_t a, b;
    double length;
};

// The minimum spanning tree of the mutual reachability distances, sorted by length (then by points).
std::vector<TreeEdge> reachability_tree(std::span<const double> x, std::span<const double> y,
                                        std::uint32_t min_points, const foundation::Executor& run);

}  // namespace maillage::engine
