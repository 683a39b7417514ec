#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/points/circle_share.hpp"
#include "engine/points/ripley_k.hpp"

namespace maillage::engine {

// What the window does to each point, in the order of the points; nothing without a correction that asks.
struct WindowEdges {
    static constexpr std::uint32_t inner = ~0U;
    std::vector<std::uint32_t> radii;  // border: how many radii leave the point a centre
    std::vector<double> side;          // isotropic: distance to the nearest side,
    std::vector<double> next;          // and the square of that to the next side, infinite for an inner point
    std::vector<float> crossing;       // squared distances above it may be those of circles that cross a side
    std::vector<std::uint32_t> share;  // its place in `shares`, or `inner`
    std::vector<CircleShare> shares;
    std::vector<std::uint32_t> before;  // how many of `shares` belong to the points before
};
// `error`: of the squared distances that are compared with `crossing`.
WindowEdges window_edges(std::span<const double> x, std::span<const double> y, const KOptions& options,
                         double error);

}  // namespace maillage::engine
