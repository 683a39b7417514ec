#include "domain/indicators/comparison_rules.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace maillage::indicators {
namespace {

Figure figure(std::string_view period, double value) {
    return {.period = *parse_period(period), .value = value};
}
Figure share(std::string_view period, double part, double whole) {
    Figure made = figure(period, part);
    made.of = whole;
    return made;
}

// The strategy's figures of eleven months: 775 against 759 is no rise.
TEST(Two_counts, that_chance_explains_are_no_rise) {
    const auto made = compare(Measure::count, figure("2022-01/2022-11", 775), figure("2021-01/2021-11", 759));
    ASSERT_TRUE(made);
    EXPECT_NEAR(made->change, 1.021, 0.0005);
    EXPECT_NEAR(made->interval->low, 1 - 0.077, 0.0005);
    EXPECT_NEAR(made->interval->high, 1.130, 0.0005);
    EXPECT_EQ(made->direction, engine::Direction::none);
    EXPECT_EQ(made->certainty, engine::Certainty::none);
    EXPECT_TRUE(made->percentage_fits);
}

TEST(Two_counts, that_chance_hardly_explains_are_a_rise_of_high_certainty) {
    const auto made = compare(Measure::count, figure("2021", 812), figure("2020", 577));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->direction, engine::Direction::up);
    EXPECT_EQ(made->certainty, engine::Certainty::high);
}

TEST(Eleven_months, are_not_compared_with_twelve) {
    EXPECT_EQ(compare(Measure::count, figure("2022-01/2022-11", 775), figure("2021", 812)).error(),
              Unlike::periods);
}

TEST(Months, are_compared_with_the_same_months_alone) {
    EXPECT_EQ(compare(Measure::count, figure("2022-02", 7), figure("2022-01", 9)).error(), Unlike::periods);
    EXPECT_TRUE(compare(Measure::count, figure("2022-02", 7), figure("2021-02", 9)));
}

TEST(A_broken_series, is_not_compared_across_its_break) {
    const std::vector breaks{12 * 2022 + 6};
    EXPECT_EQ(compare(Measure::count, figure("2023", 7), figure("2021", 9), breaks).error(),
              Unlike::definition);
    EXPECT_EQ(compare(Measure::count, figure("2022", 7), figure("2021", 9), breaks).error(),
              Unlike::definition)
        << "a break within the later period";
    EXPECT_TRUE(compare(Measure::count, figure("2024", 7), figure("2023", 9), breaks));
    EXPECT_TRUE(compare(Measure::count, figure("2021", 7), figure("2020", 9), breaks));
    const std::vector figures{figure("2021", 9), figure("2023", 7)};
    EXPECT_FALSE(pair_to_compare(figures, breaks)->earlier);
    EXPECT_EQ(pair_to_compare(figures, breaks)->why, Unlike::definition);
}

TEST(Two_perimeters, are_not_compared) {
    Figure district = figure("2021", 900);
    district.perimeter = "CSP";
    EXPECT_EQ(compare(Measure::count, figure("2022", 800), district).error(), Unlike::perimeters);
}

TEST(A_base_under_thirty, leaves_the_counts_without_percentage) {
    EXPECT_FALSE(compare(Measure::count, figure("2022", 40), figure("2021", 29))->percentage_fits);
    EXPECT_TRUE(compare(Measure::count, figure("2022", 40), figure("2021", 30))->percentage_fits);
}

TEST(Nothing_counted_twice, says_nothing) {
    EXPECT_EQ(compare(Measure::count, figure("2022", 0), figure("2021", 0)).error(), Unlike::both_zero);
    const auto from_nothing = compare(Measure::count, figure("2022", 9), figure("2021", 0));
    ASSERT_TRUE(from_nothing);
    EXPECT_EQ(from_nothing->interval->high, INFINITY);
}

TEST(A_share, needs_one_perimeter_for_its_part_and_its_whole) {
    Figure later = share("2022", 40, 100);
    later.of_perimeter = "CSP";
    EXPECT_EQ(compare(Measure::share, later, share("2021", 30, 100)).error(), Unlike::whole);
    EXPECT_EQ(compare(Measure::share, share("2022", 0, 0), share("2021", 30, 100)).error(), Unlike::no_whole);
}

TEST(Two_shares, are_compared_in_points_with_the_interval_of_newcombe) {
    const auto made = compare(Measure::share, share("2022", 56, 70), share("2021", 48, 80));
    ASSERT_TRUE(made);
    EXPECT_NEAR(made->change, 20, 1e-9);
    EXPECT_NEAR(made->interval->low, 5.24, 0.005);
    EXPECT_EQ(made->direction, engine::Direction::up);
    EXPECT_EQ(made->certainty, engine::Certainty::high);
}

TEST(A_share_printed_without_its_counts, is_compared_without_conclusion) {
    const auto made =
        compare(Measure::percent, figure("2022-01/2022-11", 25.09), figure("2021-01/2021-11", 27.41));
    ASSERT_TRUE(made);
    EXPECT_NEAR(made->change, -2.32, 1e-9);
    EXPECT_FALSE(made->interval);
    EXPECT_EQ(made->certainty, engine::Certainty::none);
}

TEST(Provisional_figures, are_one_step_less_sure) {
    Figure later = figure("2021", 812);
    later.provisional = true;
    EXPECT_EQ(compare(Measure::count, later, figure("2020", 577))->certainty, engine::Certainty::medium);
}

TEST(The_latest_figure, is_paired_with_the_same_months_of_the_nearest_year) {
    const std::vector<Figure> figures{figure("2018", 665), figure("2021", 812),
                                      figure("2022-01/2022-11", 775), figure("2021-01/2021-11", 759),
                                      figure("2020-01/2020-11", 500)};
    const auto pair = pair_to_compare(figures);
    ASSERT_TRUE(pair && pair->earlier);
    EXPECT_EQ(pair->later.value, 775);
    EXPECT_EQ(pair->earlier->value, 759);
    EXPECT_FALSE(pair->why);
}

TEST(The_latest_figure, without_its_like_says_which_other_is_not_comparable) {
    const std::vector<Figure> figures{figure("2021", 812), figure("2022-01/2022-11", 775)};
    const auto pair = pair_to_compare(figures);
    ASSERT_TRUE(pair);
    EXPECT_FALSE(pair->earlier);
    EXPECT_EQ(pair->unlike->value, 812);
    EXPECT_EQ(pair->why, Unlike::periods);
}

TEST(No_figure, has_no_pair) { EXPECT_FALSE(pair_to_compare({})); }

}  // namespace
}  // namespace maillage::indicators
