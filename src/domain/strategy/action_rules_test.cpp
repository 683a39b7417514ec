#include "domain/strategy/action_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maillage::strategy {
namespace {

using foundation::Date;

const Date today = *Date::create(2026, 11, 24);

Action under_way() {
    Action action;
    action.state = State::under_way;
    return action;
}
Step step(int weight, bool done) {
    Step made;
    made.weight = weight;
    if (done) made.done_at = today;
    return made;
}

TEST(An_action, is_late_once_its_due_date_has_passed) {
    Action action = under_way();
    action.due = today;
    EXPECT_FALSE(is_late(action, today));
    EXPECT_TRUE(is_late(action, today.plus_days(1)));
}

TEST(An_action, is_late_when_one_of_its_steps_is_overdue) {
    Action action = under_way();
    action.due = today.plus_days(100);
    action.next_step_due = today.plus_days(-1);
    EXPECT_TRUE(is_late(action, today));
}

TEST(An_action, is_not_late_when_it_is_done_suspended_or_abandoned) {
    for (const State state : {State::done, State::suspended, State::abandoned}) {
        Action action;
        action.state = state;
        action.due = today.plus_days(-400);
        EXPECT_FALSE(is_late(action, today)) << name_of(state);
    }
}

TEST(An_action, without_any_date_is_never_late) { EXPECT_FALSE(is_late(under_way(), today)); }

TEST(An_action, is_due_within_the_days_that_follow_today_included) {
    Action action = under_way();
    action.due = today;
    EXPECT_TRUE(is_due_within(action, today, 14));
    action.due = today.plus_days(14);
    EXPECT_TRUE(is_due_within(action, today, 14));
    action.due = today.plus_days(15);
    EXPECT_FALSE(is_due_within(action, today, 14));
    action.due = today.plus_days(-1);
    EXPECT_FALSE(is_due_within(action, today, 14));
}

TEST(An_action, is_silent_after_more_than_ninety_days_without_news) {
    EXPECT_FALSE(is_silent(under_way(), today.plus_days(-90), today));
    EXPECT_TRUE(is_silent(under_way(), today.plus_days(-91), today));
    EXPECT_FALSE(is_silent(Action{}, today.plus_days(-500), today));
}

TEST(The_tracking_table, asks_for_an_update_of_at_most_four_months) {
    EXPECT_TRUE(respects_reporting_rule(under_way(), *Date::create(2026, 7, 24), today));
    EXPECT_FALSE(respects_reporting_rule(under_way(), *Date::create(2026, 7, 23), today));
    Action done;
    done.state = State::done;
    EXPECT_TRUE(respects_reporting_rule(done, *Date::create(2023, 1, 1), today));
}

TEST(Progress, is_the_weighted_mean_of_the_steps) {
    const std::vector<Step> steps{step(3, true), step(1, false)};
    EXPECT_EQ(progress_percent(State::under_way, steps), 75);
}

TEST(Progress, without_steps_follows_the_state) {
    EXPECT_EQ(progress_percent(State::under_way, {}), 0);
    EXPECT_EQ(progress_percent(State::done, {}), 100);
}

TEST(Progress, ignores_steps_that_were_deleted) {
    std::vector<Step> steps{step(1, true), step(5, false)};
    steps[1].deleted = true;
    EXPECT_EQ(progress_percent(State::under_way, steps), 100);
}

TEST(A_suspended_action, needs_a_reason_and_an_abandoned_one_a_decision) {
    EXPECT_EQ(check_state(State::suspended, " \t").error(), StateRefusal::reason_required);
    EXPECT_EQ(check_state(State::abandoned, "").error(), StateRefusal::decision_required);
    EXPECT_TRUE(check_state(State::suspended, "attente d'un avis").has_value());
    EXPECT_TRUE(check_state(State::done, "").has_value());
}

TEST(A_state, keeps_its_name) {
    for (const State state : all_states) EXPECT_EQ(state_named(name_of(state)), state);
    EXPECT_FALSE(state_named("late").has_value());
}

std::vector<Step> any_steps() {
    std::vector<Step> steps;
    const int count = *rc::gen::inRange(1, 12);
    for (int i = 0; i < count; ++i) {
        Step made = step(*rc::gen::inRange(1, 101), *rc::gen::arbitrary<bool>());
        made.due = today.plus_days(*rc::gen::inRange(-400, 400));
        steps.push_back(made);
    }
    return steps;
}

TEST(Progress, stays_between_zero_and_a_hundred_and_never_falls_when_a_step_is_ticked) {
    EXPECT_TRUE(rc::check([] {
        std::vector<Step> steps = any_steps();
        const int before = progress_percent(State::under_way, steps);
        RC_ASSERT(before >= 0 && before <= 100);
        steps[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(steps.size())))].done_at =
            today;
        RC_ASSERT(progress_percent(State::under_way, steps) >= before);
        for (Step& each : steps) each.done_at = today;
        RC_ASSERT(progress_percent(State::under_way, steps) == 100);
    }));
}

TEST(An_action, that_is_late_stays_late_the_day_after) {
    EXPECT_TRUE(rc::check([] {
        Action action = under_way();
        action.next_step_due = next_step_due(any_steps());
        action.due = today.plus_days(*rc::gen::inRange(-400, 400));
        RC_ASSERT(!is_late(action, today) || is_late(action, today.plus_days(1)));
        RC_ASSERT(!(is_late(action, today) && is_due_within(action, today, 400)));
    }));
}

}  // namespace
}  // namespace maillage::strategy
