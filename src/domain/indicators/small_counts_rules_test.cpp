#include "domain/indicators/small_counts_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace maillage::indicators {
namespace {

using testing::ElementsAre;
using Why = Withheld::Why;

Definition counted(Kind kind = Kind::context, std::string unit = "faits") {
    return {.code = "avip", .kind = kind, .measure = Measure::count, .unit = std::move(unit)};
}

Figure figure(std::string_view period, double value, std::optional<double> of = {}) {
    return {.period = *parse_period(period), .value = value, .of = of};
}

// What a partner is given of each: the value, or -1.
std::vector<double> given(Definition said, std::vector<Figure> figures) {
    withhold(said, figures, 5);
    std::vector<double> values;
    for (const Figure& one : figures) values.push_back(one.withheld ? -1 : one.value);
    return values;
}

TEST(A_small_count, of_facts_is_not_given_and_a_larger_one_is) {
    Definition said = counted();
    std::vector<Figure> figures{figure("2022", 4), figure("2023", 5), figure("2024", 0)};
    figures[0].note = "dont 3 au même endroit";
    EXPECT_TRUE(withhold(said, figures, 5));
    EXPECT_EQ(figures[0].withheld, (Withheld{.why = Why::small, .below = 5}));
    EXPECT_TRUE(std::isnan(figures[0].value));
    EXPECT_EQ(figures[0].note, "");
    EXPECT_FALSE(figures[1].withheld);
    EXPECT_TRUE(figures[2].withheld) << "a zero says: nobody";
}

TEST(A_small_count, of_zero_is_given_for_a_whole_commune) {
    std::vector<Figure> figures{figure("2022", 0), figure("2023", 1)};
    for (Figure& one : figures) one.perimeter = "Commune de Laval";
    EXPECT_THAT(given(counted(), figures), ElementsAre(0, -1));
}

TEST(A_small_count, of_what_was_done_is_given_unless_its_unit_names_persons) {
    EXPECT_THAT(given(counted(Kind::activity, "réunions"), {figure("2022", 3)}), ElementsAre(3));
    EXPECT_THAT(given(counted(Kind::activity, "jeunes suivis"), {figure("2022", 3)}), ElementsAre(-1));
    EXPECT_THAT(given(counted(Kind::activity, "Élèves"), {figure("2022", 3)}), ElementsAre(-1));
    EXPECT_THAT(given(counted(Kind::activity, "rappels à l’ordre"), {figure("2022", 3)}), ElementsAre(-1));
    EXPECT_THAT(given(counted(Kind::activity, "cas signalés"), {figure("2022", 3)}), ElementsAre(-1));
    Definition number = counted();
    number.measure = Measure::number;
    EXPECT_THAT(given(number, {figure("2022", 3)}), ElementsAre(3));
}

TEST(A_share, is_not_given_when_its_part_or_its_rest_is_small) {
    Definition share = counted(Kind::result, "situations");
    share.measure = Measure::share;
    std::vector<Figure> figures{figure("2022", 3, 40), figure("2023", 38, 40), figure("2024", 20, 40)};
    EXPECT_TRUE(withhold(share, figures, 5));
    EXPECT_TRUE(figures[0].withheld && figures[1].withheld && !figures[2].withheld);
    EXPECT_FALSE(figures[0].of) << "neither is the whole";
}

TEST(A_baseline, is_a_count_like_another) {
    Definition said = counted();
    said.baseline = 3, said.baseline_period = Period::year(2019);
    std::vector<Figure> none;
    EXPECT_TRUE(withhold(said, none, 5));
    EXPECT_FALSE(said.baseline);
    EXPECT_EQ(said.baseline_withheld, (Withheld{.why = Why::small, .below = 5}));
}

// 40 + 3 + 30 + 20 = 93: with the year and three quarters, the fourth is known.
TEST(A_small_count, is_not_found_by_subtraction_from_the_year_that_holds_it) {
    const auto values = given(counted(), {figure("2022", 93), figure("2022-T1", 40), figure("2022-T2", 3),
                                          figure("2022-T3", 30), figure("2022-T4", 20)});
    EXPECT_EQ(values[2], -1);
    EXPECT_EQ(values[0], -1) << "the quarters were read before the year was entered";
    EXPECT_EQ(std::ranges::count(values, -1), 3)
        << "one more quarter, for the year may have been read before";
}

// Nor from what was read earlier, on a page or in a snapshot, in whatever order it was entered.
TEST(A_small_count, is_not_found_by_subtraction_from_what_was_read_before) {
    const std::vector<Figure> quarters{figure("2022-T1", 40), figure("2022-T2", 3), figure("2022-T3", 30),
                                       figure("2022-T4", 20)};
    EXPECT_THAT(given(counted(), quarters), ElementsAre(40, -1, 30, 20));
    EXPECT_THAT(given(counted(), {figure("2022", 93)}), ElementsAre(93));
    std::vector<Figure> all = quarters;
    all.push_back(figure("2022", 93));
    EXPECT_THAT(given(counted(), all), ElementsAre(40, -1, 30, -1, -1));
}

TEST(Untold_months, that_hold_a_small_count_take_away_the_period_that_leaves_them) {
    EXPECT_THAT(given(counted(), {figure("2022-01/2022-11", 48)}), ElementsAre(48));
    EXPECT_THAT(given(counted(), {figure("2022-01/2022-11", 48), figure("2022", 50)}), ElementsAre(-1, -1));
}

// 4 + 4: who reads that both are small and that they make 8 knows both.
TEST(Small_counts, within_a_year_that_is_shown_are_not_called_small) {
    Definition said = counted();
    std::vector<Figure> figures{figure("2022", 8), figure("2022-S1", 4), figure("2022-S2", 4)};
    EXPECT_TRUE(withhold(said, figures, 5));
    for (const Figure& one : figures)
        if (one.withheld) EXPECT_EQ(one.withheld->why, Why::gives_away);
    EXPECT_TRUE(figures[1].withheld && figures[2].withheld);
}

TEST(Small_counts, of_shares_within_a_year_are_not_found_by_subtraction) {
    Definition share = counted(Kind::result, "situations");
    share.measure = Measure::share;
    const auto values =
        given(share, {figure("2022", 60, 120), figure("2022-S1", 57, 60), figure("2022-S2", 3, 60)});
    EXPECT_GE(std::ranges::count(values, -1), 2);
    EXPECT_EQ(values[1], -1);
    EXPECT_EQ(values[2], -1);
}

TEST(Periods_that_cross_or_do_not_add_up, all_go_with_the_small_one_among_them) {
    EXPECT_THAT(given(counted(), {figure("2022-01/2022-08", 30), figure("2022-05/2022-12", 3)}),
                ElementsAre(-1, -1));
    EXPECT_THAT(given(counted(), {figure("2022-01/2022-08", 30), figure("2022-05/2022-12", 31)}),
                ElementsAre(30, 31));
    EXPECT_THAT(given(counted(), {figure("2022", 30), figure("2022-S1", 3), figure("2022-S2", 40)}),
                ElementsAre(-1, -1, -1));
    EXPECT_THAT(given(counted(), {figure("2022", 30), figure("2022-S1", 13), figure("2022-S2", 40)}),
                ElementsAre(30, 13, 40));
}

Figure in(std::string perimeter, double value, std::string_view period = "2022") {
    Figure made = figure(period, value);
    made.perimeter = std::move(perimeter);
    return made;
}

// 40 in the town, 37 in its quarters that are read: 3 in the other one.
TEST(A_small_count, of_a_part_of_the_town_is_not_found_by_subtraction_from_the_town) {
    EXPECT_THAT(given(counted(), {in("Commune de Laval", 40), in("QPV", 37), in("Hors QPV", 3)}),
                ElementsAre(40, -1, -1));
    EXPECT_THAT(given(counted(), {in("Commune de Laval", 40), in("QPV", 37)}), ElementsAre(40, -1))
        << "what nobody entered is found as well";
    EXPECT_THAT(given(counted(), {in("Commune de Laval", 40), in("QPV", 20), in("Nord", 18)}),
                ElementsAre(40, -1, -1));
    EXPECT_THAT(given(counted(), {in("Commune de Laval", 40), in("QPV", 20), in("Nord", 12)}),
                ElementsAre(40, 20, 12));
    EXPECT_THAT(given(counted(), {in("Agglomération", 60), in("Commune de Laval", 57)}), ElementsAre(-1, 57));
}

TEST(A_small_count, of_a_quarter_of_the_year_takes_the_years_of_the_other_parts_of_the_town) {
    EXPECT_THAT(
        given(counted(), {in("Nord", 3, "2022-T1"), in("Nord", 30), in("Sud", 20), in("Sud", 25, "2021")}),
        ElementsAre(-1, -1, -1, 25));
}

TEST(A_commune, is_not_one_of_its_own_parts) {
    EXPECT_THAT(given(counted(), {in("Commune de Laval, quartier des Fourches", 0)}), ElementsAre(-1));
}

TEST(Ten_years_of_months, hide_the_small_ones_alone) {
    std::vector<Figure> figures;
    for (int month = 0; month < 120; ++month)
        figures.push_back(
            {.period = *Period::of(12 * 2010 + month, 1), .value = month % 10 == 0 ? 2.0 : 50.0});
    EXPECT_EQ(std::ranges::count(given(counted(), figures), -1), 12);
}

}  // namespace
}  // namespace maillage::indicators
