#include "engine/disclosure/circulation.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <queue>

namespace maillage::engine {
namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

// Row total, column total: sign −. The corner counts twice: sign +.
bool is_negative(const MarginTable& table, std::size_t cell) {
    return (table.row_of(cell) == table.rows()) != (table.column_of(cell) == table.columns());
}

struct Step {
    std::size_t cell = nowhere, from = nowhere;
};

}  // namespace

Circulation::Circulation(const MarginTable& table, std::span<const Cell> cells)
    : table_(table), cells_(cells), moved_(table.cells(), 0) {}

std::int64_t Circulation::raise_room(std::size_t cell) const {
    return is_negative(table_, cell) ? table_.count(cell) - moved_[cell] : unbounded;
}

std::int64_t Circulation::lower_room(std::size_t cell) const {
    return is_negative(table_, cell) ? unbounded : table_.count(cell) + moved_[cell];
}

// The flow that brings back what the cell takes. The cell's entry rises when its count does, unless it is
// a total; a rise takes from the column and gives to the row.
Circulation::Ends Circulation::ends(std::size_t cell, Move move) const {
    const std::size_t row = table_.row_of(cell), column = table_.rows() + 1 + table_.column_of(cell);
    const bool rises = (move == Move::up) != is_negative(table_, cell);
    return rises ? Ends{column, row} : Ends{row, column};
}

// From a row node the steps raise a cell of that row, from a column node they lower a cell of that column.
template <class Visit>
void Circulation::each_step(std::size_t node, std::size_t left_out, Visit&& visit) const {
    const std::size_t row_nodes = table_.rows() + 1;
    if (node < row_nodes) {
        for (std::size_t column = 0; column <= table_.columns(); ++column) {
            const std::size_t cell = table_.index(node, column);
            if (cell != left_out) visit(cell, row_nodes + column, raise_room(cell));
        }
        return;
    }
    for (std::size_t row = 0; row < row_nodes; ++row) {
        const std::size_t cell = table_.index(row, node - row_nodes);
        if (cell != left_out) visit(cell, row, lower_room(cell));
    }
}

std::int64_t Circulation::greatest_move(std::size_t cell, Move move) {
    const Ends way = ends(cell, move);
    std::int64_t total = 0;
    for (;;) {
        // The shortest way that still has room (Edmonds & Karp 1972).
        std::vector<Step> came(nodes());
        std::deque<std::size_t> waiting{way.from};
        came[way.from].from = way.from;
        while (!waiting.empty() && came[way.to].from == nowhere) {
            const std::size_t node = waiting.front();
            waiting.pop_front();
            each_step(node, cell, [&](std::size_t through, std::size_t next, std::int64_t room) {
                if (!is_hidden(cells_[through]) || room <= 0 || came[next].from != nowhere) return;
                came[next] = {.cell = through, .from = node};
                waiting.push_back(next);
            });
        }
        if (came[way.to].from == nowhere) return total;
        std::int64_t flow = unbounded;
        for (std::size_t node = way.to; node != way.from; node = came[node].from) {
            const bool raises = came[node].from <= table_.rows();
            flow = std::min(flow, raises ? raise_room(came[node].cell) : lower_room(came[node].cell));
        }
        if (flow >= unbounded) return unbounded;
        for (std::size_t node = way.to; node != way.from; node = came[node].from)
            moved_[came[node].cell] += came[node].from <= table_.rows() ? flow : -flow;
        total += flow;
    }
}

std::vector<std::size_t> Circulation::cheapest_opening(
    std::size_t cell, Move move, const std::function<double(std::size_t, std::int64_t)>& price) const {
    const Ends way = ends(cell, move);
    std::vector<double> cost(nodes(), std::numeric_limits<double>::infinity());
    std::vector<Step> came(nodes());
    using Reached = std::pair<double, std::size_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> waiting;
    cost[way.from] = 0;
    waiting.emplace(0.0, way.from);
    while (!waiting.empty()) {
        const auto [so_far, node] = waiting.top();
        waiting.pop();
        if (so_far > cost[node]) continue;
        each_step(node, cell, [&](std::size_t through, std::size_t next, std::int64_t room) {
            if (room <= 0) return;
            const double total = so_far + (is_hidden(cells_[through]) ? 0 : price(through, room));
            if (total >= cost[next]) return;
            cost[next] = total;
            came[next] = {.cell = through, .from = node};
            waiting.emplace(total, next);
        });
    }
    std::vector<std::size_t> opened;
    if (came[way.to].from == nowhere) return opened;
    for (std::size_t node = way.to; node != way.from; node = came[node].from)
        if (!is_hidden(cells_[came[node].cell])) opened.push_back(came[node].cell);
    return opened;
}

}  // namespace maillage::engine
