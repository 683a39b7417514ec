#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace maillage::engine {

// Points sorted into square cells, row by row, so that a search within `cell` reads three short runs of
// consecutive memory: the cells of one row are neighbours in the order, hence one run a row.
// Cells have the wanted side, but there are never more than about four a point: a tiny distance must not
// make a huge table, so the side is doubled until they fit. A side at least as large as the search distance
// keeps every neighbour within the 3 × 3 cells. Within a cell points keep the order of their numbers. Finite
// coordinates and a positive side are the caller's duty.
class CellGrid {
 public:
    CellGrid(std::span<const double> x, std::span<const double> y, double wanted_side);

    std::uint32_t column(double x) const { return at(x - left_, columns_); }
    std::uint32_t row(double y) const { return at(y - bottom_, rows_); }
    std::uint32_t columns() const { return columns_; }
    std::uint32_t rows() const { return rows_; }
    std::size_t cells() const { return start_.size() - 1; }
    double side() const { return side_; }
    // How far below or above the cells of that row y lies; negative within them.
    double gap_to_row(double y, std::uint32_t row) const {
        const double bottom = bottom_ + row * side_;
        return std::max(bottom - y, y - (bottom + side_));
    }

    // Positions in the sorted order of the points of one row's cells first … last.
    struct Run {
        std::uint32_t begin, end;
    };
    Run run(std::uint32_t row, std::uint32_t first, std::uint32_t last) const {
        const std::size_t line = static_cast<std::size_t>(row) * columns_;
        return {start_[line + first], start_[line + last + 1]};
    }
    Run cell(std::size_t number) const { return {start_[number], start_[number + 1]}; }

    // The sorted order: number, x and y of the point at each position.
    std::span<const std::uint32_t> numbers() const { return numbers_; }
    std::span<const double> x() const { return x_; }
    std::span<const double> y() const { return y_; }

    // visit(run) for the rows of the cells that a square of half side `reach` around (x, y) touches; a hair
    // more, since x + reach is rounded and a point at exactly that distance counts.
    template <class Visit>
    void around(double x, double y, double reach, Visit visit) const {
        const double dx = reach * (1 + 1e-9) + std::abs(x) * 1e-15;
        const double dy = reach * (1 + 1e-9) + std::abs(y) * 1e-15;
        const std::uint32_t first = column(x - dx), last = column(x + dx);
        const std::uint32_t top = row(y + dy);
        for (std::uint32_t r = row(y - dy); r <= top; ++r) visit(run(r, first, last));
    }

 private:
    std::uint32_t at(double offset, std::uint32_t count) const {
        const double cells = offset / side_;
        if (!(cells > 0)) return 0;
        return cells >= count ? count - 1 : static_cast<std::uint32_t>(cells);
    }

    double left_ = 0, bottom_ = 0, side_ = 1;
    std::uint32_t columns_ = 1, rows_ = 1;
    std::vector<std::uint32_t> start_, numbers_;
    std::vector<double> x_, y_;
};

// Ordered pairs that a search within the side of the cells looks at, at most: what a method costs before it
// starts, so that a crowd at one place is refused and does not last for hours.
double pairs_to_look_at(const CellGrid& grid);

}  // namespace maillage::engine
