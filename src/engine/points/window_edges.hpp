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
    std::vector<double> side;          // isotropic: distance to the nearest side,
    std::vector<double> squared;       // its square
    std::vector<double> next;          // and that of the distance to the next side
    std::vector<std::uint32_t> radii;  // border: how many radii leave the point a centre
    std::vector<std::uint32_t> share;  // isotropic: its place in `shares`, or `inner`
    std::vector<CircleShare> shares;
    std::vector<std::uint32_t> before{0};  // how many of `shares` belong to the points before
};
WindowEdges window_edges(std::span<const double> x, std::span<const double> y, const KOptions& options);

}  // namespace maillage::engine
