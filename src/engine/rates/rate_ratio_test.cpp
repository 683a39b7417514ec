#include "engine/rates/rate_ratio.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace maillage::engine {
namespace {

void expect_ratio(const TwoCounts& counts, double ratio, Interval interval, double p) {
    const auto found = rate_ratio(counts);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->ratio, ratio, 1e-9);
    EXPECT_NEAR(found->interval.low, interval.low, 1e-8);
    EXPECT_NEAR(found->interval.high, interval.high, 1e-8);
    EXPECT_NEAR(found->p, p, 1e-9);
}

// The strategy document's own figure: attacks on physical integrity, 11 months of 2022 against 11 months of
// 2021. Values of R 4.2.2 poisson.test.
TEST(The_ratio_of_two_counts, finds_no_rise_in_775_against_759) {
    expect_ratio({.first = 775, .second = 759}, 1.021080369, {0.9226326523, 1.1300634091}, 0.7017461471);
}

TEST(The_ratio_of_two_counts, finds_a_rise_in_58_against_34) {
    expect_ratio({.first = 58, .second = 34}, 1.705882353, {1.098412540, 2.686954083}, 0.01602027479);
}

TEST(The_ratio_of_two_counts, has_no_upper_bound_against_zero) {
    const auto found = rate_ratio({.first = 4, .second = 0});
    ASSERT_TRUE(found);
    EXPECT_TRUE(std::isinf(found->interval.high));
    EXPECT_GT(found->interval.low, 0);
}

TEST(The_ratio_of_two_counts, refuses_two_zeros_and_exposures_of_nothing) {
    EXPECT_EQ(rate_ratio({.first = 0, .second = 0}).error().reason, Reason::too_few_events);
    EXPECT_EQ(rate_ratio({.first = 1, .second = 1, .first_exposure = 0}).error().reason,
              Reason::parameter_out_of_range);
    EXPECT_EQ(rate_ratio({.first = 1, .second = 1, .second_exposure = std::nan("")}).error().reason,
              Reason::parameter_out_of_range);
}

RC_GTEST_PROP(The_ratio_of_two_counts, turns_over_when_the_counts_are_exchanged, ()) {
    const auto x = static_cast<std::uint64_t>(*rc::gen::inRange(1, 500));
    const auto y = static_cast<std::uint64_t>(*rc::gen::inRange(1, 500));
    const auto there = rate_ratio({.first = x, .second = y}).value();
    const auto back = rate_ratio({.first = y, .second = x}).value();
    RC_ASSERT(std::abs(there.ratio * back.ratio - 1) < 1e-9);
    RC_ASSERT(std::abs(there.interval.low * back.interval.high - 1) < 1e-6);
    RC_ASSERT(std::abs(there.p - back.p) < 1e-9);
}

TEST(The_e_test, agrees_with_the_conditional_test_on_large_counts_and_is_symmetric) {
    EXPECT_NEAR(e_test({.first = 775, .second = 759}).value(), 0.68, 0.02);
    EXPECT_NEAR(e_test({.first = 34, .second = 58}).value(), e_test({.first = 58, .second = 34}).value(),
                1e-12);
}

// With one fact in all, pooled mean ½ each: every outcome but (0, 0) and ties at |x−y|/√(x+y) < 1 counts.
TEST(The_e_test, equals_the_double_sum_written_out_by_hand) {
    const auto poisson = [](int k) { return std::exp(-0.5) * std::pow(0.5, k) / std::tgamma(k + 1.0); };
    double p = 0;
    for (int x = 0; x < 40; ++x)
        for (int y = 0; y < 40; ++y)
            if (x + y > 0 && std::abs(x - y) / std::sqrt(static_cast<double>(x + y)) >= 1 - 1e-9)
                p += poisson(x) * poisson(y);
    EXPECT_NEAR(e_test({.first = 1, .second = 0}).value(), p, 1e-12);
}

TEST(Exposures, may_have_any_unit_but_not_any_ratio) {
    for (const double unit : {1e-200, 1.0, 1e200}) {
        const TwoCounts counts{
            .first = 12, .second = 4, .first_exposure = 3 * unit, .second_exposure = 2 * unit};
        EXPECT_NEAR(e_test(counts).value(), e_test({12, 4, 3, 2}).value(), 1e-12);
        EXPECT_NEAR(rate_ratio(counts)->ratio, 2, 1e-12);
        EXPECT_NEAR(rate_ratio(counts)->p, rate_ratio({12, 4, 3, 2})->p, 1e-12);
    }
    EXPECT_EQ(rate_ratio({12, 4, 1e-300, 1e300}).error().reason, Reason::parameter_out_of_range);
}

}  // namespace
}  // namespace maillage::engine
