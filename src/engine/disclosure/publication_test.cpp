#include "engine/disclosure/publication.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "engine/core/philox.hpp"
#include "engine/disclosure/linear_program.hpp"

namespace maillage::engine {
namespace {

using Past = PublishedCell::Past;

TEST(A_linear_program, gives_the_ends_of_a_sum_and_the_rows_that_hold_it) {
    // x + y = 5, y + z = 3.
    auto program = LinearProgram::create(
        3, std::vector<LinearProgram::Row>{{.variables = {0, 1}, .sum = 5}, {.variables = {1, 2}, .sum = 3}});
    ASSERT_TRUE(program);
    const std::vector<std::uint32_t> x{0}, all{0, 1, 2};
    EXPECT_DOUBLE_EQ(program->extreme(x, LinearProgram::Direction::greatest)->value, 5);
    EXPECT_DOUBLE_EQ(program->extreme(x, LinearProgram::Direction::least)->value, 2);
    EXPECT_DOUBLE_EQ(program->extreme(all, LinearProgram::Direction::greatest)->value, 8);
    EXPECT_DOUBLE_EQ(program->extreme(all, LinearProgram::Direction::least)->value, 5);
    EXPECT_EQ(program->extreme(x, LinearProgram::Direction::greatest)->binding,
              (std::vector<std::size_t>{0}));
}

TEST(A_linear_program, knows_what_is_unbounded_and_what_is_impossible) {
    auto open = LinearProgram::create(2, std::vector<LinearProgram::Row>{{.variables = {0}, .sum = 1}});
    EXPECT_FALSE(open->extreme(std::vector<std::uint32_t>{1}, LinearProgram::Direction::greatest)->bounded);
    EXPECT_FALSE(LinearProgram::create(
        1, std::vector<LinearProgram::Row>{{.variables = {0}, .sum = 1}, {.variables = {0}, .sum = 2}}));
}

std::vector<std::uint32_t> drawn(std::uint32_t replicate, std::size_t atoms, std::uint32_t most) {
    Draws draws(21, Stream::demonstration, replicate);
    std::vector<std::uint32_t> counts(atoms);
    for (auto& count : counts) count = draws.below(3) == 0 ? draws.below(5) : draws.below(most);
    return counts;
}

// Every table of whole counts up to `most` an atom that shows the same; the ends of each cell's values.
struct Truth {
    std::vector<std::int64_t> low, high;
};

Truth enumerated(const Publication& publication, std::span<const Cell> cells, std::uint32_t most) {
    const std::size_t n = publication.counts().size();
    Truth truth{std::vector<std::int64_t>(publication.size(), 1000),
                std::vector<std::int64_t>(publication.size(), -1)};
    std::vector<std::uint32_t> atoms(n, 0);
    const auto sum = [&](std::size_t cell) {
        std::int64_t total = 0;
        for (const std::uint32_t atom : publication.cell(cell).atoms) total += atoms[atom];
        return total;
    };
    const std::function<void(std::size_t)> fill = [&](std::size_t at) {
        if (at < n) {
            for (atoms[at] = 0; atoms[at] <= most; ++atoms[at]) fill(at + 1);
            return;
        }
        for (std::size_t cell = 0; cell < publication.size(); ++cell)
            if (!is_hidden(cells[cell]) && sum(cell) != publication.count(cell)) return;
        for (std::size_t cell = 0; cell < publication.size(); ++cell) {
            truth.low[cell] = std::min(truth.low[cell], sum(cell));
            truth.high[cell] = std::max(truth.high[cell], sum(cell));
        }
    };
    fill(0);
    return truth;
}

TEST(Intervals_of_a_publication, hold_every_table_that_shows_the_same) {
    const std::vector<Axis> axes{{.members = 2}, {.members = 2}, {.members = 2}};
    for (std::uint32_t replicate = 0; replicate < 12; ++replicate) {
        const auto publication = crossed(axes, drawn(replicate, 8, 4)).value();
        Draws draws(22, Stream::demonstration, replicate);
        std::vector<Cell> cells(publication.size(), Cell::shown);
        for (std::size_t cell = 0; cell + 1 < cells.size(); ++cell)
            if (draws.below(3) != 0) cells[cell] = Cell::hidden_complementary;
        const auto found = feasible_intervals(publication, cells).value();
        const Truth truth = enumerated(publication, cells, 4);
        for (std::size_t cell = 0; cell < cells.size(); ++cell) {
            EXPECT_LE(found[cell].low, truth.low[cell]) << replicate << " " << cell;
            if (found[cell].bounded)
                EXPECT_GE(found[cell].high, truth.high[cell]) << replicate << " " << cell;
        }
    }
}

// Two entries are a network: the exact flows of margin_table.hpp say the same.
TEST(Intervals_of_a_publication, are_those_of_the_flows_for_two_entries) {
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        const auto counts = drawn(replicate, 12, 30);
        const auto flows = MarginTable::create(3, 4, counts).value();
        const auto publication = crossed(std::vector<Axis>{{.members = 3}, {.members = 4}}, counts).value();
        ASSERT_EQ(flows.cells(), publication.size());
        Draws draws(23, Stream::demonstration, replicate);
        std::vector<Cell> cells(publication.size(), Cell::shown);
        for (Cell& cell : cells)
            if (draws.below(2) == 0) cell = Cell::hidden_complementary;
        const auto found = feasible_intervals(publication, cells).value();
        for (std::size_t cell = 0; cell < cells.size(); ++cell) {
            const Feasible exact = feasible_interval(flows, cells, cell);
            EXPECT_EQ(found[cell].low, exact.low) << replicate << " " << cell;
            EXPECT_EQ(found[cell].bounded, exact.bounded) << replicate << " " << cell;
            if (exact.bounded) EXPECT_EQ(found[cell].high, exact.high) << replicate << " " << cell;
        }
    }
}

void expect_protected(const Publication& publication, const Suppression& found, std::int64_t width) {
    const auto feasible = feasible_intervals(publication, found.cells).value();
    for (std::size_t cell = 0; cell < publication.size(); ++cell) {
        if (publication.cell(cell).past == Past::none && publication.count(cell) < width)
            EXPECT_TRUE(is_hidden(found.cells[cell])) << cell;
        if (publication.cell(cell).past == Past::hidden || is_hidden(found.cells[cell]))
            EXPECT_TRUE(feasible[cell].at_least_as_wide_as(width)) << cell;
    }
}

TEST(A_suppression, protects_three_entries_with_their_margins) {
    for (std::uint32_t replicate = 0; replicate < 6; ++replicate) {
        const auto publication = crossed(std::vector<Axis>{{.members = 2}, {.members = 3}, {.members = 3}},
                                         drawn(replicate, 18, 50))
                                     .value();
        const auto found = suppress(publication, {.threshold = 5});
        ASSERT_TRUE(found) << replicate;
        expect_protected(publication, *found, 5);
    }
}

TEST(A_suppression, protects_nested_zones_and_years_of_months) {
    const Axis zones{.members = 4, .levels = {{0, 0, 1, 1}}}, months{.members = 4, .levels = {{0, 0, 1, 1}}};
    EXPECT_EQ(zones.lines().size(), 7U);
    const auto publication = crossed(std::vector<Axis>{zones, months}, drawn(3, 16, 40)).value();
    const auto found = suppress(publication, {.threshold = 5}).value();
    expect_protected(publication, found, 5);
    EXPECT_LT(found.complementary, publication.size() - found.primary);
}

// Twelve monthly releases of running totals: this month's table less the last one is a month.
TEST(A_suppression, protects_what_the_difference_of_two_releases_would_tell) {
    constexpr std::uint32_t zones = 4, months = 12;
    const auto counts = drawn(9, zones * months, 30);
    std::vector<PublishedCell> cells;
    for (std::uint32_t release = 1; release <= months; ++release) {
        const std::size_t first = cells.size();
        PublishedCell town;
        for (std::uint32_t zone = 0; zone < zones; ++zone) {
            PublishedCell cell;
            for (std::uint32_t month = 0; month < release; ++month)
                cell.atoms.push_back(month * zones + zone);
            town.atoms.insert(town.atoms.end(), cell.atoms.begin(), cell.atoms.end());
            cells.push_back(std::move(cell));
        }
        cells.push_back(std::move(town));
        // Each month of each zone is protected though no release prints it.
        auto judged = cells;
        for (std::uint32_t atom = 0; atom < release * zones; ++atom)
            if (counts[atom] < 5) judged.push_back({.atoms = {atom}, .past = Past::hidden});
        const auto publication = Publication::create(counts, judged).value();
        const auto found = suppress(publication, {.threshold = 5});
        ASSERT_TRUE(found) << release;
        expect_protected(publication, *found, 5);
        for (std::size_t cell = first; cell < cells.size(); ++cell)
            cells[cell].past = is_hidden(found->cells[cell]) ? Past::hidden : Past::shown;
    }
}

TEST(A_suppression, refuses_what_was_already_given_away) {
    const auto publication = Publication::create({2, 30}, {{.atoms = {0}, .past = Past::hidden},
                                                           {.atoms = {1}, .past = Past::shown},
                                                           {.atoms = {0, 1}, .past = Past::shown}})
                                 .value();
    EXPECT_EQ(suppress(publication).error(), (Refusal{Reason::did_not_converge, 0}));
}

TEST(A_publication, refuses_what_is_no_table) {
    EXPECT_EQ(Publication::create({}, {{.atoms = {0}}}).error().reason, Reason::empty);
    EXPECT_EQ(Publication::create({1}, {{.atoms = {3}}}).error(),
              (Refusal{Reason::index_out_of_range, 3, 1}));
    EXPECT_EQ(crossed(std::vector<Axis>{{.members = 2}}, {1}).error(),
              (Refusal{Reason::lengths_differ, 1, 2}));
    EXPECT_EQ(crossed(std::vector<Axis>{{.members = 40}, {.members = 40}}, {}).error().reason,
              Reason::overflow);
    EXPECT_EQ(crossed(std::vector<Axis>{{.members = 2, .levels = {{0}}}}, {1, 2}).error().reason,
              Reason::lengths_differ);
    const auto table = Publication::create({3}, {{.atoms = {0}}}).value();
    EXPECT_EQ(suppress(table, {.threshold = 0}).error().reason, Reason::parameter_out_of_range);
}

}  // namespace
}  // namespace maillage::engine
