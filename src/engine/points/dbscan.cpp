#include "engine/points/dbscan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "engine/core/wide.hpp"
#include "engine/points/union_find.hpp"
#include "engine/space/cell_grid.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t cells_per_block = 1024;

// How many of the points lie within the distance of a place.
MAILLAGE_WIDE std::uint32_t count_near(const double* px, const double* py, std::size_t count, double x,
                                       double y, double squared) {
    std::uint32_t near = 0;
    for (std::size_t k = 0; k < count; ++k) {
        const double dx = px[k] - x, dy = py[k] - y;
        near += dx * dx + dy * dy <= squared ? 1U : 0U;
    }
    return near;
}

class Run {
 public:
    Run(std::span<const double> x, std::span<const double> y, const DbscanOptions& options,
        const foundation::Executor& run)
        // A hair smaller than eps/√2, so that rounding cannot put two points of a cell farther than eps
        // apart.
        : grid_(x, y, options.eps / std::numbers::sqrt2 * (1 - 1e-9)),
          run_(run),
          squared_(options.eps * options.eps),
          least_(options.min_points),
          reach_(grid_.side() <= options.eps ? 2 : 1),
          small_cells_(grid_.side() <= options.eps / std::numbers::sqrt2),
          core_(x.size(), 0),
          cores_before_(x.size() + 1, 0) {}

    Clustering clustered() {
        find_core();
        UnionFind sets = joined_cells();
        return named(sets);
    }

 private:
    std::size_t cells() const { return static_cast<std::size_t>(grid_.columns()) * grid_.rows(); }

    bool near(std::uint32_t a, std::uint32_t b) const {
        const double dx = grid_.x()[a] - grid_.x()[b], dy = grid_.y()[a] - grid_.y()[b];
        return dx * dx + dy * dy <= squared_;
    }

    // visit(run of positions) for every row of cells that may hold points within eps of the cell.
    template <class Visit>
    void rows_around(std::size_t cell, Visit visit) const {
        const auto column = static_cast<std::uint32_t>(cell % grid_.columns());
        const auto row = static_cast<std::uint32_t>(cell / grid_.columns());
        const std::uint32_t left = column > reach_ ? column - reach_ : 0;
        const std::uint32_t right = std::min(grid_.columns() - 1, column + reach_);
        for (std::uint32_t r = row > reach_ ? row - reach_ : 0; r <= std::min(grid_.rows() - 1, row + reach_);
             ++r)
            visit(r, left, right);
    }

    // Cells decide about their own points alone, so their order does not matter.
    template <class Body>
    void each_cell(Body body) const {
        run_((cells() + cells_per_block - 1) / cells_per_block, [&](std::size_t block) {
            const std::size_t end = std::min(cells(), (block + 1) * cells_per_block);
            for (std::size_t cell = block * cells_per_block; cell < end; ++cell) body(cell);
        });
    }

    void find_core() {
        each_cell([&](std::size_t cell) {
            const auto [begin, end] = grid_.cell(cell);
            if (begin == end) return;
            const bool all = small_cells_ && end - begin >= least_;
            // Where all around are too few, no distance needs to be known.
            if (!all && points_around(cell) < least_) return;
            for (std::uint32_t k = begin; k < end; ++k) core_[k] = all || enough_around(k, cell);
        });
        for (std::size_t k = 0; k < core_.size(); ++k) cores_before_[k + 1] = cores_before_[k] + core_[k];
    }

    std::uint32_t points_around(std::size_t cell) const {
        std::uint32_t points = 0;
        rows_around(cell, [&](std::uint32_t row, std::uint32_t left, std::uint32_t right) {
            const auto [begin, end] = grid_.run(row, left, right);
            points += end - begin;
        });
        return points;
    }

    std::uint32_t cores(std::uint32_t begin, std::uint32_t end) const {
        return cores_before_[end] - cores_before_[begin];
    }

    bool enough_around(std::uint32_t point, std::size_t cell) const {
        std::uint32_t count = 0;
        rows_around(cell, [&](std::uint32_t row, std::uint32_t left, std::uint32_t right) {
            const auto [begin, end] = grid_.run(row, left, right);
            if (count < least_)
                count += count_near(grid_.x().data() + begin, grid_.y().data() + begin, end - begin,
                                    grid_.x()[point], grid_.y()[point], squared_);
        });
        return count >= least_;
    }

    // Sets of positions in the grid's order. Within a small cell core points are together without a test.
    // Cells that touch come first: most of the farther ones are joined by then, and one look says so.
    UnionFind joined_cells() const {
        UnionFind sets(core_.size());
        for (std::size_t cell = 0; cell < cells() && small_cells_; ++cell) {
            const auto [begin, end] = grid_.cell(cell);
            if (cores(begin, end) < 2) continue;
            for (std::uint32_t k = begin, first = end; k < end; ++k) {
                if (core_[k] == 0) continue;
                first = std::min(first, k);
                sets.join(first, k);
            }
        }
        for (std::uint32_t reach = 1; reach <= reach_; ++reach)
            for (std::size_t cell = 0; cell < cells(); ++cell) join_around(sets, cell, reach);
        return sets;
    }

