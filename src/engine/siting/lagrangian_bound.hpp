#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/siting/reduced_coverage.hpp"

namespace maillage::engine {

enum SiteState : std::uint8_t { Free, Inside, Outside };

struct BoundQuestion {
    std::uint32_t sites = 0;
    std::span<const SiteState> state;
    double target = 0;  // stop as soon as the bound is below it
    std::uint32_t steps = 60;
};

struct LagrangianBound {
    double bound = 0;
    std::vector<std::uint32_t> choice;  // the best choice met on the way
    std::uint32_t branch = ~0U;         // the free candidate to decide next; ~0U when none is left
};

// With a price u_row in [0, w]: Σ(w − u) + Σ of the prices of the rows of the sites inside and of the best
// free ones. Any choice covers at most that. `prices` is the start and receives the best prices found; a
// subgradient step moves each price by the number of chosen sites that see its row, less one.
LagrangianBound lagrangian_bound(const ReducedCoverage& r, const BoundQuestion& question,
                                 std::vector<double>& prices);

}  // namespace maillage::engine
