#include "domain/snapshots/comparison.hpp"

#include <gtest/gtest.h>

#include "domain/snapshots/content_for_tests.hpp"
#include "domain/snapshots/snapshot_words.hpp"
#include "tests/support/words.hpp"

namespace maillage::snapshots {
namespace {

using indicators::Figure;

Outcome outcome_of(const std::vector<Figure>& earlier, const std::vector<Figure>& later) {
    const FrozenIndicator was = indicator("vols", earlier), is = indicator("vols", later);
    return compare(&was, &is).outcome;
}

TEST(Two_snapshots, compare_the_same_months_of_two_years) {
    const FrozenIndicator was = indicator("vols", {figure("2025-T1", 400), figure("2025-T2", 500)}),
                          is = indicator("vols", {figure("2025-T2", 500), figure("2026-T1", 300)});

    const IndicatorChange change = compare(&was, &is);

    ASSERT_EQ(change.outcome, Outcome::compared);
    EXPECT_EQ(written(change.before->period), "2025-T1") << "not the latest one, of other months";
    EXPECT_EQ(written(change.after->period), "2026-T1");
    EXPECT_DOUBLE_EQ(change.made->change, 0.75);
}

TEST(Two_snapshots, do_not_compare_eleven_months_with_twelve_and_say_why) {
    const FrozenIndicator was = indicator("vols", {figure("2024", 700)}),
                          is = indicator("vols", {figure("2025-01/2025-11", 600)});

    const IndicatorChange change = compare(&was, &is);

    EXPECT_EQ(change.outcome, Outcome::unlike);
    EXPECT_EQ(change.why, indicators::Unlike::periods);
    EXPECT_NE(in_words(test::french(), change).at(1).find("mêmes mois"), std::string::npos);
}

// The definition was mended between two meetings, and its text stood as it was when both were frozen.
TEST(Two_snapshots, do_not_compare_across_a_break_of_the_series_and_say_why) {
    const FrozenIndicator was = indicator("vols", {figure("2024", 700)});
    FrozenIndicator is = indicator("vols", {figure("2025", 300)});
    is.indicator.breaks = {12 * 2025};

    const IndicatorChange change = compare(&was, &is);

    EXPECT_EQ(change.outcome, Outcome::unlike);
    EXPECT_EQ(change.why, indicators::Unlike::definition);
    is.indicator.breaks = {12 * 2024};
    EXPECT_EQ(compare(&was, &is).outcome, Outcome::compared) << "broken before both";
}

TEST(Two_snapshots, do_not_compare_a_town_with_a_district) {
    Figure district = figure("2024", 900);
    district.perimeter = "Circonscription";
    const FrozenIndicator was = indicator("vols", {district}), is = indicator("vols", {figure("2025", 700)});

    EXPECT_EQ(compare(&was, &is).why, indicators::Unlike::perimeters);
}

TEST(Two_snapshots, do_not_compare_what_was_defined_anew_in_between) {
    const FrozenIndicator was = indicator("vols", {figure("2024", 700)});
    FrozenIndicator is = indicator("vols", {figure("2025", 300)});
    is.indicator.definition.definition = "Faits élucidés";
    is.indicator.version = 3;

    const IndicatorChange change = compare(&was, &is);

    EXPECT_EQ(change.outcome, Outcome::redefined);
    EXPECT_FALSE(change.made);
    EXPECT_NE(in_words(test::french(), change).at(1).find("version 2, puis version 3"), std::string::npos);
}

TEST(Two_snapshots, still_compare_when_only_a_target_or_a_name_changed) {
    const FrozenIndicator was = indicator("vols", {figure("2024", 700)});
    FrozenIndicator is = indicator("vols", {figure("2025", 300)});
    is.indicator.definition.target = 200;
    is.indicator.definition.name = "Vols";
    is.indicator.version = 3;
    EXPECT_EQ(compare(&was, &is).outcome, Outcome::compared);
}

TEST(Two_snapshots, tell_a_figure_that_was_corrected_from_one_that_is_new) {
    EXPECT_EQ(outcome_of({figure("2025", 700)}, {figure("2025", 700)}), Outcome::same_figure);
    EXPECT_EQ(outcome_of({figure("2025", 700)}, {figure("2025", 712)}), Outcome::corrected);
    EXPECT_EQ(outcome_of({figure("2025", 700)}, {figure("2026", 712)}), Outcome::compared);
}

TEST(Two_snapshots, never_compare_backwards_when_a_figure_was_withdrawn) {
    EXPECT_EQ(outcome_of({figure("2024", 700), figure("2025", 900)}, {figure("2023", 650)}),
              Outcome::withdrawn);
}

TEST(Two_snapshots, say_which_indicator_is_new_gone_or_without_a_figure) {
    const FrozenIndicator one = indicator("vols", {figure("2025", 700)}), none = indicator("vols", {});
    EXPECT_EQ(compare(nullptr, &one).outcome, Outcome::only_later);
    EXPECT_EQ(compare(&one, nullptr).outcome, Outcome::only_earlier);
    EXPECT_EQ(compare(&none, &one).outcome, Outcome::no_figure);
    EXPECT_EQ(compare(&one, &none).outcome, Outcome::no_figure);
    EXPECT_EQ(compare(&none, &none).outcome, Outcome::no_figure);
    EXPECT_NE(in_words(test::french(), compare(&one, &none)), in_words(test::french(), compare(&none, &one)));
}

TEST(Two_snapshots, show_how_each_action_moved_and_count_those_that_did_not) {
    const Content was = a_dashboard();
    Content is = a_dashboard();
    is.actions[0].late = false;
    is.actions[2] = action("PRE-3", "under_way", 10);
    is.actions.erase(is.actions.begin() + 1);
    is.actions.push_back(action("PRE-9", "to_start", 0));

    const Differences found = differences(was, is);

    std::string codes;
    for (const ActionChange& change : found.actions) codes += change.known().code + " ";
    EXPECT_EQ(codes, "PRE-1 PRE-3 PRE-9 PRE-2 ");
    EXPECT_EQ(found.unmoved, 0);
    const auto& words = test::french();
    EXPECT_EQ(in_words(words, found.actions[1].earlier), "À démarrer, 0\u00A0%");
    EXPECT_EQ(in_words(words, found.actions[1].later), "En cours, 10\u00A0%");
    EXPECT_EQ(differences(was, was).unmoved, 3);
    EXPECT_TRUE(differences(was, was).actions.empty());
}

}  // namespace
}  // namespace maillage::snapshots
