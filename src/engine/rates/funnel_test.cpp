#include "engine/rates/funnel.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace maillage::engine {
namespace {

// qpois(c(.001, .025, .975, .999), 10) = 2 4 17 21 (Poisson tables).
TEST(A_funnel, has_the_poisson_quantiles_for_limits) {
    const auto found =
        funnel(std::vector<double>{10, 18, 22, 1}, std::vector<double>{10, 10, 10, 10}).value();
    ASSERT_FALSE(found.zones.empty());
    const double widening = found.widened ? std::sqrt(found.dispersion) : 1;
    EXPECT_NEAR(found.zones[0].limits_95.high, 1 + 0.7 * widening, 1e-12);
    EXPECT_NEAR(found.zones[0].limits_998.high, 1 + 1.1 * widening, 1e-12);
    EXPECT_EQ(found.zones[0].place, FunnelPlace::inside);
}

TEST(A_funnel, marks_a_zone_outside_when_the_others_agree) {
    std::vector<double> observed(20, 10), expected(20, 10);
    observed[3] = 18;
    observed[7] = 22;
    observed[9] = 1;
    const auto found = funnel(observed, expected).value();
    EXPECT_FALSE(found.widened);
    EXPECT_DOUBLE_EQ(found.zones[0].limits_95.low, 0.4);
    EXPECT_DOUBLE_EQ(found.zones[0].limits_95.high, 1.7);
    EXPECT_DOUBLE_EQ(found.zones[0].limits_998.low, 0.2);
    EXPECT_DOUBLE_EQ(found.zones[0].limits_998.high, 2.1);
    EXPECT_EQ(found.zones[3].place, FunnelPlace::outside_95);
    EXPECT_EQ(found.zones[7].place, FunnelPlace::outside_998);
    EXPECT_TRUE(found.zones[7].high);
    EXPECT_EQ(found.zones[9].place, FunnelPlace::outside_998);
    EXPECT_FALSE(found.zones[9].high);
}

// Ten zones, scores −2 −2 0 … 0 3 9: one at each end is set to its neighbour, φ = (4·2 + 9·2)/10 = 2.6.
TEST(A_funnel, widens_when_all_zones_vary_more_than_chance) {
    std::vector<double> expected(10, 100), observed(10, 100);
    observed[0] = observed[1] = 80;
    observed[8] = 130;
    observed[9] = 190;
    const auto found = funnel(observed, expected).value();
    EXPECT_NEAR(found.dispersion, 2.6, 1e-12);
    EXPECT_TRUE(found.widened);  // 2.6 > 1 + 2√0.2 = 1.894
    EXPECT_NEAR(found.zones[0].limits_95.high, 1 + 0.2 * std::sqrt(2.6), 1e-12);
}

TEST(A_funnel, refuses_facts_where_none_is_expected_and_ignores_an_empty_zone) {
    EXPECT_EQ(funnel(std::vector<double>{1}, std::vector<double>{0}).error(),
              (Refusal{Reason::zero_population, 0}));
    EXPECT_EQ(funnel({}, {}).error().reason, Reason::empty);
    EXPECT_EQ(funnel(std::vector<double>{0, 5}, std::vector<double>{0, 5})->zones[0].place,
              FunnelPlace::inside);
}

}  // namespace
}  // namespace maillage::engine
