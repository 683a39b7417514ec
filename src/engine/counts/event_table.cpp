#include "engine/counts/event_table.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>

#include "engine/core/columns.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t most_counts = std::size_t{1} << 27U, most_events = std::size_t{1} << 31U;
constexpr std::size_t most_blocks = 16, least_block = std::size_t{1} << 17U;

std::optional<Refusal> unusable(const EventColumns& events, const CountShape& shape) {
    const std::size_t n = events.cell.size();
    if (const auto refused = lengths_differ(events.category.size(), n)) return refused;
    if (const auto refused = lengths_differ(events.month.size(), n)) return refused;
    if (n > most_events) return Refusal{Reason::overflow, static_cast<double>(n), most_events};
    if (shape.size() == 0) return Refusal{Reason::empty};
    if (shape.size() > most_counts)
        return Refusal{Reason::overflow, static_cast<double>(shape.size()), most_counts};
    for (std::size_t i = 0; i < n; ++i)
        if (events.category[i] >= shape.categories || events.month[i] >= shape.months ||
            events.cell[i] >= shape.cells())
            return Refusal{Reason::index_out_of_range, static_cast<double>(i), static_cast<double>(n)};
    return std::nullopt;
}

// Rank of each cell among all along the curve.
std::vector<std::uint32_t> ranks_of(const CountShape& shape) {
    const auto order = static_cast<unsigned>(std::bit_width(std::max(shape.columns, shape.rows) - 1));
    std::vector<std::uint64_t> index(shape.cells());
    for (std::uint32_t row = 0, cell = 0; row < shape.rows; ++row)
        for (std::uint32_t column = 0; column < shape.columns; ++column, ++cell)
            index[cell] = hilbert_index(column, row, order);
    std::vector<std::uint32_t> cells(index.size()), rank(index.size());
    std::iota(cells.begin(), cells.end(), 0U);
    std::ranges::sort(cells, {}, [&](std::uint32_t cell) { return index[cell]; });
    for (std::uint32_t k = 0; k < cells.size(); ++k) rank[cells[k]] = k;
    return rank;
}

}  // namespace

std::uint64_t hilbert_index(std::uint32_t column, std::uint32_t row, unsigned order) {
    std::uint64_t index = 0;
    for (std::uint32_t half = order == 0 ? 0 : 1U << (order - 1); half > 0; half /= 2) {
        const bool right = (column & half) != 0, above = (row & half) != 0;
        index += std::uint64_t{half} * half * ((right ? 3U : 0U) ^ (above ? 1U : 0U));
        column &= half - 1;
        row &= half - 1;
        if (above) continue;
        // The lower quarters run the curve turned over.
        if (right) {
            column = half - 1 - column;
            row = half - 1 - row;
        }
        std::swap(column, row);
    }
    return index;
}

// Two counting sorts, the finer key first: each keeps the order of equal keys.
Outcome<EventTable> EventTable::create(const EventColumns& events, const CountShape& shape) {
    if (const auto refused = unusable(events, shape)) return std::unexpected(*refused);
    EventTable table;
    table.shape_ = shape;
    table.rank_ = ranks_of(shape);
    const std::size_t n = events.cell.size();
    std::vector<std::uint32_t> next(shape.months + 1, 0), by_month(n);
    for (const std::uint16_t month : events.month) ++next[month + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    for (std::uint32_t i = 0; i < n; ++i) by_month[next[events.month[i]]++] = i;

    table.start_.assign(shape.cells() + 1, 0);
    for (const std::uint32_t cell : events.cell) ++table.start_[table.rank_[cell] + 1];
    std::partial_sum(table.start_.begin(), table.start_.end(), table.start_.begin());
    next.assign(table.start_.begin(), table.start_.end() - 1);
    table.category_.resize(n);
    table.month_.resize(n);
    table.cell_.resize(n);
    for (const std::uint32_t i : by_month) {
        const std::uint32_t at = next[table.rank_[events.cell[i]]]++;
        table.category_[at] = events.category[i];
        table.month_[at] = events.month[i];
        table.cell_[at] = events.cell[i];
    }
    return table;
}

void EventTable::add_by_cell(std::size_t begin, std::size_t end, std::uint32_t* counts) const {
    const std::size_t months = shape_.months, cells = shape_.cells();
    for (std::size_t i = begin; i < end; ++i)
        ++counts[(category_[i] * months + month_[i]) * cells + cell_[i]];
}

void EventTable::add_by_month(std::size_t begin, std::size_t end, std::uint32_t* counts) const {
    const std::size_t months = shape_.months;
    for (std::size_t i = begin; i < end; ++i) ++counts[category_[i] * months + month_[i]];
}

std::vector<std::uint32_t> EventTable::added(std::size_t size, const foundation::Executor& run,
                                             void (EventTable::*add)(std::size_t, std::size_t, std::uint32_t*)
                                                 const) const {
    const std::size_t block = std::max(least_block, (events() + most_blocks - 1) / most_blocks);
    const std::size_t blocks = std::max<std::size_t>(1, (events() + block - 1) / block);
    // A second table costs more than it saves when it is larger than the events it counts.
    if (blocks == 1 || size > block) {
        std::vector<std::uint32_t> counts(size, 0);
        (this->*add)(0, events(), counts.data());
        return counts;
    }
    std::vector<std::vector<std::uint32_t>> parts(blocks);
    run(blocks, [&](std::size_t k) {
        parts[k].assign(size, 0);
        (this->*add)(k * block, std::min(events(), (k + 1) * block), parts[k].data());
    });
    for (std::size_t k = 1; k < blocks; ++k)
        for (std::size_t i = 0; i < size; ++i) parts[0][i] += parts[k][i];
    return std::move(parts[0]);
}

std::vector<std::uint32_t> EventTable::by_cell(const foundation::Executor& run) const {
    return added(shape_.size(), run, &EventTable::add_by_cell);
}

std::vector<std::uint32_t> EventTable::by_month(const foundation::Executor& run) const {
    return added(std::size_t{shape_.categories} * shape_.months, run, &EventTable::add_by_month);
}

std::vector<std::uint32_t> EventTable::by_month_within(const Window& window) const {
    std::vector<std::uint32_t> counts(std::size_t{shape_.categories} * shape_.months, 0), ranks;
    for (std::uint32_t row = window.first_row; row <= window.last_row && row < shape_.rows; ++row)
        for (std::uint32_t column = window.first_column;
             column <= window.last_column && column < shape_.columns; ++column)
            ranks.push_back(rank_[std::size_t{row} * shape_.columns + column]);
    std::ranges::sort(ranks);
    // Consecutive cells of the curve are one range of events.
    for (std::size_t k = 0; k < ranks.size();) {
        std::size_t last = k;
        while (last + 1 < ranks.size() && ranks[last + 1] == ranks[last] + 1) ++last;
        add_by_month(start_[ranks[k]], start_[ranks[last] + 1], counts.data());
        k = last + 1;
    }
    return counts;
}

}  // namespace maillage::engine
