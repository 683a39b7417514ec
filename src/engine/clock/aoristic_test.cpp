#include "engine/clock/aoristic.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// "2013-12-31 10:00"
std::int64_t minute_of(const std::string& text) {
    if (text.size() < 16) return unknown_minute;
    const auto day = foundation::Date::parse_iso(text.substr(0, 10));
    if (!day) return unknown_minute;
    return std::int64_t{day->days().time_since_epoch().count()} * 1440 + std::stoi(text.substr(11, 2)) * 60 +
           std::stoi(text.substr(14, 2));
}

const std::int64_t monday = minute_of("2024-01-01 00:00");

TEST(An_aoristic_clock, shares_a_fact_among_the_hours_it_may_have_happened_in) {
    // Monday 09:30 to 12:00: 30, 60 and 60 of 150 minutes.
    const auto clock = aoristic_clock(std::vector{monday + 570}, std::vector{monday + 720}).value();
    EXPECT_NEAR(clock.hour_of_week[9], 0.2, 1e-9);
    EXPECT_NEAR(clock.hour_of_week[10], 0.4, 1e-9);
    EXPECT_NEAR(clock.hour_of_week[11], 0.4, 1e-9);
    EXPECT_EQ(clock.hour_of_week[12], 0);
    EXPECT_EQ(clock.used, 1U);
    EXPECT_EQ(clock.well_dated, 0U);
}

TEST(An_aoristic_clock, goes_round_the_week) {
    // Sunday 23:00 to Monday 01:00; then a whole week, which visits one hour twice.
    const std::int64_t sunday_23 = monday + 167 * 60;
    const auto clock = aoristic_clock(std::vector{sunday_23}, std::vector{sunday_23 + 120}).value();
    EXPECT_NEAR(clock.hour_of_week[167], 0.5, 1e-9);
    EXPECT_NEAR(clock.hour_of_week[0], 0.5, 1e-9);
    const auto week = aoristic_clock(std::vector{monday + 30}, std::vector{monday + 30 + 10080}).value();
    for (const double weight : week.hour_of_week) EXPECT_NEAR(weight, 1.0 / 168, 1e-9);
}

TEST(An_aoristic_clock, counts_what_it_leaves_out) {
    const std::vector<std::int64_t> starts{monday, monday, monday, unknown_minute, monday};
    const std::vector<std::int64_t> ends{monday - 1, monday + 10081, unknown_minute, monday, monday};
    const auto clock = aoristic_clock(starts, ends).value();
    EXPECT_EQ(clock.reversed, 1U);
    EXPECT_EQ(clock.too_long, 1U);
    EXPECT_EQ(clock.undated, 1U);
    EXPECT_EQ(clock.used, 2U);
    EXPECT_EQ(clock.open, 1U);
    EXPECT_EQ(clock.well_dated, 1U);
    EXPECT_EQ(clock.hour_of_week[0], 2);
    EXPECT_EQ(aoristic_clock(starts, {}).error().reason, Reason::lengths_differ);
}

// Minute by minute: the definition itself.
RC_GTEST_PROP(An_aoristic_clock, equals_the_count_of_minutes_and_adds_up_exactly, ()) {
    const auto size = static_cast<std::size_t>(*rc::gen::inRange(1, 5));
    std::vector<std::int64_t> starts, ends;
    std::vector<double> expected(168, 0.0);
    for (std::size_t i = 0; i < size; ++i) {
        const std::int64_t start = *rc::gen::inRange(-30000, 30000), length = *rc::gen::inRange(0, 10081);
        starts.push_back(start);
        ends.push_back(start + length);
        const auto hour = [](std::int64_t minute) {
            return static_cast<std::size_t>(((minute + 3 * 1440) % 10080 + 10080) % 10080 / 60);
        };
        if (length == 0) ++expected[hour(start)];
        for (std::int64_t minute = start; minute < start + length; ++minute)
            expected[hour(minute)] += 1 / static_cast<double>(length);
    }
    const auto clock = aoristic_clock(starts, ends).value();
    double sum = 0;
    for (std::size_t hour = 0; hour < 168; ++hour) {
        sum += clock.hour_of_week[hour];
        RC_ASSERT(std::abs(clock.hour_of_week[hour] - expected[hour]) < 1e-8);
    }
    RC_ASSERT(sum == static_cast<double>(size));
}

// New York vehicle thefts 2014–17 (Crime Open Database): 32 904 of 35 746 usable.
TEST(An_aoristic_clock, gives_the_hours_of_vehicle_thefts_in_new_york) {
    REFERENCE_TABLE(table, "crime/nyc_vehicle_thefts_2014_2017.csv.gz");
    std::vector<std::int64_t> starts, ends;
    for (const std::string& cell : table.texts("date_start")) starts.push_back(minute_of(cell));
    for (const std::string& cell : table.texts("date_end")) ends.push_back(minute_of(cell));
    const auto clock = aoristic_clock(starts, ends).value();
    EXPECT_EQ(starts.size(), 35746U);
    EXPECT_EQ(clock.used, 32904U);
    const std::array expected{1856.603, 1980.790, 1953.784, 1926.783, 1812.488, 1615.384, 1409.497, 1188.118,
                              1081.976, 1027.462, 992.873,  979.655,  1087.267, 1012.604, 1040.870, 1075.962,
                              1056.751, 1087.014, 1178.369, 1292.684, 1395.695, 1526.346, 1584.458, 1740.567};
    double sum = 0;
    for (std::size_t hour = 0; hour < 24; ++hour) {
        EXPECT_NEAR(clock.hour_of_day[hour], expected[hour], 5e-4) << hour;
        sum += clock.hour_of_day[hour];
    }
    EXPECT_EQ(sum, 32904);
}

}  // namespace
}  // namespace maillage::engine
