#include "engine/space/cell_grid.hpp"

namespace maillage::engine {

CellGrid::CellGrid(std::span<const double> x, std::span<const double> y, double wanted_side) {
    const auto [left, right] = std::minmax_element(x.begin(), x.end());
    const auto [bottom, top] = std::minmax_element(y.begin(), y.end());
    left_ = *left;
    bottom_ = *bottom;
    side_ = wanted_side;
    const double width = *right - *left, height = *top - *bottom;
    const double most = 4.0 * static_cast<double>(x.size()) + 16;
    while ((std::floor(width / side_) + 1) * (std::floor(height / side_) + 1) > most) side_ *= 2;
    columns_ = static_cast<std::uint32_t>(width / side_) + 1;
    rows_ = static_cast<std::uint32_t>(height / side_) + 1;

    std::vector<std::uint32_t> cell_of(x.size());
    start_.assign(static_cast<std::size_t>(columns_) * rows_ + 1, 0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        cell_of[i] = row(y[i]) * columns_ + column(x[i]);
        ++start_[cell_of[i] + 1];
    }
    for (std::size_t cell = 1; cell < start_.size(); ++cell) start_[cell] += start_[cell - 1];
    std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
    numbers_.resize(x.size());
    x_.resize(x.size());
    y_.resize(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::uint32_t at = next[cell_of[i]]++;
        numbers_[at] = static_cast<std::uint32_t>(i);
        x_[at] = x[i];
        y_[at] = y[i];
    }
}

double pairs_to_look_at(const CellGrid& grid) {
    double pairs = 0;
    for (std::uint32_t row = 0; row < grid.rows(); ++row)
        for (std::uint32_t column = 0; column < grid.columns(); ++column) {
            const auto own = grid.run(row, column, column);
            if (own.begin == own.end) continue;
            double around = 0;
            for (std::uint32_t r = row == 0 ? 0 : row - 1; r <= std::min(grid.rows() - 1, row + 1); ++r) {
                const auto run =
                    grid.run(r, column == 0 ? 0 : column - 1, std::min(grid.columns() - 1, column + 1));
                around += run.end - run.begin;
            }
            pairs += (own.end - own.begin) * around;
        }
    return pairs;
}

}  // namespace maillage::engine
