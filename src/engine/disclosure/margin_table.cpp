#include "engine/disclosure/margin_table.hpp"

#include <algorithm>

#include "engine/core/columns.hpp"
#include "engine/disclosure/circulation.hpp"

namespace maillage::engine {

Outcome<MarginTable> MarginTable::create(std::size_t rows, std::size_t columns,
                                         std::span<const std::uint32_t> counts) {
    if (rows == 0 || columns == 0) return std::unexpected(Refusal{Reason::empty});
    if (const auto refused = lengths_differ(counts.size(), rows * columns)) return std::unexpected(*refused);
    MarginTable table;
    table.rows_ = rows;
    table.columns_ = columns;
    table.counts_.assign((rows + 1) * (columns + 1), 0);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            const std::int64_t count = counts[row * columns + column];
            for (const std::size_t cell : {table.index(row, column), table.index(row, columns),
                                           table.index(rows, column), table.index(rows, columns)})
                table.counts_[cell] += count;
        }
    return table;
}

Feasible feasible_interval(const MarginTable& table, std::span<const Cell> cells, std::size_t cell) {
    const std::int64_t count = table.count(cell);
    if (!is_hidden(cells[cell])) return {.low = count, .high = count};
    const std::int64_t up = Circulation(table, cells).greatest_move(cell, Move::up);
    const std::int64_t down = Circulation(table, cells).greatest_move(cell, Move::down);
    return {.low = std::max<std::int64_t>(0, count - down),
            .high = count + up,
            .bounded = up < Circulation::unbounded};
}

std::vector<std::size_t> exposed_cells(const MarginTable& table, std::span<const Cell> cells,
                                       std::int64_t width) {
    std::vector<std::size_t> exposed;
    for (std::size_t cell = 0; cell < table.cells(); ++cell)
        if (is_hidden(cells[cell]) && !feasible_interval(table, cells, cell).at_least_as_wide_as(width))
            exposed.push_back(cell);
    return exposed;
}

}  // namespace maillage::engine
