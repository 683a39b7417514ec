#include "domain/indicators/computed_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::indicators {
namespace {

const foundation::Date today = *foundation::Date::parse_iso("2026-11-24");
constexpr StrategyFacts facts{
    .actions = 10, .done = 2, .open = 6, .late = 1, .followed = 5, .silent = 5, .progress = 430};

TEST(A_computed_indicator, is_a_share_of_the_actions_that_can_count) {
    const auto on_time = computed_figure(Computed::actions_on_time, facts, today);
    ASSERT_TRUE(on_time);
    EXPECT_EQ(on_time->value, 5);
    EXPECT_EQ(on_time->of, 6);
    EXPECT_EQ(written(on_time->period), "2026-11");
    EXPECT_DOUBLE_EQ(computed_figure(Computed::actions_done, facts, today)->shown(), 20);
    EXPECT_DOUBLE_EQ(computed_figure(Computed::actions_with_recent_news, facts, today)->shown(), 0);
}

TEST(A_computed_indicator, of_progress_is_a_mean) {
    EXPECT_DOUBLE_EQ(computed_figure(Computed::mean_progress, facts, today)->value, 43);
}

TEST(A_computed_indicator, of_nothing_is_missing) {
    EXPECT_FALSE(computed_figure(Computed::actions_on_time, {.actions = 3, .done = 3}, today));
}

}  // namespace
}  // namespace maillage::indicators
