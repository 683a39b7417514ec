#include "engine/rates/poisson_interval.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace maillage::engine {
namespace {

void expect_interval(std::uint64_t count, double low, double high) {
    const auto interval = poisson_interval(count);
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->low, low, 1e-6 * (1 + low));
    EXPECT_NEAR(interval->high, high, 1e-6 * high);
}

// Values of R 4.2.2 poisson.test.
TEST(The_interval_of_a_count, is_garwoods) {
    expect_interval(0, 0, 3.688879454);
    expect_interval(5, 1.62348639, 11.66833208);
    expect_interval(20, 12.21651959, 30.8883779);
    expect_interval(137, 115.0205344, 161.9564047);
}

TEST(The_interval_of_a_count, refuses_a_level_that_is_no_probability) {
    EXPECT_EQ(poisson_interval(3, 1.0).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(poisson_interval(3, std::nan("")).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(poisson_interval_of(std::numeric_limits<double>::infinity()).error().reason,
              Reason::not_finite);
    EXPECT_EQ(poisson_interval_of(-1).error().reason, Reason::negative);
}

// R 4.2.2: qgamma(0.025, x), qgamma(0.975, x + 1).
TEST(The_interval_of_a_count, is_exact_up_to_a_billion_and_refused_beyond) {
    const auto largest = poisson_interval_of(1e9).value();
    EXPECT_NEAR(largest.low, 999938021.443928, 1e-12 * 1e9);
    EXPECT_NEAR(largest.high, 1000061981.450409, 1e-12 * 1e9);
    for (const double count : {1.1e9, 1e11, 1e12, 1e15, 1e300})
        EXPECT_EQ(poisson_interval_of(count).error(), (Refusal{Reason::overflow, count, 1e9})) << count;
    EXPECT_EQ(poisson_interval(100'000'000'000).error().reason, Reason::overflow);
}

TEST(The_interval_of_a_count, holds_counts_as_small_as_a_double) {
    for (const double level : {0.5, 0.95, 0.999999, 1 - 0x1p-53})
        for (double count = 1; count > 0; count /= 3) {
            const auto interval = poisson_interval_of(count, level).value();
            EXPECT_GE(interval.low, 0) << count;
            EXPECT_LE(interval.low, count) << count;
            EXPECT_GT(interval.high, count) << count;
            EXPECT_TRUE(std::isfinite(interval.high)) << count;
        }
    EXPECT_EQ(poisson_interval_of(1e-320).value().low, 0);
    EXPECT_NEAR(poisson_interval_of(1e-320).value().high, 3.688879454, 1e-9);
}

}  // namespace
}  // namespace maillage::engine
