#include "engine/surveillance/farrington.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/surveillance/farrington_flexible.hpp"
#include "foundation/thread_pool.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// R surveillance 1.20.3 on its Salmonella Agona series, its fits run to full convergence.
TEST(Farrington, gives_the_bounds_and_alarms_of_the_reference) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    REFERENCE_TABLE(expected, "reference/farrington_salmonella_agona.csv");
    const auto counts = series.numbers("observed");
    const auto weeks = farrington(counts, {.from = 260}).value();
    const auto upper = expected.numbers("upperbound"), alarm = expected.numbers("alarm"),
               trend = expected.numbers("trend");
    ASSERT_EQ(weeks.size(), upper.size());
    int kept = 0;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        const WatchedWeek& week = weeks[i];
        EXPECT_NEAR(week.upper.value_or(0), upper[i], 1e-6 * (1 + upper[i])) << "week " << week.week + 1;
        EXPECT_EQ(week.alarm, alarm[i] == 1) << "week " << week.week + 1;
        EXPECT_EQ(week.trend, trend[i] == 1) << "week " << week.week + 1;
        kept += week.trend ? 1 : 0;
    }
    EXPECT_EQ(kept, 17);
}

TEST(Farrington_flexible, gives_the_bounds_and_alarms_of_the_reference) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    REFERENCE_TABLE(expected, "reference/farrington_flexible_salmonella_agona.csv");
    const auto counts = series.numbers("observed");
    const auto weeks = farrington_flexible(counts, {.from = 260}).value();
    const auto upper = expected.numbers("upperbound"), alarm = expected.numbers("alarm"),
               mean = expected.numbers("expected"), phi = expected.numbers("phi"),
               exceedance = expected.numbers("p_exceed");
    ASSERT_EQ(weeks.size(), upper.size());
    int without_bound = 0;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        const WatchedWeek& week = weeks[i];
        EXPECT_EQ(week.upper.has_value(), !std::isnan(upper[i])) << "week " << week.week + 1;
        without_bound += week.upper ? 0 : 1;
        if (week.upper) {
            EXPECT_EQ(*week.upper, upper[i]) << "week " << week.week + 1;
            EXPECT_NEAR(week.expected, mean[i], 1e-6 * mean[i]) << "week " << week.week + 1;
        }
        EXPECT_NEAR(week.dispersion, phi[i], 1e-6 * phi[i]) << "week " << week.week + 1;
        EXPECT_NEAR(week.exceedance, exceedance[i], 1e-6) << "week " << week.week + 1;
        EXPECT_EQ(week.alarm, alarm[i] == 1) << "week " << week.week + 1;
    }
    EXPECT_EQ(without_bound, 9);
}

TEST(The_seasons_of_a_week, surround_it_year_after_year) {
    const auto levels = seasonal_levels(230, {.years = 4, .half_window = 3, .periods = 10}, {}).value();
    ASSERT_EQ(levels.first, 230U - 208 - 3);
    const auto level = [&](std::size_t week) { return levels.level[week - levels.first]; };
    for (const std::size_t week : {19U, 25U, 71U, 77U, 175U, 181U, 227U, 230U}) EXPECT_EQ(level(week), 10U);
    // 45 weeks between two windows: nine blocks of five.
    EXPECT_EQ(level(26), 1U);
    EXPECT_EQ(level(30), 1U);
    EXPECT_EQ(level(31), 2U);
    EXPECT_EQ(level(70), 9U);
    EXPECT_EQ(level(226), 9U);
}

// 2024-02-29 is a Thursday; one year earlier, 2023-03-01, a Wednesday: the nearest Thursday is the day after.
TEST(The_seasons_of_a_week, follow_the_calendar_when_the_dates_are_known) {
    const auto first = foundation::Date::create(2019, 1, 3).value();  // a Thursday
    const auto now = foundation::Date::create(2024, 2, 29).value();
    const auto week = static_cast<std::size_t>((now - first) / 7);
    const auto found = reference_weeks(week, 2, first);
    EXPECT_EQ(first.plus_days(static_cast<int>(7 * found[1])).iso(), "2023-03-02");
    EXPECT_EQ(first.plus_days(static_cast<int>(7 * found[2])).iso(), "2022-03-03");
}

