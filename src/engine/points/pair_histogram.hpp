#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/points/radius_finder.hpp"

namespace maillage::engine {

// What the pairs of one block of centres add up to, a radius each; beyond the radii, what is too far.
struct PairHistogram {
    // Counts are kept in turns: an addition need not wait for the one before it, often to the same radius.
    static constexpr std::size_t turns = 8;
    std::size_t radii, entries;
    std::vector<std::uint64_t> counts;  // a turn after the other
    std::vector<std::int64_t> removed;
    std::vector<double> weights;

    explicit PairHistogram(std::size_t wanted)
        : radii(wanted),
          entries(wanted + RadiusFinder::too_far),
          counts(turns * entries),
          removed(wanted + 1),
          weights(entries) {}

    void count(const std::uint32_t* at, std::size_t places) {
        std::uint64_t* turn[turns];
        for (std::size_t k = 0; k < turns; ++k) turn[k] = counts.data() + k * entries;
        std::size_t k = 0;
        for (; k + turns <= places; k += turns)
            for (std::size_t j = 0; j < turns; ++j) ++turn[j][at[k + j]];
        for (std::size_t j = 0; k < places; ++k, ++j) ++turn[j][at[k]];
    }

    // The turns put together.
    void fold() {
        for (std::size_t turn = 1; turn < turns; ++turn)
            for (std::size_t k = 0; k < entries; ++k) counts[k] += counts[turn * entries + k];
        counts.resize(entries);
        counts.shrink_to_fit();
    }
};

}  // namespace maillage::engine
