#include "engine/points/nearest_cells.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/core/wide.hpp"
#include "engine/points/ring_search.hpp"

namespace maillage::engine {
namespace {

class Cells {
 public:
    static constexpr double points_a_cell = 2, most_compared = 64;
    static constexpr std::size_t rows_per_block = 4;

    Cells(std::span<const double> x, std::span<const double> y)
        : grid_(x, y, side_of_cells(x, y, points_a_cell)) {}

    bool even() const {
        return pairs_to_look_at(grid_) <= most_compared * static_cast<double>(grid_.numbers().size());
    }

    void measure(std::span<double> distances, const foundation::Executor& run) const {
        run((grid_.rows() + rows_per_block - 1) / rows_per_block, [&](std::size_t block) {
            Around around;
            for (std::size_t row = block * rows_per_block;
                 row < std::min<std::size_t>(grid_.rows(), (block + 1) * rows_per_block); ++row)
                for (std::uint32_t column = 0; column < grid_.columns(); ++column)
                    measure_cell(static_cast<std::uint32_t>(row), column, around, distances);
        });
    }

 private:
    static constexpr std::size_t lanes = 8;

    // The points of nine cells side by side, filled up with places that are near nothing.
    struct Around {
        std::vector<double> x, y;
    };

    void measure_cell(std::uint32_t row, std::uint32_t column, Around& around,
                      std::span<double> distances) const {
        const auto own = grid_.run(row, column, column);
        if (own.begin == own.end) return;
        around.x.clear();
        around.y.clear();
        std::size_t first = 0;  // of the own cell among those around
        for (std::uint32_t r = row == 0 ? 0 : row - 1; r <= std::min(grid_.rows() - 1, row + 1); ++r) {
            const auto near =
                grid_.run(r, column == 0 ? 0 : column - 1, std::min(grid_.columns() - 1, column + 1));
            if (r == row) first = around.x.size() + (own.begin - near.begin);
            around.x.insert(around.x.end(), grid_.x().begin() + near.begin, grid_.x().begin() + near.end);
            around.y.insert(around.y.end(), grid_.y().begin() + near.begin, grid_.y().begin() + near.end);
        }
        while (around.x.size() % lanes != 0) {
            around.x.push_back(nowhere);
            around.y.push_back(nowhere);
        }
        for (std::uint32_t at = own.begin; at < own.end; ++at) {
            double& self = around.x[first + at - own.begin];
            const double x = self;
            self = nowhere;
            const double best = least(around.x.data(), around.y.data(), around.x.size(), x, grid_.y()[at]);
            self = x;
            const double reach = grid_.side() * (1 - 1e-9);
            distances[grid_.numbers()[at]] = std::sqrt(best <= reach * reach ? best : searched(at));
        }
    }

    static constexpr double nowhere = std::numeric_limits<double>::infinity();

    // Squared distances are not negative: their bits rank as they do, and whole numbers have a minimum that
    // no rule about NaN keeps out of vectors.
    MAILLAGE_WIDE static double least(const double* px, const double* py, std::size_t count, double x,
                                      double y) {
        std::uint64_t smallest[lanes];
        for (std::uint64_t& one : smallest) one = std::bit_cast<std::uint64_t>(nowhere);
        for (std::size_t k = 0; k < count; k += lanes)
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const double dx = px[k + lane] - x, dy = py[k + lane] - y;
                const auto squared = std::bit_cast<std::uint64_t>(dx * dx + dy * dy);
                smallest[lane] = squared < smallest[lane] ? squared : smallest[lane];
            }
        return std::bit_cast<double>(*std::min_element(smallest, smallest + lanes));
    }

    // Around a lonely point ring after ring. Discs of half the distance to the nearest overlap nowhere, so
    // all these searches together see a number of cells in proportion to the cells.
    double searched(std::uint32_t at) const {
        const double x = grid_.x()[at], y = grid_.y()[at];
        double best = nowhere;
        visit_rings(
            grid_, x, y,
            [&](CellGrid::Run near) {
                for (std::uint32_t k = near.begin; k < near.end; ++k) {
                    const double dx = grid_.x()[k] - x, dy = grid_.y()[k] - y;
                    if (k != at) best = std::min(best, dx * dx + dy * dy);
                }
            },
            [&](double beyond) { return best <= beyond * beyond * (1 - 1e-9); });
        return best;
    }

    CellGrid grid_;
};

}  // namespace

bool nearest_by_cells(std::span<const double> x, std::span<const double> y, std::span<double> distances,
                      const foundation::Executor& run) {
    // Beyond, the grid no longer fits the second cache and points in strips, sorted as they are read, win.
    constexpr std::size_t most_points = std::size_t{1} << 15U;
    if (x.size() > most_points) return false;
    const Cells cells(x, y);
    if (!cells.even()) return false;
    cells.measure(distances, run);
    return true;
}

}  // namespace maillage::engine
