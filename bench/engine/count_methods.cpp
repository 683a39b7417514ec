#include <algorithm>
#include <memory>

#include "bench/engine/inputs.hpp"
#include "bench/engine/method.hpp"
#include "engine/counts/event_table.hpp"

namespace maillage::bench {
namespace {

// 500 m squares, months of 43 830 minutes; the town's last column and row hold what lies on its border.
std::shared_ptr<const engine::EventTable> table_of(std::size_t n) {
    constexpr double side = 500, month_minutes = 43830;
    const Events at = events(n);
    const engine::CountShape shape{.categories = 10,
                                   .months = 37,
                                   .columns = static_cast<std::uint32_t>(town.right / side) + 1,
                                   .rows = static_cast<std::uint32_t>(town.top / side) + 1};
    std::vector<std::uint8_t> category;
    std::vector<std::uint16_t> month;
    std::vector<std::uint32_t> cell;
    for (std::size_t i = 0; i < n; ++i) {
        category.push_back(static_cast<std::uint8_t>(at.category[i]));
        month.push_back(static_cast<std::uint16_t>(at.minutes[i] / month_minutes));
        cell.push_back(static_cast<std::uint32_t>(at.y[i] / side) * shape.columns +
                       static_cast<std::uint32_t>(at.x[i] / side));
    }
    return std::make_shared<const engine::EventTable>(
        engine::EventTable::create({category, month, cell}, shape).value());
}

Facts facts_of(const std::vector<std::uint32_t>& counts, double bytes) {
    // In whole numbers: sums of doubles, one after the other, would take longer than the counting.
    std::uint64_t events = 0;
    std::uint32_t cells = 0, largest = 0;
    for (const std::uint32_t count : counts) {
        cells += count > 0 ? 1 : 0;
        events += count;
        largest = std::max(largest, count);
    }
    return {{"cells", static_cast<double>(cells)},
            {"events", static_cast<double>(events)},
            {"largest", static_cast<double>(largest)},
            {"bytes", bytes}};
}

}  // namespace

// An event is 7 bytes, of which a count by month reads 3.
std::vector<Method> count_methods() {
    return {{"Counts-by-cell",
             [](std::size_t n, const foundation::Executor& run) {
                 return [table = table_of(n), run] {
                     return facts_of(table->by_cell(run), 7.0 * static_cast<double>(table->events()));
                 };
             }},
            {"Counts-by-month", [](std::size_t n, const foundation::Executor& run) {
                 return [table = table_of(n), run] {
                     return facts_of(table->by_month(run), 3.0 * static_cast<double>(table->events()));
                 };
             }}};
}

}  // namespace maillage::bench