// A past outbreak loses its weight: the bound stays near that of a quiet past.
TEST(Farrington_flexible, is_not_blinded_by_a_past_outbreak) {
    std::vector<double> quiet(300);
    for (std::size_t t = 0; t < quiet.size(); ++t) quiet[t] = 4 + static_cast<double>(t * 7 % 5);
    auto outbreak = quiet;
    for (std::size_t t = 190; t < 194; ++t) outbreak[t] = 60;
    const auto calm = farrington_flexible(quiet, {.from = 299}).value().front();
    const auto struck = farrington_flexible(outbreak, {.from = 299}).value().front();
    EXPECT_LT(*struck.upper, *calm.upper + 8);
    outbreak.back() = 40;
    EXPECT_TRUE(farrington_flexible(outbreak, {.from = 299}).value().front().alarm);
}

TEST(Farrington, gives_no_bound_where_the_past_is_empty_or_facts_are_few) {
    std::vector<double> none(300, 0.0);
    none.back() = 9;
    EXPECT_FALSE(farrington(none, {.from = 299}).value().front().upper);
    EXPECT_FALSE(farrington_flexible(none, {.from = 299}).value().front().upper);
    std::vector<double> rare(300, 1.0);
    EXPECT_FALSE(farrington(rare, {.from = 299}).value().front().upper);
    EXPECT_NEAR(years_between_such_weeks({.exceedance = 1.0 / 104}), 2, 1e-12);
}

TEST(Farrington, refuses_a_short_past_and_parameters_out_of_range) {
    const std::vector<double> series(300, 3.0);
    EXPECT_EQ(farrington(series, {.from = 210}).error(), (Refusal{Reason::too_few_events, 210, 211}));
    EXPECT_EQ(farrington(series, {.from = 300}).error(), (Refusal{Reason::too_few_events, 300, 301}));
    EXPECT_EQ(farrington(series, {.from = 260, .alpha = 0}).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(farrington_flexible(series, {.from = 210}).error(),
              (Refusal{Reason::too_few_events, 210, 211}));
    EXPECT_EQ(farrington_flexible(series, {.from = 260, .past = {.half_window = 24}}).error().reason,
              Reason::parameter_out_of_range);
    EXPECT_EQ(farrington(std::vector<double>(300, -1.0), {.from = 260}).error().reason, Reason::negative);
}

// Without a trend and with equal weights the model is a mean, and each bound can be written down.
TEST(Farringtons_bound, of_a_mean_is_its_formula_for_each_power) {
    std::vector<double> weeks;
    for (int k = 0; k < 160; ++k) weeks.push_back(3 + k * 7 % 5);
    double mean = 0, pearson = 0;
    std::vector<double> past;
    for (std::size_t year = 1; year <= 3; ++year)
        for (std::size_t k = 0; k < 7; ++k) past.push_back(weeks[159 - 52 * year - 3 + k]);
    const double n = 21, z = 2.5758293035489;
    for (const double count : past) mean += count / n;
    for (const double count : past) pearson += (count - mean) * (count - mean) / mean / (n - 1);
    const double dispersion = std::max(1.0, pearson), tau = dispersion + dispersion / n;
    FarringtonOptions options{.from = 159,
                              .years = 3,
                              .alpha = 0.01,
                              .weight_threshold = INFINITY,
                              .trend = TrendUse::never,
                              .power = Power::none};
    EXPECT_NEAR(*farrington(weeks, options).value()[0].upper, mean + z * std::sqrt(mean * tau), 1e-8);
    options.power = Power::half;
    EXPECT_NEAR(*farrington(weeks, options).value()[0].upper,
                std::pow(std::sqrt(mean) + z * std::sqrt(tau) / 2, 2), 1e-8);
    options.power = Power::two_thirds;
    EXPECT_NEAR(*farrington(weeks, options).value()[0].upper,
                std::pow(std::pow(mean, 2.0 / 3) + z * std::sqrt(4.0 / 9 * std::cbrt(mean) * tau), 1.5),
                1e-8);
}

TEST(Farrington_flexible, without_a_trend_never_has_one) {
    std::vector<double> weeks;
    for (int k = 0; k < 300; ++k) weeks.push_back(35 - k / 12 + k * 7 % 4);
    FlexibleOptions options{.from = 299};
    options.past.years = 4;
    EXPECT_TRUE(farrington_flexible(weeks, options).value()[0].trend);
    const double with = farrington_flexible(weeks, options).value()[0].expected;
    options.trend = TrendUse::never;
    EXPECT_FALSE(farrington_flexible(weeks, options).value()[0].trend);
    EXPECT_GT(farrington_flexible(weeks, options).value()[0].expected, with);
}

std::vector<std::size_t> alarms(const std::vector<WatchedWeek>& weeks) {
    std::vector<std::size_t> found;
    for (const auto& week : weeks)
        if (week.alarm) found.push_back(week.week + 1);
    return found;
}
using Weeks = std::vector<std::size_t>;

// R surveillance 1.20.3, farringtonFlexible() of its Salmonella Agona series, with the dispersion that its
// line `dispersion = model$phi` means (the weights that it writes over the model's are left out). Its fits
// stop at 1e-8.
TEST(Farrington_flexible, gives_the_published_thresholds) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    const auto counts = series.numbers("observed");
    const auto delta =
        farrington_flexible(counts, {.from = 260, .threshold = FlexibleThreshold::delta}).value();
    EXPECT_EQ(alarms(delta), (Weeks{261, 262, 263, 264, 266, 284}));
    EXPECT_NEAR(*delta[0].upper, 3.541764553, 2e-4);
    EXPECT_NEAR(*delta[5].upper, 3.310017999, 2e-4);
    EXPECT_NEAR(delta[0].exceedance, 0.01383652833, 1e-5);
    const auto half = farrington_flexible(
                          counts, {.from = 260, .threshold = FlexibleThreshold::delta, .power = Power::half})
                          .value();
    EXPECT_EQ(alarms(half), (Weeks{262, 263, 264, 284}));
    EXPECT_NEAR(*half[0].upper, 4.332188034, 2e-4);
    const auto muan =
        farrington_flexible(counts, {.from = 260, .threshold = FlexibleThreshold::muan}).value();
    EXPECT_EQ(alarms(muan), (Weeks{262, 263, 264}));
    EXPECT_EQ(*muan[0].upper, 5);
    EXPECT_NEAR(muan[0].exceedance, 0.05952634355, 1e-5);
}

