#include <cmath>

#include "bench/engine/points.hpp"
#include "bench/engine/stopwatch.hpp"
#include "engine/scan/spatial_scan.hpp"
#include "engine/space/local_statistics.hpp"
#include "engine/space/permutation.hpp"

namespace maillage::bench {
namespace {

// Events of each cell of a lattice over the town.
std::vector<double> counts(const Events& at, std::uint32_t side) {
    std::vector<double> cells(static_cast<std::size_t>(side) * side, 0.0);
    for (std::size_t i = 0; i < at.x.size(); ++i) {
        const auto column = std::min(side - 1, static_cast<std::uint32_t>(at.x[i] / 12000 * side));
        const auto row = std::min(side - 1, static_cast<std::uint32_t>(at.y[i] / 10000 * side));
        ++cells[static_cast<std::size_t>(row) * side + column];
    }
    return cells;
}

void lattice(const Stopwatch& watch, std::uint32_t side) {
    const std::size_t n = static_cast<std::size_t>(side) * side;
    if (n > watch.most()) return;
    const auto values = counts(events(3 * n), side);
    engine::Neighbours next;
    watch.time("Neighbours", n, "queen", [&] { next = engine::queen_lattice(side, side); });
    next = engine::queen_lattice(side, side);
    watch.time("GiStar-analytic", n, "queen lattice",
               [&] { static_cast<void>(engine::local_g_star(values, next)); });
    watch.time("LISA-analytic", n, "queen lattice", [&] {
        static_cast<void>(engine::local_moran(values, next, engine::Weights::row_standardised));
    });
    watch.time("GiStar-perm", n, "999 permutations", [&] {
        static_cast<void>(engine::local_g_permuted(values, next, {.permutations = 999}, watch.run()));
    });
    watch.time("LISA-perm", n, "999 permutations", [&] {
        static_cast<void>(engine::local_moran_permuted(values, next, {.permutations = 999}, watch.run()));
    });
}

// 281 areas with the populations and cases of a county.
void spatial_scan(const Stopwatch& watch) {
    const Events at = events(281);
    std::vector<double> people, cases;
    for (std::size_t i = 0; i < 281; ++i) {
        people.push_back(1000 + std::floor(at.days[i]) * 5);
        cases.push_back(std::floor(at.days[i] / 250) + (i % 5 == 0 ? 1 : 0));
    }
    for (const double share : {0.5, 0.15})
        watch.time("Scan-Poisson", 281, share == 0.5 ? "999 replicates <= 50 %" : "999 replicates <= 15 %",
                   [&] {
                       static_cast<void>(engine::poisson_scan(
                           at.x, at.y, cases, people, {.zones = {.largest_share = share}}, watch.run()));
                   });
}

}  // namespace

void area_methods(const Stopwatch& watch) {
    for (const std::uint32_t side : {100U, 316U, 1000U}) lattice(watch, side);
    spatial_scan(watch);
}

}  // namespace maillage::bench
