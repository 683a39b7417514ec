#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "engine/space/cell_grid.hpp"

namespace maillage::engine {

// Side of cells that hold about `points_a_cell` points.
inline double side_of_cells(std::span<const double> x, std::span<const double> y, double points_a_cell) {
    const auto [left, right] = std::minmax_element(x.begin(), x.end());
    const auto [bottom, top] = std::minmax_element(y.begin(), y.end());
    const double width = *right - *left, height = *top - *bottom, n = static_cast<double>(x.size());
    const double side =
        std::max(std::sqrt(width * height * points_a_cell / n), std::max(width, height) * points_a_cell / n);
    return side > 0 ? side : 1;
}

// Rings of cells around the cell of (x, y), outwards: visit(row, left, right), columns included, for the
// pieces of ring 0, 1, 2 … until enough(least distance of the next ring's points) says so, or no cell is
// left.
template <class Visit, class Enough>
void visit_pieces(const CellGrid& grid, double x, double y, Visit visit, Enough enough) {
    const std::uint32_t column = grid.column(x), row = grid.row(y);
    const std::uint32_t farthest = std::max(grid.columns(), grid.rows());
    for (std::uint32_t ring = 0; ring <= farthest; ++ring) {
        if (ring > 0 && enough((ring - 1) * grid.side())) return;
        const std::uint32_t left = column > ring ? column - ring : 0;
        const std::uint32_t right = std::min(grid.columns() - 1, column + ring);
        for (std::uint32_t r = row > ring ? row - ring : 0; r <= std::min(grid.rows() - 1, row + ring); ++r) {
            if (r + ring == row || r == row + ring) {
                visit(r, left, right);
                continue;
            }
            if (column >= ring) visit(r, column - ring, column - ring);
            if (ring > 0 && column + ring < grid.columns()) visit(r, column + ring, column + ring);
        }
    }
}

// The points of those pieces: visit(run).
template <class Visit, class Enough>
void visit_rings(const CellGrid& grid, double x, double y, Visit visit, Enough enough) {
    visit_pieces(
        grid, x, y,
        [&](std::uint32_t row, std::uint32_t left, std::uint32_t right) {
            visit(grid.run(row, left, right));
        },
        enough);
}

// Their cells: visit(number of the cell).
template <class Visit, class Enough>
void visit_cells(const CellGrid& grid, double x, double y, Visit visit, Enough enough) {
    visit_pieces(
        grid, x, y,
        [&](std::uint32_t row, std::uint32_t left, std::uint32_t right) {
            const std::size_t line = static_cast<std::size_t>(row) * grid.columns();
            for (std::uint32_t c = left; c <= right; ++c) visit(line + c);
        },
        enough);
}

}  // namespace maillage::engine
