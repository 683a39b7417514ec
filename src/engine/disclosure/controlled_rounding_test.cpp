#include "engine/disclosure/controlled_rounding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/core/philox.hpp"

namespace maillage::engine {
namespace {

MarginTable random_table(std::uint64_t seed) {
    Draws draws(seed, Stream::demonstration, 0);
    const std::size_t rows = 1 + draws.below(7), columns = 1 + draws.below(7);
    std::vector<std::uint32_t> counts;
    for (std::size_t cell = 0; cell < rows * columns; ++cell) counts.push_back(draws.below(40));
    return MarginTable::create(rows, columns, counts).value();
}

// All figures next to the true ones, all sums kept.
RC_GTEST_PROP(A_rounded_table, still_adds_up, ()) {
    const MarginTable table = random_table(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)));
    const std::int64_t base = *rc::gen::inRange(2, 12);
    const auto found = rounded(table, {.base = base, .seed = 4}).value();
    std::vector<std::int64_t> rows(table.rows() + 1, 0), columns(table.columns() + 1, 0);
    for (std::size_t cell = 0; cell < table.cells(); ++cell) {
        RC_ASSERT(found[cell] % base == 0);
        RC_ASSERT(std::abs(found[cell] - table.count(cell)) < base);
        RC_ASSERT(found[cell] >= 0);
        const std::size_t row = table.row_of(cell), column = table.column_of(cell);
        rows[row] += column == table.columns() ? -found[cell] : found[cell];
        columns[column] += row == table.rows() ? -found[cell] : found[cell];
    }
    for (const std::int64_t sum : rows) RC_ASSERT(sum == 0);
    for (const std::int64_t sum : columns) RC_ASSERT(sum == 0);
}

TEST(A_rounded_table, is_right_on_average) {
    const MarginTable table = MarginTable::create(2, 2, std::vector<std::uint32_t>{1, 7, 13, 4}).value();
    std::vector<double> mean(table.cells(), 0.0);
    constexpr int draws = 4000;
    for (int seed = 0; seed < draws; ++seed) {
        const auto found = rounded(table, {.seed = static_cast<std::uint64_t>(seed)}).value();
        for (std::size_t cell = 0; cell < found.size(); ++cell)
            mean[cell] += static_cast<double>(found[cell]) / draws;
    }
    // At most 2.5 off the middle of a step of 5: four standard errors of the mean.
    for (std::size_t cell = 0; cell < table.cells(); ++cell)
        EXPECT_NEAR(mean[cell], static_cast<double>(table.count(cell)), 4 * 2.5 / std::sqrt(draws));
}

TEST(A_table_of_multiples, stays_as_it_is) {
    const MarginTable table = MarginTable::create(1, 3, std::vector<std::uint32_t>{5, 10, 0}).value();
    EXPECT_EQ(rounded(table).value(), (std::vector<std::int64_t>{5, 10, 0, 15, 5, 10, 0, 15}));
}

TEST(Rounding, refuses_a_base_that_rounds_nothing_and_a_huge_table) {
    const MarginTable table = MarginTable::create(1, 1, std::vector<std::uint32_t>{3}).value();
    EXPECT_EQ(rounded(table, {.base = 1}).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(rounded(table, {.base = 1001}).error().reason, Reason::parameter_out_of_range);
    const MarginTable huge = MarginTable::create(60, 60, std::vector<std::uint32_t>(3600, 1)).value();
    EXPECT_EQ(rounded(huge).error().reason, Reason::overflow);
}

}  // namespace
}  // namespace maillage::engine
