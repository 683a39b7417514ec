#include "engine/points/nearest_neighbour.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "engine/core/normal.hpp"
#include "engine/space/cell_grid.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t positions_per_block = 2048;

double side_for(std::span<const double> x, std::span<const double> y) {
    const auto [left, right] = std::minmax_element(x.begin(), x.end());
    const auto [bottom, top] = std::minmax_element(y.begin(), y.end());
    const double width = *right - *left, height = *top - *bottom, n = static_cast<double>(x.size());
    const double side = std::max(std::sqrt(width * height * 2 / n), std::max(width, height) * 2 / n);
    return side > 0 ? side : 1;
}

class Search {
 public:
    Search(std::span<const double> x, std::span<const double> y) : grid_(x, y, side_for(x, y)) {}
    const CellGrid& grid() const { return grid_; }

    double squared(std::uint32_t point) const {
        const double x = grid_.x()[point], y = grid_.y()[point];
        const std::uint32_t column = grid_.column(x), row = grid_.row(y);
        double best = std::numeric_limits<double>::infinity();
        const std::uint32_t farthest = std::max(grid_.columns(), grid_.rows());
        for (std::uint32_t ring = 0; ring <= farthest; ++ring) {
            // Points of this ring are at least ring − 1 whole cells away.
            const double away = ring == 0 ? 0 : (ring - 1) * grid_.side();
            if (ring > 0 && away * away > best) break;
            look(point, column, row, ring, best);
        }
        return best;
    }

 private:
    void look(std::uint32_t point, std::uint32_t column, std::uint32_t row, std::uint32_t ring,
              double& best) const {
        const std::uint32_t left = column > ring ? column - ring : 0;
        const std::uint32_t right = std::min(grid_.columns() - 1, column + ring);
        const std::uint32_t first = row > ring ? row - ring : 0;
        for (std::uint32_t r = first; r <= std::min(grid_.rows() - 1, row + ring); ++r) {
            if (r + ring == row || r == row + ring) {
                measure(point, grid_.run(r, left, right), best);
                continue;
            }
            if (column >= ring) measure(point, grid_.run(r, column - ring, column - ring), best);
            if (ring > 0 && column + ring < grid_.columns())
                measure(point, grid_.run(r, column + ring, column + ring), best);
        }
    }

    void measure(std::uint32_t point, CellGrid::Run cells, double& best) const {
        for (std::uint32_t k = cells.begin; k < cells.end; ++k) {
            if (k == point) continue;
            const double dx = grid_.x()[k] - grid_.x()[point], dy = grid_.y()[k] - grid_.y()[point];
            best = std::min(best, dx * dx + dy * dy);
        }
    }

    CellGrid grid_;
};

}  // namespace

std::vector<double> nearest_distances(std::span<const double> x, std::span<const double> y,
                                      const foundation::Executor& run) {
    std::vector<double> distances(x.size());
    if (x.empty()) return distances;
    const Search search(x, y);
    run((x.size() + positions_per_block - 1) / positions_per_block, [&](std::size_t block) {
        const std::size_t end = std::min(x.size(), (block + 1) * positions_per_block);
        for (std::size_t k = block * positions_per_block; k < end; ++k)
            distances[search.grid().numbers()[k]] = std::sqrt(search.squared(static_cast<std::uint32_t>(k)));
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
