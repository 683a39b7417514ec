#include "domain/indicators/cell_reading.hpp"

#include <gtest/gtest.h>

namespace maillage::indicators {
namespace {

const Period quarter = *parse_period("2026-T1");

std::expected<std::optional<Figure>, CellProblem> read(Measure measure, std::string value,
                                                       std::string whole = {}) {
    Definition said{.code = "x", .measure = measure, .frequency = Frequency::quarter};
    return read_cell(said, quarter, nullptr, {.value = std::move(value), .whole = std::move(whole)});
}
CellFault fault(Measure measure, std::string value, std::string whole = {}) {
    return read(measure, std::move(value), std::move(whole)).error().fault;
}

TEST(A_cell, takes_both_the_comma_and_the_point) {
    EXPECT_EQ(read(Measure::number, "1,5").value()->value, 1.5);
    EXPECT_EQ(read(Measure::number, "1.5").value()->value, 1.5);
    EXPECT_EQ(read(Measure::number, " 1 204,5 ").value()->value, 1204.5);
}

TEST(A_cell, left_empty_says_nothing) {
    EXPECT_FALSE(read(Measure::count, "  ").value().has_value());
    EXPECT_FALSE(read(Measure::share, "", "").value().has_value());
}

TEST(A_cell, says_why_it_cannot_be_read) {
    EXPECT_EQ(fault(Measure::count, "quatre"), CellFault::no_number);
    EXPECT_EQ(fault(Measure::count, "1,5"), CellFault::no_count);
    EXPECT_EQ(fault(Measure::count, "-3"), CellFault::no_count);
    EXPECT_EQ(fault(Measure::number, "9000000000000"), CellFault::too_large);
    EXPECT_EQ(fault(Measure::share, "3", "0"), CellFault::no_whole);
    EXPECT_EQ(fault(Measure::share, "30", "20"), CellFault::part_above_whole);
    EXPECT_TRUE(read(Measure::share, "30", "vingt").error().of_whole);
}

TEST(A_cell, of_another_length_than_the_indicator_is_refused) {
    const Definition yearly{.code = "x", .measure = Measure::count, .frequency = Frequency::year};
    EXPECT_EQ(read_cell(yearly, quarter, nullptr, {.value = "3", .whole = ""}).error().fault,
              CellFault::other_length);
}

// "To be confirmed" was said of the two: it is false of the three.
TEST(A_cell, leaves_the_note_the_source_and_the_mark_of_the_value_that_it_replaces) {
    const Definition said{.code = "x", .measure = Measure::count, .frequency = Frequency::quarter};
    const Figure known{.period = quarter,
                       .perimeter = "CSP",
                       .value = 2,
                       .provisional = true,
                       .note = "À confirmer",
                       .source_line = "ligne du total"};
    const auto over = [&](const char* value, std::optional<bool> provisional = {}) {
        return read_cell(said, quarter, &known, {.value = value, .whole = "", .provisional = provisional})
            .value()
            .value();
    };
    EXPECT_EQ(over("3"), (Figure{.period = quarter, .perimeter = "CSP", .value = 3}));
    EXPECT_EQ(over("2"), known);
    EXPECT_TRUE(over("3", true).provisional);
    EXPECT_FALSE(over("2", false).provisional);
    EXPECT_EQ(over("2", false).note, "À confirmer");
}

}  // namespace
}  // namespace maillage::indicators