TEST(Farrington_flexible, drops_a_trend_that_is_not_sure_or_has_less_than_three_years) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    const auto counts = series.numbers("observed");
    const auto kept = [](const std::vector<WatchedWeek>& weeks) {
        return std::ranges::count_if(weeks, [](const WatchedWeek& week) { return week.trend; });
    };
    const auto sure = farrington_flexible(counts, {.from = 260, .trend_p = 0.05}).value();
    EXPECT_EQ(kept(sure), 34);
    EXPECT_EQ(alarms(sure), (Weeks{261, 262, 263, 264, 266, 284}));
    const auto short_past = farrington_flexible(counts, {.from = 260, .past = {.years = 2}}).value();
    EXPECT_EQ(kept(short_past), 0);
    EXPECT_EQ(alarms(short_past), (Weeks{262, 263, 264, 284}));
    EXPECT_EQ(*short_past[0].upper, 4);
}

TEST(Farrington_flexible, without_a_factor_reads_the_windows_alone) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    const auto weeks = farrington_flexible(series.numbers("observed"),
                                           {.from = 260, .past = {.periods = 1}, .past_weeks_excluded = 3})
                           .value();
    EXPECT_EQ(alarms(weeks), (Weeks{262, 263, 264, 284, 285, 288}));
    EXPECT_NEAR(weeks[0].dispersion, 1.587481399, 1e-4);
    EXPECT_NEAR(weeks[0].exceedance, 0.1081209448, 1e-5);
}

TEST(Farrington_flexible, judges_the_same_with_1_2_and_7_threads) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    const auto counts = series.numbers("observed");
    const auto alone = farrington_flexible(counts, {.from = 230}).value();
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        const auto together = farrington_flexible(counts, {.from = 230}, pool.executor()).value();
        for (std::size_t k = 0; k < alone.size(); ++k) {
            EXPECT_EQ(alone[k].expected, together[k].expected);
            EXPECT_EQ(alone[k].exceedance, together[k].exceedance);
        }
    }
}

}  // namespace
}  // namespace maillage::engine
