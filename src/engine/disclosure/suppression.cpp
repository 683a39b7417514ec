#include "engine/disclosure/suppression.hpp"

#include <algorithm>
#include <optional>

#include "engine/disclosure/circulation.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t most_cells = 2'500, most_cells_to_show_again = 600;

std::vector<Cell> primary_of(const MarginTable& table, const SuppressionOptions& options) {
    std::vector<Cell> cells(table.cells(), Cell::shown);
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        const std::int64_t count = table.count(cell);
        if (count < options.threshold && (count > 0 || options.zeros == Zeros::hidden))
            cells[cell] = Cell::hidden_primary;
    }
    return cells;
}

// Opens one way for the exposed cell; false when nothing is left to hide.
bool open_way(const MarginTable& table, std::vector<Cell>& cells, std::size_t cell, std::int64_t width) {
    double all = 1;
    for (std::size_t i = 0; i < table.cells(); ++i) all += static_cast<double>(table.count(i));
    const Feasible now = feasible_interval(table, cells, cell);
    const std::int64_t missing = width - (now.high - now.low);
    const auto price = [&](std::size_t other, std::int64_t room) {
        const double scarce = room < missing ? all * static_cast<double>(missing - room) : 0;
        return 1 + static_cast<double>(table.count(other)) + scarce +
               (table.is_margin(other) ? 100 * all : 0);
    };
    for (const Move move : {Move::up, Move::down}) {
        Circulation circulation(table, cells);
        circulation.greatest_move(cell, move);
        const auto opened = circulation.cheapest_opening(cell, move, price);
        for (const std::size_t other : opened) cells[other] = Cell::hidden_complementary;
        if (!opened.empty()) return true;
    }
    return false;
}

void show_what_is_not_needed(const MarginTable& table, std::vector<Cell>& cells, std::int64_t width) {
    std::vector<std::size_t> candidates;
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        if (cells[cell] == Cell::hidden_complementary) candidates.push_back(cell);
    std::ranges::sort(candidates, [&](std::size_t a, std::size_t b) {
        return std::pair(-table.count(a), a) < std::pair(-table.count(b), b);
    });
    for (const std::size_t cell : candidates) {
        cells[cell] = Cell::shown;
        if (!exposed_cells(table, cells, width).empty()) cells[cell] = Cell::hidden_complementary;
    }
}

}  // namespace

Outcome<Suppression> suppress(const MarginTable& table, const SuppressionOptions& options) {
    if (options.threshold < 1)
        return std::unexpected(
            Refusal{Reason::parameter_out_of_range, static_cast<double>(options.threshold), 1});
    if (table.cells() > most_cells)
        return std::unexpected(Refusal{Reason::overflow, static_cast<double>(table.cells()), most_cells});
    Suppression found{.cells = primary_of(table, options)};
    const std::int64_t width = options.threshold;
    for (auto exposed = exposed_cells(table, found.cells, width); !exposed.empty();
         exposed = exposed_cells(table, found.cells, width))
        for (const std::size_t cell : exposed)
            while (!feasible_interval(table, found.cells, cell).at_least_as_wide_as(width))
                if (!open_way(table, found.cells, cell, width))
                    return std::unexpected(
                        Refusal{Reason::did_not_converge, static_cast<double>(exposed.size())});
    if (table.cells() <= most_cells_to_show_again)
        show_what_is_not_needed(table, found.cells, options.threshold);
    found.primary = static_cast<std::size_t>(std::ranges::count(found.cells, Cell::hidden_primary));
    found.complementary =
        static_cast<std::size_t>(std::ranges::count(found.cells, Cell::hidden_complementary));
    return found;
}

}  // namespace maillage::engine
