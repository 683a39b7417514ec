#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// What a reader sees of a cell.
enum class Cell : std::uint8_t { shown, hidden_primary, hidden_complementary };
constexpr bool is_hidden(Cell cell) { return cell != Cell::shown; }

// A two-way table of counts published with its margins: row totals in the last column, column totals in the
// last row, the grand total in the corner. Row by row, (rows + 1) × (columns + 1) cells.
class MarginTable {
 public:
    // `counts`: rows × columns, without margins. Refuses other lengths and an empty table.
    static Outcome<MarginTable> create(std::size_t rows, std::size_t columns,
                                       std::span<const std::uint32_t> counts);

    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_; }
    std::size_t cells() const { return counts_.size(); }
    std::size_t index(std::size_t row, std::size_t column) const { return row * (columns_ + 1) + column; }
    std::size_t row_of(std::size_t cell) const { return cell / (columns_ + 1); }
    std::size_t column_of(std::size_t cell) const { return cell % (columns_ + 1); }
    bool is_margin(std::size_t cell) const { return row_of(cell) == rows_ || column_of(cell) == columns_; }
    std::int64_t count(std::size_t cell) const { return counts_[cell]; }

 private:
    std::size_t rows_ = 0, columns_ = 0;
    std::vector<std::int64_t> counts_;
};

// What may stand in a hidden cell, for somebody who knows all that is shown and that counts are not negative.
struct Feasible {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool bounded = true;  // false: nothing bounds it from above
    bool at_least_as_wide_as(std::int64_t width) const { return !bounded || high - low >= width; }
};

// Exact, by flows. Every row of the whole table, margins included, satisfies Σ inner − total = 0, likewise
// the columns: rows and columns are nodes, hidden cells are edges (totals enter with the sign −), and two
// tables that show the same differ by a circulation on the hidden edges. A cell can grow by the greatest flow
// that comes back from its column to its row through the other hidden cells, each shrinking to 0 at most, and
// shrink by the greatest flow the other way. Flows are whole because the bounds are: the interval's ends are
// reached by real tables (Kelly, Golden & Assad 1992, Networks 22:397; Cox 1995, JASA 90:1453).
Feasible feasible_interval(const MarginTable& table, std::span<const Cell> cells, std::size_t cell);

// The hidden cells whose interval is narrower than `width`, in order.
std::vector<std::size_t> exposed_cells(const MarginTable& table, std::span<const Cell> cells,
                                       std::int64_t width);

}  // namespace maillage::engine