    // With the cells after it that lie `reach` rows or columns away; 1 includes the cell itself.
    void join_around(UnionFind& sets, std::size_t cell, std::uint32_t reach) const {
        const auto [begin, end] = grid_.cell(cell);
        if (cores(begin, end) == 0) return;
        const auto column = static_cast<std::uint32_t>(cell % grid_.columns());
        const auto row = static_cast<std::uint32_t>(cell / grid_.columns());
        const std::uint32_t left = column > reach ? column - reach : 0;
        const std::uint32_t right = std::min(grid_.columns() - 1, column + reach);
        for (std::uint32_t r = row; r <= std::min(grid_.rows() - 1, row + reach); ++r)
            for (std::uint32_t c = left; c <= right; ++c) {
                const std::uint32_t away = std::max(r - row, c > column ? c - column : column - c);
                const std::size_t other = static_cast<std::size_t>(r) * grid_.columns() + c;
                if (away != reach && !(reach == 1 && away == 0)) continue;
                if (other > cell || (other == cell && !small_cells_)) join(sets, cell, other);
            }
    }

    void join(UnionFind& sets, std::size_t cell, std::size_t other) const {
        const auto [begin, end] = grid_.cell(cell);
        const auto [other_begin, other_end] = grid_.cell(other);
        if (cores(other_begin, other_end) == 0) return;
        for (std::uint32_t a = begin; a < end; ++a) {
            if (core_[a] == 0) continue;
            for (std::uint32_t b = other_begin; b < other_end; ++b) {
                if (core_[b] == 0) continue;
                if (sets.same(a, b)) {
                    if (small_cells_) return;
                    continue;
                }
                if (!near(a, b)) continue;
                sets.join(a, b);
                if (small_cells_) return;
            }
        }
    }

    std::uint32_t nearest_core(std::uint32_t point, std::size_t cell) const {
        std::uint32_t nearest = ~0U;
        double best = squared_;
        rows_around(cell, [&](std::uint32_t row, std::uint32_t left, std::uint32_t right) {
            const auto [begin, end] = grid_.run(row, left, right);
            if (cores(begin, end) == 0) return;
            for (std::uint32_t k = begin; k < end; ++k) {
                if (core_[k] == 0) continue;
                const double dx = grid_.x()[point] - grid_.x()[k], dy = grid_.y()[point] - grid_.y()[k];
                const double squared = dx * dx + dy * dy;
                const bool lower = nearest == ~0U || grid_.numbers()[k] < grid_.numbers()[nearest];
                if (squared < best || (squared == best && lower)) {
                    best = squared;
                    nearest = k;
                }
            }
        });
        return nearest;
    }

    Clustering named(UnionFind& sets) const {
        const std::size_t n = core_.size();
        std::vector<std::uint32_t> position(n), name(n, 0);
        for (std::uint32_t k = 0; k < n; ++k) position[grid_.numbers()[k]] = k;
        Clustering found{.cluster = std::vector<std::uint32_t>(n, Clustering::noise),
                         .core = std::vector<std::uint8_t>(n),
                         .clusters = 0,
                         .noise_points = 0};
        for (std::size_t i = 0; i < n; ++i) {
            found.core[i] = core_[position[i]];
            if (found.core[i] == 0) continue;
            std::uint32_t& its_name = name[sets.find(position[i])];
            if (its_name == 0) its_name = ++found.clusters;
            found.cluster[i] = its_name;
        }
        each_cell([&](std::size_t cell) {
            const auto [begin, end] = grid_.cell(cell);
            for (std::uint32_t k = begin; k < end; ++k) {
                if (core_[k] != 0) continue;
                const std::uint32_t core = nearest_core(k, cell);
                if (core != ~0U) found.cluster[grid_.numbers()[k]] = found.cluster[grid_.numbers()[core]];
            }
        });
        found.noise_points = static_cast<std::size_t>(
            std::count(found.cluster.begin(), found.cluster.end(), Clustering::noise));
        return found;
    }

    CellGrid grid_;
    const foundation::Executor& run_;
    double squared_;
    std::uint32_t least_, reach_;
    bool small_cells_;                         // the grid kept the side asked for
    std::vector<std::uint8_t> core_;           // by position in the grid,
    std::vector<std::uint32_t> cores_before_;  // with how many come before
};

}  // namespace

Outcome<Clustering> dbscan(std::span<const double> x, std::span<const double> y, const DbscanOptions& options,
                           const foundation::Executor& run) {
    if (const auto refused = unusable_places(x, y, options.plane)) return std::unexpected(*refused);
    if (!(options.eps > 0 && std::isfinite(options.eps)))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, options.eps, 0});
    if (options.min_points < 1) return std::unexpected(Refusal{Reason::parameter_out_of_range, 0, 1});
    return Run(x, y, options, run).clustered();
}

}  // namespace maillage::engine
