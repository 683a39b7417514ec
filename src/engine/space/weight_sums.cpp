#include "engine/space/weight_sums.hpp"

#include <algorithm>

namespace maillage::engine {

WeightSums weight_sums(const Neighbours& neighbours, Weights weights) {
    WeightSums sums;
    std::vector<double> in(neighbours.units(), 0.0), out(neighbours.units(), 0.0);
    for (std::size_t i = 0; i < neighbours.units(); ++i) {
        const double forward = row_weight(neighbours, weights, i);
        for (const std::uint32_t j : neighbours.of(i)) {
            const auto theirs = neighbours.of(j);
            const bool mutual =
                std::binary_search(theirs.begin(), theirs.end(), static_cast<std::uint32_t>(i));
            const double back = mutual ? row_weight(neighbours, weights, j) : 0;
            // ½Σ over ordered pairs: a mutual pair is met twice, a one-way pair once but stands for both
            // orders.
            sums.s1 += (mutual ? 0.5 : 1.0) * (forward + back) * (forward + back);
            sums.s0 += forward;
            out[i] += forward;
            in[j] += forward;
        }
    }
    for (std::size_t i = 0; i < neighbours.units(); ++i) sums.s2 += (in[i] + out[i]) * (in[i] + out[i]);
    return sums;
}

WithoutIslands without_islands(const Neighbours& neighbours) {
    WithoutIslands found;
    std::vector<std::uint32_t> renumbered(neighbours.units(), ~0U);
    for (std::size_t i = 0; i < neighbours.units(); ++i)
        if (neighbours.degree(i) > 0) {
            renumbered[i] = static_cast<std::uint32_t>(found.kept.size());
            found.kept.push_back(static_cast<std::uint32_t>(i));
        }
    for (const std::uint32_t unit : found.kept) {
        for (const std::uint32_t j : neighbours.of(unit))
            if (renumbered[j] != ~0U) found.neighbours.members.push_back(renumbered[j]);
        found.neighbours.start.push_back(static_cast<std::uint32_t>(found.neighbours.members.size()));
    }
    return found;
}

}  // namespace maillage::engine
