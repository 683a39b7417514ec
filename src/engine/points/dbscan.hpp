#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

struct DbscanOptions {
    double eps = 50;                // metres
    std::uint32_t min_points = 20;  // the point itself counts
    Plane plane = Plane::metres;
};

struct Clustering {
    static constexpr std::uint32_t noise = 0;
    std::vector<std::uint32_t> cluster;  // 1, 2, … by the lowest core point; 0 = noise
    std::vector<std::uint8_t> core;
    std::uint32_t clusters = 0;
    std::size_t noise_points = 0;
};

// Density-based clusters (Ester, Kriegel, Sander & Xu 1996, KDD-96): a point with at least min_points points
// within eps (≤) is core; core points within eps of each other share a cluster. A border point belongs to its
// nearest core point, the lowest number on ties, so the order of visiting does not matter.
//
// Cells of side eps/√2 (Gunawan 2013, thesis, TU Eindhoven): two points of one cell are within eps, so a cell
// with min_points points is all core without one distance computed, and the core points of a cell are one
// cluster at once. Clusters are then a union of cells: two cells join as soon as one pair of their core
// points is near enough, and cells already joined are not looked at again.
Outcome<Clustering> dbscan(std::span<const double> x, std::span<const double> y, const DbscanOptions& options,
                           const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
