#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/near_repeat/knox.hpp"

namespace maillage::engine {

struct NearPair {
    std::uint32_t first, second;
};

// Pairs nearer than the last finite space edge, sorted by band: those of band b are [start[b], start[b+1]).
struct NearPairs {
    std::vector<NearPair> pairs;
    std::vector<std::size_t> start;
};
Outcome<NearPairs> near_pairs(std::span<const double> x, std::span<const double> y,
                              std::span<const double> space_edges, Metric metric);

// Number of pairs less than each edge apart in time, over all pairs: sorted dates, one pointer an edge.
std::vector<std::uint64_t> pairs_within(std::span<const double> days, std::span<const double> time_edges);

}  // namespace maillage::engine
