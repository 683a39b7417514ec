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

TEST(Cusum, compares_with_the_mean_of_the_weeks_before) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    const auto means = cusum_means(series.numbers("observed"), {.from = 208}).value();
    ASSERT_EQ(means.size(), 104U);
    EXPECT_NEAR(means.front(), 2.841346154, 1e-9);
    EXPECT_EQ(means.back(), means.front());
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

// What R surveillance 1.20.3, earsC(method, alpha), finds in its Salmonella Agona series.
struct OfR {
    EarsMethod method;
    double alpha;
    std::size_t first;  // first week judged, from 1
    std::vector<std::size_t> alarms;
    double sum;                      // of all bounds
    double bound, later, and_later;  // of the 1st, 50th and 100th week judged
};

void expect_what_r_finds(const std::vector<double>& counts, EarsOptions options, const OfR& r) {
    const auto weeks = ears(counts, options).value();
    std::vector<std::size_t> alarms;
    double sum = 0;
    for (const WeeklyAlarm& week : weeks) {
        if (week.alarm) alarms.push_back(week.week + 1);
        sum += week.upper;
    }
    EXPECT_EQ(weeks.front().week + 1, r.first);
    EXPECT_EQ(alarms, r.alarms);
    EXPECT_NEAR(sum, r.sum, 1e-7);
    EXPECT_NEAR(weeks.at(0).upper, r.bound, 1e-10);
    EXPECT_NEAR(weeks.at(49).upper, r.later, 1e-10);
    EXPECT_NEAR(weeks.at(99).upper, r.and_later, 1e-10);
}

TEST(Ears_c2_and_c3, give_the_bounds_and_alarms_of_the_reference) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    const auto counts = series.numbers("observed");
    const OfR c2{
        EarsMethod::c2,
        0.001,
        10,
        {21, 36, 47, 63, 80, 81, 82, 111, 128, 144, 145, 192, 193, 210, 211, 233, 264, 283, 284, 285},
        2604.6233452246,
        6.88121833400,
        8.21294648273,
        6.33735508320};
    const OfR c3{EarsMethod::c3,
                 0.025,
                 12,
                 {22,  23,  33,  37,  38,  48,  49,  64,  76,  77,  80,  81,  82,  83,  84,  85,  129, 130,
                  145, 146, 147, 193, 194, 195, 211, 212, 235, 243, 265, 266, 283, 284, 285, 286, 287, 296},
                 1679.6316651112,
                 6.75304529805,
                 4.21234865834,
                 6.76344900087};
    const OfR strict{EarsMethod::c3,
                     0.001,
                     12,
                     {22,  23,  64,  81,  82,  83,  84,  129, 145, 146, 147, 193,
                      194, 195, 211, 212, 235, 283, 284, 285, 286, 287, 296},
                     2278.8885717835,
                     8.91734435838,
                     6.64151791131,
                     7.78039143359};
    for (const OfR& r : {c2, c3, strict})
        expect_what_r_finds(counts, {.method = r.method, .alpha = r.alpha}, r);
    // Without α, each method has the one of the published program.
    for (const OfR& r : {c2, c3}) expect_what_r_finds(counts, {.method = r.method}, r);
}

// Two weeks of excess are carried to the third, whose own count changes nothing.
TEST(Ears_c3, adds_up_the_excess_of_the_two_weeks_before) {
    for (const double now : {4.0, 9.0, 40.0}) {
        const std::vector<double> rising{1, 2, 3, 4, 5, 6, 7, 4, 4, 9, 9, now};
        EXPECT_TRUE(ears(rising, {.method = EarsMethod::c3}).value().back().alarm) << now;
        const std::vector<double> quiet{1, 2, 3, 4, 5, 6, 7, 4, 4, 4, 4, now};
        EXPECT_FALSE(ears(quiet, {.method = EarsMethod::c3}).value().back().alarm) << now;
    }
}

// A week of 3 after weeks without a fact exceeds every bound, and is no news.
TEST(Weekly_watches, never_alarm_below_five_facts_in_four_weeks) {
    std::vector<double> rare(40, 0.0);
    rare[3] = 1;
    rare[39] = 3;
    for (const EarsMethod method : {EarsMethod::c1, EarsMethod::c2}) {
        const auto week = ears(rare, {.method = method}).value().back();
        EXPECT_GT(week.count, week.upper);
        EXPECT_FALSE(week.alarm);
        EXPECT_TRUE(ears(rare, {.method = method, .recent = {.facts = 3}}).value().back().alarm);
    }
    EXPECT_FALSE(cusum(rare, {.from = 20}).value().back().alarm);
    EXPECT_TRUE(cusum(rare, {.from = 20, .recent = {.facts = 3}}).value().back().alarm);
    rare[38] = 2;
    EXPECT_TRUE(ears(rare, {.method = EarsMethod::c2}).value().back().alarm);
    EXPECT_TRUE(cusum(rare, {.from = 20}).value().back().alarm);
}

TEST(Weekly_watches, refuse_short_series_and_wrong_parameters) {
    EXPECT_EQ(ears(std::vector<double>(7, 1.0), {.method = EarsMethod::c1}).error(),
              (Refusal{Reason::too_few_events, 7, 8}));
    EXPECT_EQ(ears(std::vector<double>(30, -1.0), {}).error().reason, Reason::negative);
    EXPECT_EQ(cusum(std::vector<double>(30, 0.0), {.from = 10}).error().reason, Reason::too_few_events);
}

}  // namespace
}  // namespace maillage::engine
