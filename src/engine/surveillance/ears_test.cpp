#include <gtest/gtest.h>

#include "engine/surveillance/cusum.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// R surveillance 1.20.3 on its Salmonella Agona series.
TEST(Ears_c1, gives_the_bounds_and_alarms_of_the_reference) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    REFERENCE_TABLE(expected, "reference/ears_C1_salmonella_agona.csv");
    const auto counts = series.numbers("observed");
    const auto weeks = ears(counts, {.method = EarsMethod::c1, .alpha = 0.001}).value();
    const auto t = expected.numbers("t"), upper = expected.numbers("upper"),
               alarm = expected.numbers("alarm");
    for (std::size_t i = 0; i < t.size(); ++i) {
        const WeeklyAlarm& week = weeks.at(static_cast<std::size_t>(t[i]) - 1 - 7);
        ASSERT_EQ(static_cast<double>(week.week + 1), t[i]);
        ASSERT_NEAR(week.upper, upper[i], 1e-8) << "week " << t[i];
        ASSERT_EQ(week.alarm, alarm[i] == 1) << "week " << t[i];
    }
}

TEST(Cusum, gives_the_bounds_and_alarms_of_the_reference) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    REFERENCE_TABLE(expected, "reference/cusum_rossi_salmonella_agona.csv");
    const auto counts = series.numbers("observed");
    const auto weeks = cusum(counts, {.from = 208}).value();
    const auto upper = expected.numbers("upperbound"), alarm = expected.numbers("alarm");
    ASSERT_EQ(weeks.size(), upper.size());
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        EXPECT_NEAR(weeks[i].upper, upper[i], 1e-6) << "week " << weeks[i].week + 1;
        EXPECT_EQ(weeks[i].alarm, alarm[i] == 1) << "week " << weeks[i].week + 1;
    }
}

// Written out by hand: baseline 1 2 3 4 5 6 7 (mean 4, sd 2.160247), then two quiet weeks, then 12 three
// times.
TEST(Ears_c3, adds_up_three_weeks_of_excess) {
    const std::vector<double> counts{1, 2, 3, 4, 5, 6, 7, 4, 4, 4, 4, 4};
    const auto quiet = ears(counts, {.method = EarsMethod::c3}).value();
    EXPECT_EQ(quiet.size(), 1U);
    EXPECT_FALSE(quiet[0].alarm);
    const std::vector<double> rising{1, 2, 3, 4, 5, 6, 7, 4, 4, 9, 9, 10};
    EXPECT_TRUE(ears(rising, {.method = EarsMethod::c3, .alpha = 0.01}).value().back().alarm);
    EXPECT_FALSE(ears(rising, {.method = EarsMethod::c2, .alpha = 0.00001}).value().back().alarm);
}

TEST(Weekly_watches, refuse_short_series_and_wrong_parameters) {
    EXPECT_EQ(ears(std::vector<double>(7, 1.0), {.method = EarsMethod::c1}).error(),
              (Refusal{Reason::too_few_events, 7, 8}));
    EXPECT_EQ(ears(std::vector<double>(30, -1.0), {}).error().reason, Reason::negative);
    EXPECT_EQ(cusum(std::vector<double>(30, 0.0), {.from = 10}).error().reason, Reason::too_few_events);
}

}  // namespace
}  // namespace maillage::engine
