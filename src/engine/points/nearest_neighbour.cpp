#include "engine/points/nearest_neighbour.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "engine/core/normal.hpp"
#include "engine/points/ring_search.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t positions_per_block = 2048;

double squared_to_nearest(const CellGrid& grid, std::uint32_t point) {
    const double x = grid.x()[point], y = grid.y()[point];
    double best = std::numeric_limits<double>::infinity();
    visit_rings(
        grid, x, y,
        [&](CellGrid::Run cells) {
            for (std::uint32_t k = cells.begin; k < cells.end; ++k) {
                if (k == point) continue;
                const double dx = grid.x()[k] - x, dy = grid.y()[k] - y;
                best = std::min(best, dx * dx + dy * dy);
            }
        },
        [&](double away) { return away * away > best; });
    return best;
}

}  // namespace

std::vector<double> nearest_distances(std::span<const double> x, std::span<const double> y,
                                      const foundation::Executor& run) {
    std::vector<double> distances(x.size());
    if (x.empty()) return distances;
    const CellGrid grid(x, y, side_of_cells(x, y, 2));
    run((x.size() + positions_per_block - 1) / positions_per_block, [&](std::size_t block) {
        const std::size_t end = std::min(x.size(), (block + 1) * positions_per_block);
        for (std::size_t k = block * positions_per_block; k < end; ++k)
            distances[grid.numbers()[k]] = std::sqrt(squared_to_nearest(grid, static_cast<std::uint32_t>(k)));
    });
    return distances;
}

Outcome<NearestNeighbourIndex> nearest_neighbour_index(std::span<const double> x, std::span<const double> y,
                                                       const Rectangle& window, Plane plane,
                                                       const foundation::Executor& run) {
    if (const auto refused = unusable_places(x, y, plane)) return std::unexpected(*refused);
    if (const auto refused = unusable_window(window)) return std::unexpected(*refused);
    if (const auto refused = outside_window(x, y, window)) return std::unexpected(*refused);
    if (const std::size_t places = distinct_places(x, y, 3); places < 3)
        return std::unexpected(Refusal{Reason::fewer_than_3_distinct_places, static_cast<double>(places), 3});
    NearestNeighbourIndex found{.used = x.size()};
    for (const double d : nearest_distances(x, y, run)) found.mean_distance += d;
    const auto n = static_cast<double>(x.size());
    found.mean_distance /= n;
    found.expected = std::sqrt(window.area() / n) / 2;
    found.index = found.mean_distance / found.expected;
    const double error = std::sqrt((4 - std::numbers::pi) * window.area() / (4 * std::numbers::pi)) / n;
    found.z = (found.mean_distance - found.expected) / error;
    found.p = two_sided_normal_p(found.z);
    found.donnelly_expected = found.expected + (0.0514 + 0.0412 / std::sqrt(n)) * window.perimeter() / n;
    found.donnelly_index = found.mean_distance / found.donnelly_expected;
    return found;
}

}  // namespace maillage::engine
