#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/points/pair_histogram.hpp"
#include "engine/points/window_edges.hpp"

namespace maillage::engine {

// What the circles that leave the window weigh above 1, for the isotropic correction. Those that cross one
// side, nearly all, are gathered until there are enough for vectors.
class CircleWeights {
 public:
    static constexpr std::size_t most_at_once = 512;

    explicit CircleWeights(PairHistogram& found) : found_(found) {}

    // Circles around one point through `bin.size()` places, of which the radii and about the squares are
    // known; exact(k) is the square itself.
    template <class Exact>
    void around(const WindowEdges& edges, std::size_t point, std::span<const std::uint32_t> bin,
                const float* squared, const Exact& exact) {
        const std::size_t radii = found_.radii;
        const float least = edges.crossing[point];
        std::size_t crossed = 0;
        for (std::size_t k = 0; k < bin.size(); ++k) {
            crossed_[crossed] = static_cast<std::uint32_t>(k);
            crossed += static_cast<std::size_t>((squared[k] > least) & (bin[k] < radii));
        }
        for (std::size_t c = 0; c < crossed; ++c) {
            const std::uint32_t k = crossed_[c];
            weigh(edges, point, exact(k), bin[k]);
        }
    }

    // Circles around places first, first + 1 … through one point.
    template <class Exact>
    void through(const WindowEdges& edges, std::size_t first, std::span<const std::uint32_t> bin,
                 const float* squared, const Exact& exact) {
        const std::size_t radii = found_.radii;
        const float* least = edges.crossing.data() + first;
        std::size_t crossed = 0;
        for (std::size_t k = 0; k < bin.size(); ++k) {
            crossed_[crossed] = static_cast<std::uint32_t>(k);
            crossed += static_cast<std::size_t>((squared[k] > least[k]) & (bin[k] < radii));
        }
        for (std::size_t c = 0; c < crossed; ++c) {
            const std::uint32_t k = crossed_[c];
            weigh(edges, first + k, exact(k), bin[k]);
        }
    }

    // What was gathered and not yet added.
    void finish() {
        weights_beyond_one_side(side_.data(), squared_.data(), count_, weight_.data());
        for (std::size_t k = 0; k < count_; ++k) found_.weights[bin_[k]] += weight_[k];
        count_ = 0;
    }

 private:
    void weigh(const WindowEdges& edges, std::size_t point, double squared, std::uint32_t bin) {
        if (squared > edges.next[point]) [[unlikely]] {
            found_.weights[bin] += 1 / edges.shares[edges.share[point]].inside(std::sqrt(squared)) - 1;
            return;
        }
        side_[count_] = edges.side[point];
        squared_[count_] = squared;
        bin_[count_] = bin;
        if (++count_ == most_at_once) finish();
    }

    PairHistogram& found_;
    std::array<std::uint32_t, most_at_once> crossed_, bin_;
    std::array<double, most_at_once> side_, squared_, weight_;
    std::size_t count_ = 0;
};

}  // namespace maillage::engine
