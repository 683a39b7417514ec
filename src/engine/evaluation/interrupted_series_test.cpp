#include "engine/evaluation/interrupted_series.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// Front-seat belts became compulsory in Britain on 31 January 1983 (Harvey & Durbin 1986). R 4.2.2:
// glm(drivers ~ t + month + law, quasipoisson), fully converged.
TEST(An_interrupted_series, finds_the_effect_of_the_seat_belt_law) {
    REFERENCE_TABLE(table, "reference/Seatbelts.csv");
    const auto found = interrupted_series(table.numbers("drivers"), {.from = 169}).value();
    EXPECT_NEAR(found.after.coefficient, -0.162005085103, 1e-9);
    EXPECT_NEAR(found.after.standard_error, 0.0260366449823, 1e-9);
    EXPECT_NEAR(found.trend.coefficient, -0.001028371189, 1e-9);
    EXPECT_NEAR(found.dispersion, 13.42730338, 1e-6);
    EXPECT_NEAR(found.after.ratio, 0.85043688, 1e-8);
    EXPECT_NEAR(found.after.interval.low, 0.8081270671, 1e-9);
    EXPECT_NEAR(found.after.interval.high, 0.8949618399, 1e-9);
    EXPECT_FALSE(found.slope);
}

// Counts made by the model itself, large enough for rounding not to matter.
TEST(An_interrupted_series, gives_back_the_step_and_the_slope_that_made_it) {
    std::vector<double> counts;
    for (int month = 0; month < 96; ++month) {
        const double season = 0.2 * std::sin(2 * 3.14159265358979 * month / 12);
        const double after = month >= 60 ? -0.3 - 0.01 * (month - 60) : 0;
        counts.push_back(std::round(1e7 * std::exp(0.005 * month + season + after)));
    }
    for (const SeasonTerms season : {SeasonTerms::months, SeasonTerms::two_harmonics}) {
        const auto found =
            interrupted_series(counts, {.from = 60, .season = season, .slope = SlopeChange::free}).value();
        EXPECT_NEAR(found.after.coefficient, -0.3, 1e-5);
        EXPECT_NEAR(found.trend.coefficient, 0.005, 1e-6);
        ASSERT_TRUE(found.slope);
        EXPECT_NEAR(found.slope->coefficient, -0.01, 1e-6);
    }
}

TEST(An_interrupted_series, needs_two_years_before_and_a_month_after) {
    const std::vector<double> months(60, 20.0);
    EXPECT_EQ(interrupted_series(months, {.from = 23}).error(), (Refusal{Reason::too_few_events, 23, 24}));
    EXPECT_EQ(interrupted_series(months, {.from = 60}).error(), (Refusal{Reason::too_few_events, 60, 61}));
    EXPECT_EQ(interrupted_series(std::vector<double>(60, 0.0), {.from = 30}).error().reason,
              Reason::too_few_events);
    EXPECT_EQ(interrupted_series(months, {.from = 30, .level = 2}).error().reason,
              Reason::parameter_out_of_range);
}

}  // namespace
}  // namespace maillage::engine
