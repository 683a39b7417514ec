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
// expects is the same in every replicate, and its LLR rises with its count; so the inner loop compares counts
// with the smallest one that reaches a level. Levels rise in steps from the lowest LLR that matters; a group
// uses the highest level that all its 32 maxima have passed, since below it nothing changes a maximum.
// Where a count reaches it, the count is compared again with the level that its own replicate has passed;
// logarithms are taken only beyond. The table of smallest counts comes from the largest
// size at which each count reaches each level, found once: the LLR falls with the size. A maximum below
// `lowest_llr` is returned as 0: ranks of the clusters at or above it stay exact.
struct LaneWindow {
    std::uint32_t from = 0, to = 0;  // steps, inclusive
};

class LaneScan {
 public:
    struct Model {
        std::uint32_t steps = 1;
        std::vector<LaneWindow> windows{{0, 0}};
        // What is expected, or the people, in each [zone][window]; a zone = a position in zones.members.
        std::span<const double> size;
        std::function<double(double cases, double size)> llr;
        std::function<void(std::uint32_t replicate, std::span<std::uint32_t> cells)> draw;  // + counts
        std::uint32_t most_cases = 0;
    };
    LaneScan(const Zones& zones, Model model, double lowest_llr, const foundation::Executor& run);

    // Of replicates first + 1 … first + count.
    std::vector<double> maxima(std::uint32_t first, std::uint32_t count) const;

 private:
    std::vector<double> largest_sizes(double level) const;
    void fill_levels();
    class Group;
    void scan_space(const std::uint32_t* counts, Group& group) const;
    void scan_space_time(const std::uint32_t* counts, Group& group) const;

    const Zones& zones_;
    Model model_;
    const foundation::Executor& run_;
    std::vector<double> levels_;
    std::vector<std::uint32_t> least_;  // smallest count that reaches each level, [level][zone][window]
};

}  // namespace maillage::engine
