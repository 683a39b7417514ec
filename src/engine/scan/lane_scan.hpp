#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/philox.hpp"
#include "engine/scan/zones.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

// The maxima of many replicates over the same zones and windows, 32 replicates side by side.
//
// The cases of a replicate are stored [cell][replicate] (a cell = a unit in a time step), so walking a
// centre's units adds contiguous rows: one vector addition for 8–32 replicates, no gathers. What a zone
// expects is the same in every replicate and its LLR rises with its count; so for the lowest LLR that matters
// a smallest count is computed once per zone and window, and the inner loop compares integers. Logarithms are
// taken only where a count reaches it. A maximum below `lowest_llr` is returned as 0: ranks of the clusters
// at or above it stay exact.
struct LaneWindow {
    std::uint32_t from = 0, to = 0;  // steps, inclusive
};

class LaneScan {
 public:
    struct Model {
        std::uint32_t steps = 1;
        std::vector<LaneWindow> windows{{0, 0}};
        // Of (centre, size of the zone, window): fixed over the replicates.
        std::function<double(std::size_t zone, std::size_t window, double cases)> llr;
        std::function<void(std::uint32_t replicate, std::span<std::uint32_t> cells)> draw;  // + counts
        std::uint32_t most_cases = 0;
    };
    // `zone` above = position in zones.members: the zone that ends there.
    LaneScan(const Zones& zones, Model model, double lowest_llr);

    std::vector<double> maxima(std::uint32_t replicates, const foundation::Executor& run) const;

 private:
    void scan_group(std::span<const std::uint32_t> counts, std::span<double> best) const;

    const Zones& zones_;
    Model model_;
    double lowest_;
    std::vector<std::uint32_t> least_;  // smallest count that reaches the lowest LLR, [zone][window]
};

}  // namespace maillage::engine
