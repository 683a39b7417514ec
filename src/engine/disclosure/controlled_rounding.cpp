#include "engine/disclosure/controlled_rounding.hpp"

#include <algorithm>
#include <limits>

#include "engine/core/philox.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t most_cells = 2'500;
constexpr std::int64_t largest_base = 1'000;

class Rounding {
 public:
    Rounding(const MarginTable& table, std::int64_t base)
        : columns_(table.columns() + 1), rows_(table.rows() + 1), base_(base) {
        for (std::size_t cell = 0; cell < table.cells(); ++cell) figures_.push_back(table.count(cell));
    }

    bool settled(std::size_t cell) const { return figures_[cell] % base_ == 0; }

    // Figures of a circle, each in the row or the column of the next, beginning at an unsettled one.
    std::vector<std::size_t> circle(std::size_t from) const {
        std::vector<std::size_t> walk{from};
        std::vector<std::size_t> in_row(rows_, none), in_column(columns_, none);  // where the walk met them
        for (bool along_row = true;; along_row = !along_row) {
            const std::size_t here = walk.back(), row = here / columns_, column = here % columns_;
            std::size_t& met = along_row ? in_row[row] : in_column[column];
            if (met != none) {
                // The walk left this line before; what came before that is no part of the circle. The figure
                // it left the line from and the one it came back by are both on it.
                walk.erase(walk.begin(), walk.begin() + static_cast<std::ptrdiff_t>(met) + 1);
                return walk;
            }
            met = walk.size() - 1;
            walk.push_back(along_row ? other_in_row(row, here) : other_in_column(column, here));
        }
    }

    // Signs alternate along the circle; a total counts the other way round.
    void turn(const std::vector<std::size_t>& circle, Draws& draws) {
        std::int64_t up = std::numeric_limits<std::int64_t>::max(), down = up;
        for (std::size_t k = 0; k < circle.size(); ++k) {
            const std::int64_t above = figures_[circle[k]] % base_, below = base_ - above;
            up = std::min(up, sign(circle, k) > 0 ? below : above);
            down = std::min(down, sign(circle, k) > 0 ? above : below);
        }
        const bool upwards = draws.below(static_cast<std::uint32_t>(up + down)) < down;
        const std::int64_t step = upwards ? up : -down;
        for (std::size_t k = 0; k < circle.size(); ++k) figures_[circle[k]] += sign(circle, k) * step;
    }

    std::vector<std::int64_t> take() { return std::move(figures_); }

 private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    int sign(const std::vector<std::size_t>& circle, std::size_t at) const {
        const std::size_t row = circle[at] / columns_, column = circle[at] % columns_;
        // The grand total is a total twice.
        const bool total = (row + 1 == rows_) != (column + 1 == columns_);
        return (at % 2 == 0) == total ? -1 : 1;
    }
    std::size_t other_in_row(std::size_t row, std::size_t left_out) const {
        for (std::size_t cell = row * columns_; cell < (row + 1) * columns_; ++cell)
            if (cell != left_out && !settled(cell)) return cell;
        return left_out;
    }
    std::size_t other_in_column(std::size_t column, std::size_t left_out) const {
        for (std::size_t cell = column; cell < figures_.size(); cell += columns_)
            if (cell != left_out && !settled(cell)) return cell;
        return left_out;
    }

    std::size_t columns_, rows_;
    std::int64_t base_;
    std::vector<std::int64_t> figures_;
};

}  // namespace

Outcome<std::vector<std::int64_t>> rounded(const MarginTable& table, const RoundingOptions& options) {
    if (options.base < 2 || options.base > largest_base)
        return std::unexpected(
            Refusal{Reason::parameter_out_of_range, static_cast<double>(options.base), largest_base});
    if (table.cells() > most_cells)
        return std::unexpected(Refusal{Reason::overflow, static_cast<double>(table.cells()), most_cells});
    Rounding rounding(table, options.base);
    Draws draws(options.seed, Stream::rounding, 0);
    for (std::size_t cell = 0; cell < table.cells(); ++cell)
        while (!rounding.settled(cell)) rounding.turn(rounding.circle(cell), draws);
    return rounding.take();
}

}  // namespace maillage::engine
