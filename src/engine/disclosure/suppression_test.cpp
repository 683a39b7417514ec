#include "engine/disclosure/suppression.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/core/philox.hpp"

namespace maillage::engine {
namespace {

// All tables of counts 0 … most that show the same: the definition of what a reader can find out.
class BruteForce {
 public:
    BruteForce(const MarginTable& table, const std::vector<Cell>& cells, std::int64_t most)
        : table_(table), cells_(cells), most_(most), inner_(table.rows() * table.columns(), 0) {
        low_.assign(table.cells(), 1'000'000);
        high_.assign(table.cells(), -1);
        fill(0);
    }
    std::int64_t low(std::size_t cell) const { return low_[cell]; }
    std::int64_t high(std::size_t cell) const { return high_[cell]; }

 private:
    void fill(std::size_t at) {
        if (at == inner_.size()) return judge();
        for (std::int64_t value = 0; value <= most_; ++value) {
            inner_[at] = static_cast<std::uint32_t>(value);
            fill(at + 1);
        }
    }
    void judge() {
        const MarginTable other = MarginTable::create(table_.rows(), table_.columns(), inner_).value();
        for (std::size_t cell = 0; cell < other.cells(); ++cell)
            if (!is_hidden(cells_[cell]) && other.count(cell) != table_.count(cell)) return;
        for (std::size_t cell = 0; cell < other.cells(); ++cell) {
            low_[cell] = std::min(low_[cell], other.count(cell));
            high_[cell] = std::max(high_[cell], other.count(cell));
        }
    }

    const MarginTable& table_;
    const std::vector<Cell>& cells_;
    std::int64_t most_;
    std::vector<std::uint32_t> inner_;
    std::vector<std::int64_t> low_, high_;
};

TEST(A_hidden_cell, alone_in_its_row_is_found_by_subtraction) {
    const auto table = MarginTable::create(2, 2, std::vector<std::uint32_t>{2, 30, 40, 50}).value();
    std::vector<Cell> cells(table.cells(), Cell::shown);
    cells[table.index(0, 0)] = Cell::hidden_primary;
    const Feasible alone = feasible_interval(table, cells, table.index(0, 0));
    EXPECT_EQ(alone.low, 2);
    EXPECT_EQ(alone.high, 2);
    EXPECT_EQ(exposed_cells(table, cells, 5).size(), 1U);
}

TEST(A_hidden_cell, in_a_rectangle_of_hidden_cells_moves_with_them) {
    const auto table = MarginTable::create(2, 2, std::vector<std::uint32_t>{2, 30, 40, 50}).value();
    std::vector<Cell> cells(table.cells(), Cell::shown);
    for (const std::size_t row : {0U, 1U})
        for (const std::size_t column : {0U, 1U}) cells[table.index(row, column)] = Cell::hidden_primary;
    const Feasible found = feasible_interval(table, cells, table.index(0, 0));
    EXPECT_EQ(found.low, 0);
    EXPECT_EQ(found.high, 32);
}

RC_GTEST_PROP(A_feasible_interval, is_that_of_all_tables_that_show_the_same, ()) {
    std::vector<std::uint32_t> counts(4);
    for (auto& count : counts) count = static_cast<std::uint32_t>(*rc::gen::inRange(0, 3));
    const auto table = MarginTable::create(2, 2, counts).value();
    std::vector<Cell> cells(table.cells(), Cell::shown);
    for (Cell& cell : cells)
        if (*rc::gen::inRange(0, 2) == 0) cell = Cell::hidden_complementary;
    const BruteForce truth(table, cells, 8);
    for (std::size_t cell = 0; cell < table.cells(); ++cell) {
        const Feasible found = feasible_interval(table, cells, cell);
        RC_ASSERT(found.low == truth.low(cell));
        // Counts are cut at 8 a cell in the enumeration: beyond, it proves nothing.
        if (found.bounded && found.high <= 8) RC_ASSERT(found.high == truth.high(cell));
        if (!found.bounded) RC_ASSERT(truth.high(cell) >= 8);
    }
}

std::vector<std::uint32_t> drawn(std::uint32_t replicate, std::size_t cells, std::uint32_t most) {
    Draws draws(20, Stream::demonstration, replicate);
    std::vector<std::uint32_t> counts(cells);
    for (auto& count : counts) count = draws.below(4) == 0 ? draws.below(5) : draws.below(most);
    return counts;
}

TEST(Suppression, leaves_no_hidden_cell_narrower_than_the_threshold_over_200_tables) {
    for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
        const auto table = MarginTable::create(5, 4, drawn(replicate, 20, 60)).value();
        const auto found = suppress(table, {.threshold = 5}).value();
        ASSERT_TRUE(exposed_cells(table, found.cells, 5).empty()) << "table " << replicate;
        for (std::size_t cell = 0; cell < table.cells(); ++cell)
            if (table.count(cell) < 5) ASSERT_TRUE(is_hidden(found.cells[cell])) << "table " << replicate;
    }
}

TEST(Suppression, hides_three_cells_more_for_one_small_count) {
    const auto table =
        MarginTable::create(3, 3, std::vector<std::uint32_t>{2, 30, 41, 25, 20, 90, 70, 80, 99}).value();
    const auto found = suppress(table, {.threshold = 5}).value();
    EXPECT_EQ(found.primary, 1U);
    EXPECT_EQ(found.complementary, 3U);
    // The cheapest rectangle: 30, 25 and 20.
    for (const std::size_t cell : {table.index(0, 1), table.index(1, 0), table.index(1, 1)})
        EXPECT_EQ(found.cells[cell], Cell::hidden_complementary);
}

TEST(Suppression, hides_nothing_when_all_counts_are_large_and_zeros_may_be_shown) {
    const auto table = MarginTable::create(2, 2, std::vector<std::uint32_t>{0, 30, 41, 25}).value();
    EXPECT_EQ(suppress(table, {.zeros = Zeros::shown})->primary, 0U);
    EXPECT_EQ(suppress(table)->primary, 1U);
}

TEST(Suppression, hides_a_small_total_as_well) {
    const auto table = MarginTable::create(2, 2, std::vector<std::uint32_t>{1, 2, 41, 25}).value();
    const auto found = suppress(table).value();
    EXPECT_EQ(found.cells[table.index(0, 2)], Cell::hidden_primary);
    EXPECT_TRUE(exposed_cells(table, found.cells, 5).empty());
}

TEST(Suppression, refuses_wrong_tables_and_thresholds) {
    EXPECT_EQ(MarginTable::create(2, 2, std::vector<std::uint32_t>{1}).error(),
              (Refusal{Reason::lengths_differ, 1, 4}));
    EXPECT_EQ(MarginTable::create(0, 2, {}).error().reason, Reason::empty);
    const auto table = MarginTable::create(1, 1, std::vector<std::uint32_t>{3}).value();
    EXPECT_EQ(suppress(table, {.threshold = 0}).error().reason, Reason::parameter_out_of_range);
}

}  // namespace
}  // namespace maillage::engine
