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

}  // namespace
}  // namespace maillage::engine
