#include "domain/indicators/told_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::indicators {
namespace {

Figure figure(double value, std::optional<double> of = {}) {
    Figure made;
    made.value = value;
    made.of = of;
    return made;
}

TEST(A_count_under_five, is_not_told) {
    EXPECT_FALSE(may_be_told(Measure::count, figure(0)));
    EXPECT_FALSE(may_be_told(Measure::count, figure(4)));
    EXPECT_TRUE(may_be_told(Measure::count, figure(5)));
}

TEST(A_share, is_told_when_neither_its_part_nor_the_rest_is_small) {
    EXPECT_FALSE(may_be_told(Measure::share, figure(4, 40)));
    EXPECT_FALSE(may_be_told(Measure::share, figure(36, 40)));
    EXPECT_FALSE(may_be_told(Measure::share, figure(36)));
    EXPECT_TRUE(may_be_told(Measure::share, figure(5, 10)));
}

TEST(A_percentage_of_a_source, is_told) {
    EXPECT_TRUE(may_be_told(Measure::percent, figure(2.5)));
    EXPECT_TRUE(may_be_told(Measure::number, figure(3)));
}

}  // namespace
}  // namespace maillage::indicators
