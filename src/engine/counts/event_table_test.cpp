#include "engine/counts/event_table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "engine/core/philox.hpp"
#include "foundation/thread_pool.hpp"

namespace maillage::engine {
namespace {

struct Facts {
    std::vector<std::uint8_t> category;
    std::vector<std::uint16_t> month;
    std::vector<std::uint32_t> cell;
    EventColumns columns() const { return {category, month, cell}; }
};
Facts random_facts(std::size_t n, const CountShape& shape, std::uint64_t seed) {
    Facts facts;
    Draws draws(seed, Stream::demonstration, 0);
    for (std::size_t i = 0; i < n; ++i) {
        facts.category.push_back(static_cast<std::uint8_t>(draws.below(shape.categories)));
        facts.month.push_back(static_cast<std::uint16_t>(draws.below(shape.months)));
        facts.cell.push_back(draws.below(static_cast<std::uint32_t>(shape.cells())));
    }
    return facts;
}

RC_GTEST_PROP(Counts_by_category_month_and_cell, are_those_of_counting_one_by_one, ()) {
    const CountShape shape{.categories = 3, .months = 5, .columns = 7, .rows = 4};
    const Facts facts = random_facts(static_cast<std::size_t>(*rc::gen::inRange(0, 400)), shape,
                                     static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)));
    const EventTable table = EventTable::create(facts.columns(), shape).value();
    std::vector<std::uint32_t> by_cell(shape.size(), 0), by_month(15, 0), within(15, 0);
    const EventTable::Window window{2, 1, 5, 9};
    for (std::size_t i = 0; i < facts.cell.size(); ++i) {
        const std::size_t key = facts.category[i] * 5U + facts.month[i];
        const std::uint32_t column = facts.cell[i] % 7, row = facts.cell[i] / 7;
        ++by_cell[key * 28 + facts.cell[i]];
        ++by_month[key];
        within[key] += column >= 2 && column <= 5 && row >= 1;
    }
    RC_ASSERT(table.by_cell() == by_cell);
    RC_ASSERT(table.by_month() == by_month);
    RC_ASSERT(table.by_month_within(window) == within);
}

TEST(Counts_by_category_month_and_cell, are_the_same_for_1_2_and_7_threads) {
    const CountShape shape{.categories = 4, .months = 12, .columns = 24, .rows = 20};
    const EventTable table = EventTable::create(random_facts(300'000, shape, 3).columns(), shape).value();
    const auto alone = table.by_cell();
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        EXPECT_EQ(table.by_cell(pool.executor()), alone);
        EXPECT_EQ(table.by_month(pool.executor()), table.by_month());
    }
}

// Every cell once, each next to the one before.
TEST(Hilberts_curve, visits_every_cell_by_single_steps) {
    std::vector<std::pair<int, int>> path(256);
    std::set<std::uint64_t> seen;
    for (std::uint32_t column = 0; column < 16; ++column)
        for (std::uint32_t row = 0; row < 16; ++row) {
            const auto index = hilbert_index(column, row, 4);
            ASSERT_LT(index, 256U);
            seen.insert(index);
            path[index] = {static_cast<int>(column), static_cast<int>(row)};
        }
    EXPECT_EQ(seen.size(), 256U);
    for (std::size_t k = 1; k < path.size(); ++k)
        EXPECT_EQ(std::abs(path[k].first - path[k - 1].first) + std::abs(path[k].second - path[k - 1].second),
                  1)
            << "step " << k;
}

TEST(Counts_by_category_month_and_cell, refuse_numbers_that_do_not_exist) {
    const CountShape shape{.categories = 2, .months = 2, .columns = 2, .rows = 2};
    const std::vector<std::uint8_t> category{0, 2};
    const std::vector<std::uint16_t> month{0, 1};
    const std::vector<std::uint32_t> cell{0, 3};
    EXPECT_EQ(EventTable::create({category, month, cell}, shape).error(),
              (Refusal{Reason::index_out_of_range, 1, 2}));
    EXPECT_EQ(EventTable::create({category, {}, cell}, shape).error().reason, Reason::lengths_differ);
    EXPECT_EQ(EventTable::create({}, {.categories = 0}).error().reason, Reason::empty);
    EXPECT_EQ(EventTable::create({}, {.categories = 4000, .months = 4000, .columns = 4000}).error().reason,
              Reason::overflow);
}

}  // namespace
}  // namespace maillage::engine
