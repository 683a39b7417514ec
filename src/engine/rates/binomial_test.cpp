#include "engine/rates/binomial.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace maillage::engine {
namespace {

// R 4.2.2: binom.test(682, 925)$conf.int
TEST(The_interval_of_a_share, is_clopper_and_pearsons) {
    const auto interval = clopper_pearson(682, 925);
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->low, 0.7076682641, 1e-9);
    EXPECT_NEAR(interval->high, 0.7654065582, 1e-9);
}

TEST(The_interval_of_a_share, touches_the_ends_when_all_or_none_succeed) {
    EXPECT_EQ(clopper_pearson(0, 10)->low, 0);
    EXPECT_EQ(clopper_pearson(10, 10)->high, 1);
    EXPECT_EQ(wilson(0, 10)->low, 0);
    EXPECT_EQ(wilson(10, 10)->high, 1);
}

TEST(The_interval_of_a_share, refuses_no_trial_and_more_successes_than_trials) {
    EXPECT_EQ(clopper_pearson(0, 0).error().reason, Reason::too_few_events);
    EXPECT_EQ(clopper_pearson(3, 2).error().reason, Reason::parameter_out_of_range);
}

double summed_p(std::uint64_t successes, std::uint64_t trials, double share) {
    const auto term = [&](std::uint64_t k) {
        const double x = static_cast<double>(k), n = static_cast<double>(trials);
        return std::exp(std::lgamma(n + 1) - std::lgamma(x + 1) - std::lgamma(n - x + 1) +
                        x * std::log(share) + (n - x) * std::log1p(-share));
    };
    double p = 0;
    for (std::uint64_t k = 0; k <= trials; ++k)
        if (term(k) <= term(successes) * (1 + 1e-7)) p += term(k);
    return p < 1 ? p : 1;
}

RC_GTEST_PROP(The_binomial_test, equals_the_sum_of_the_terms, ()) {
    const auto trials = static_cast<std::uint64_t>(*rc::gen::inRange(1, 200));
    const auto successes = static_cast<std::uint64_t>(*rc::gen::inRange(0, static_cast<int>(trials) + 1));
    const double share = *rc::gen::inRange(1, 100) / 100.0;
    RC_ASSERT(std::abs(binomial_test(successes, trials, share).value() - summed_p(successes, trials, share)) <
              1e-9);
}

}  // namespace
}  // namespace maillage::engine
