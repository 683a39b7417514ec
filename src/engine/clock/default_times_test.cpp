#include "engine/clock/default_times.hpp"

#include <gtest/gtest.h>

#include "engine/clock/aoristic.hpp"

namespace maillage::engine {
namespace {

constexpr std::int64_t day = 24 * 60;

// 28 days of January 1970: one fact at each sharp hour of each day.
std::vector<std::int64_t> regular() {
    std::vector<std::int64_t> starts;
    for (int date = 0; date < 28; ++date)
        for (int hour = 0; hour < 24; ++hour) starts.push_back(date * day + hour * 60);
    return starts;
}

TEST(Default_times, are_not_suspected_where_hours_are_alike) {
    const auto found = default_times(regular());
    EXPECT_FALSE(found.midnight.suspected);
    EXPECT_FALSE(found.noon.suspected);
    EXPECT_FALSE(found.first_of_month.suspected);
    EXPECT_DOUBLE_EQ(found.midnight.expected, 28);
}

TEST(Default_times, are_told_apart_midnight_noon_and_first_of_the_month) {
    auto starts = regular();
    for (int k = 0; k < 60; ++k) starts.push_back((2 + k % 20) * day);
    EXPECT_TRUE(default_times(starts).midnight.suspected);
    EXPECT_FALSE(default_times(starts).noon.suspected);
    starts = regular();
    for (int k = 0; k < 60; ++k) starts.push_back((2 + k % 20) * day + 12 * 60);
    EXPECT_TRUE(default_times(starts).noon.suspected);
    starts = regular();
    for (int k = 0; k < 60; ++k) starts.push_back(17 + 7 * k);
    EXPECT_TRUE(default_times(starts).first_of_month.suspected);
    EXPECT_FALSE(default_times(starts).midnight.suspected);
}

TEST(Default_times, before_1970_count_alike_and_unknown_ones_not_at_all) {
    std::vector<std::int64_t> starts(40, unknown_minute);
    for (int k = 0; k < 20; ++k) starts.push_back(-(k + 3) * day);
    const auto found = default_times(starts);
    EXPECT_EQ(found.midnight.found, 20U);
    EXPECT_TRUE(found.midnight.suspected);
}

TEST(A_suspected_midnight, is_spread_over_its_day_unless_its_end_is_known) {
    std::vector<std::int64_t> starts{5 * day, 5 * day, 5 * day + 700},
        ends{unknown_minute, 5 * day + 90, unknown_minute};
    DefaultTimes found;
    found.midnight.suspected = true;
    const auto told = spread_default_times(starts, ends, found).value();
    EXPECT_EQ(told.spread, 1U);
    EXPECT_EQ(told.ends[0], 6 * day);
    EXPECT_EQ(told.ends[1], 5 * day + 90);
    EXPECT_EQ(told.ends[2], unknown_minute);
    const auto clock = aoristic_clock(told.starts, told.ends).value();
    EXPECT_NEAR(clock.hour_of_day[18], 1.0 / 24, 1e-9);
    EXPECT_EQ(spread_default_times(starts, {}, found).error().reason, Reason::lengths_differ);
}

}  // namespace
}  // namespace maillage::engine
