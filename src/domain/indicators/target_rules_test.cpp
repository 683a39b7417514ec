#include "domain/indicators/target_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::indicators {
namespace {

Definition burglaries(double target) {
    return {.code = "cambriolages",
            .kind = Kind::result,
            .measure = Measure::count,
            .frequency = Frequency::year,
            .target = target,
            .wanted = Wanted::down,
            .perimeter = "commune"};
}
Figure of_2025(double value) {
    return {.period = Period::year(2025), .perimeter = "commune", .value = value};
}
TargetJudgement judged(const Definition& said, const Figure& figure) {
    return judge_target(said, std::span(&figure, 1), foundation::Date::create(2023, 9, 26),
                        *foundation::Date::create(2026, 11, 24));
}
foundation::Date day(int year, unsigned month, unsigned number) {
    return *foundation::Date::create(year, month, number);
}

TEST(A_target, is_reached_only_where_chance_does_not_explain_it) {
    EXPECT_EQ(judged(burglaries(500), of_2025(400)).outcome, Outcome::reached);
    EXPECT_EQ(judged(burglaries(400), of_2025(500)).outcome, Outcome::not_reached);
    const TargetJudgement close = judged(burglaries(410), of_2025(400));
    EXPECT_EQ(close.outcome, Outcome::not_concluded);
    EXPECT_EQ(close.doubt, Doubt::chance);
    ASSERT_TRUE(close.interval);
    EXPECT_NEAR(close.interval->low, 361.8, 0.1);
    EXPECT_NEAR(close.interval->high, 441.2, 0.1);
}

TEST(A_target, of_an_activity_is_reached_when_it_was_done) {
    Definition sessions = burglaries(40);
    sessions.kind = Kind::activity;
    sessions.wanted = Wanted::up;

    EXPECT_EQ(judged(sessions, of_2025(40)).outcome, Outcome::reached);
    EXPECT_EQ(judged(sessions, of_2025(39)).outcome, Outcome::not_reached);
}

TEST(A_target, is_not_judged_by_a_figure_that_is_not_what_the_definition_says) {
    Figure provisional = of_2025(100), elsewhere = of_2025(100), half = of_2025(100);
    provisional.provisional = true;
    elsewhere.perimeter = "circonscription";
    half.period = *Period::of(12 * 2025, 6);

    EXPECT_EQ(judged(burglaries(500), provisional).doubt, Doubt::provisional);
    EXPECT_EQ(judged(burglaries(500), elsewhere).doubt, Doubt::other_perimeter);
    EXPECT_EQ(judged(burglaries(500), half).doubt, Doubt::other_period);
}

TEST(A_target, has_no_figure_before_the_strategy_began) {
    Figure old = of_2025(100);
    old.period = Period::year(2022);

    const TargetJudgement found = judged(burglaries(500), old);

    EXPECT_EQ(found.outcome, Outcome::no_figure);
    EXPECT_EQ(found.doubt, Doubt::before_the_term);
    EXPECT_EQ(judge_target(burglaries(500), {}, std::nullopt, day(2026, 11, 24)).outcome, Outcome::no_figure);
}

TEST(A_target, that_is_missed_before_its_day_is_not_judged_yet) {
    Definition due = burglaries(400);
    due.target_by = day(2026, 12, 31);

    const TargetJudgement early = judged(due, of_2025(500));
    EXPECT_EQ(early.outcome, Outcome::not_concluded);
    EXPECT_EQ(early.doubt, Doubt::not_due);
    EXPECT_EQ(judged(due, of_2025(300)).outcome, Outcome::reached) << "early is no fault";
    due.target_by = day(2026, 11, 23);
    EXPECT_EQ(judged(due, of_2025(500)).outcome, Outcome::not_reached) << "the day before";
    due.target_by = day(2025, 12, 31);
    EXPECT_EQ(judged(due, of_2025(500)).outcome, Outcome::not_reached) << "the figure reaches up to it";
}

TEST(A_target, of_what_is_computed_today_is_due_from_its_day_on) {
    Definition due = burglaries(400);
    due.computed = Computed::actions_done;
    due.wanted = Wanted::up;
    due.target_by = day(2026, 11, 25);
    Figure today = of_2025(10);
    today.period = *Period::of(12 * 2026 + 10, 1);

    EXPECT_EQ(judged(due, today).doubt, Doubt::not_due);
    due.target_by = day(2026, 11, 24);
    EXPECT_EQ(judged(due, today).outcome, Outcome::not_reached);
}

TEST(A_target, of_a_share_of_fewer_than_thirty_concludes_nothing) {
    Definition positive = burglaries(60);
    positive.measure = Measure::share;
    positive.wanted = Wanted::up;
    Figure few = of_2025(20), many = of_2025(180);
    few.of = 25, many.of = 200;

    EXPECT_EQ(judged(positive, few).doubt, Doubt::small_base);
    EXPECT_EQ(judged(positive, many).outcome, Outcome::reached);
}

TEST(A_target, that_is_not_set_or_of_an_indicator_only_watched_is_not_judged) {
    Definition watched = burglaries(500);
    watched.wanted = Wanted::watch;
    Definition none = burglaries(500);
    none.target.reset();

    EXPECT_EQ(judged(watched, of_2025(100)).doubt, Doubt::no_direction);
    EXPECT_EQ(judged(none, of_2025(100)).outcome, Outcome::no_target);
}

RC_GTEST_PROP(A_target, is_never_called_reached_on_its_wrong_side, ()) {
    const double value = *rc::gen::inRange(0, 2000), target = *rc::gen::inRange(0, 2000);

    const Outcome outcome = judged(burglaries(target), of_2025(value)).outcome;

    if (outcome == Outcome::reached) RC_ASSERT(value <= target);
    if (outcome == Outcome::not_reached) RC_ASSERT(value > target);
}

}  // namespace
}  // namespace maillage::indicators
