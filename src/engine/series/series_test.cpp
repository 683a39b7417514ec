#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>

#include "engine/series/seasonality.hpp"
#include "engine/series/stl.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// R 4.2.2: stl(nottem, s.window = "periodic"), temperatures at Nottingham 1920–39.
TEST(Stl, gives_the_season_and_the_trend_of_the_reference) {
    REFERENCE_TABLE(table, "reference/stl_nottem_periodic.csv");
    const auto found = stl(table.numbers("y")).value();
    const auto seasonal = table.numbers("seasonal"), trend = table.numbers("trend"),
               remainder = table.numbers("remainder");
    for (std::size_t i = 0; i < seasonal.size(); ++i) {
        EXPECT_NEAR(found.seasonal[i], seasonal[i], 1e-7) << i;
        EXPECT_NEAR(found.trend[i], trend[i], 1e-7) << i;
        EXPECT_NEAR(found.remainder[i], remainder[i], 1e-7) << i;
    }
}

// R 4.2.2: decompose(UKDriverDeaths)$figure.
TEST(The_classical_decomposition, gives_the_figures_of_the_reference) {
    REFERENCE_TABLE(table, "reference/Seatbelts.csv");
    const std::array expected{19.64166667,  -179.8611111, -124.525,     -236.5333333,
                              -105.1638889, -154.3416667, -72.03333333, -58.43055556,
                              -11.18611111, 130.1361111,  333.8972222,  458.4};
    const auto found = classical_decomposition(table.numbers("drivers")).value();
    for (std::size_t month = 0; month < 12; ++month)
        EXPECT_NEAR(found.figure[month], expected[month], 1e-6) << month;
    EXPECT_TRUE(std::isnan(found.trend[5]));
    EXPECT_FALSE(std::isnan(found.trend[6]));
}

// A line plus a season that adds up to 0 is given back exactly, whatever the period.
RC_GTEST_PROP(Decompositions, give_back_a_line_and_its_season, ()) {
    const auto period = static_cast<std::size_t>(*rc::gen::inRange(2, 14));
    std::vector<double> season(period);
    double mean = 0;
    for (double& value : season) {
        value = *rc::gen::inRange(-20, 20);
        mean += value / static_cast<double>(period);
    }
    for (double& value : season) value -= mean;
    std::vector<double> values(period * 4 + 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 100 + 0.5 * static_cast<double>(i) + season[i % period];
    const auto classical = classical_decomposition(values, Seasons::additive, period).value();
    for (std::size_t i = 0; i < period; ++i) RC_ASSERT(std::abs(classical.figure[i] - season[i]) < 1e-9);
    const auto parts = stl(values, period).value();
    for (std::size_t i = 0; i < values.size(); ++i)
        RC_ASSERT(std::abs(parts.seasonal[i] + parts.trend[i] + parts.remainder[i] - values[i]) < 1e-9);
}

TEST(The_multiplicative_decomposition, gives_factors_of_mean_one) {
    std::vector<double> values;
    for (int year = 0; year < 4; ++year)
        for (const double factor : {0.5, 1.0, 1.5, 1.0}) values.push_back(80 * factor);
    const auto found = classical_decomposition(values, Seasons::multiplicative, 4).value();
    EXPECT_NEAR(found.figure[0], 0.5, 1e-12);
    EXPECT_NEAR(found.figure[2], 1.5, 1e-12);
}

// 30 of 120 facts in January: a quarter, three times the average month; Clopper–Pearson's [.1755, .3371].
TEST(The_seasonality_index, is_one_for_an_average_month_and_has_an_exact_interval) {
    std::vector<std::uint32_t> counts(12, 8);
    counts[0] = 30;
    counts[1] = 10;
    const auto found = seasonality_index(counts).value();
    EXPECT_NEAR(found[0].index, 3, 1e-12);
    EXPECT_NEAR(found[1].index, 1, 1e-12);
    EXPECT_LT(found[0].interval.low, 3);
    EXPECT_GT(found[0].interval.low, 2);
    EXPECT_LT(found[1].interval.low, 1);
    EXPECT_GT(found[1].interval.high, 1);
}

TEST(The_seasonality_index, allows_for_a_month_seen_once_more) {
    std::vector<std::uint32_t> counts(25, 10);
    for (const SeasonalIndex& month : seasonality_index(counts).value()) EXPECT_NEAR(month.index, 1, 1e-12);
}

TEST(Seasons, are_refused_for_short_or_rare_series) {
    EXPECT_EQ(stl(std::vector<double>(35, 10)).error(), (Refusal{Reason::too_few_events, 35, 36}));
    EXPECT_EQ(stl(std::vector<double>(36, 4)).error(), (Refusal{Reason::too_few_events, 4, 5}));
    EXPECT_EQ(stl({}).error().reason, Reason::empty);
    EXPECT_EQ(classical_decomposition(std::vector<double>(23, 4)).error(),
              (Refusal{Reason::too_few_events, 23, 24}));
    EXPECT_EQ(classical_decomposition(std::vector<double>(24, 0), Seasons::multiplicative).error().reason,
              Reason::zero_cell);
    EXPECT_EQ(seasonality_index(std::vector<std::uint32_t>(24, 0)).error().reason, Reason::too_few_events);
    EXPECT_EQ(seasonality_index(std::vector<std::uint32_t>(11, 3)).error(),
              (Refusal{Reason::too_few_events, 11, 12}));
}

}  // namespace
}  // namespace maillage::engine
