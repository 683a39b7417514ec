#include "engine/rates/share_difference.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::engine {
namespace {

// Newcombe 1998, Statistics in Medicine 17:873, table II, method 10.
TEST(The_difference_of_two_shares, has_the_intervals_of_the_paper) {
    const auto near = [](const TwoShares& shares, double low, double high) {
        const auto interval = share_difference(shares);
        ASSERT_TRUE(interval);
        EXPECT_NEAR(interval->low, low, 5e-5);
        EXPECT_NEAR(interval->high, high, 5e-5);
    };
    near({.first = 56, .first_of = 70, .second = 48, .second_of = 80}, 0.0524, 0.3339);
    near({.first = 9, .first_of = 10, .second = 3, .second_of = 10}, 0.1705, 0.8090);
    near({.first = 5, .first_of = 56, .second = 0, .second_of = 29}, -0.0381, 0.1926);
    near({.first = 0, .first_of = 10, .second = 0, .second_of = 20}, -0.1611, 0.2775);
    near({.first = 10, .first_of = 10, .second = 0, .second_of = 10}, 0.6075, 1.0);
}

TEST(The_difference_of_two_shares, of_nothing_is_refused) {
    EXPECT_FALSE(share_difference({.first = 0, .first_of = 0, .second = 1, .second_of = 2}));
    EXPECT_FALSE(share_difference({.first = 1, .first_of = 2, .second = 3, .second_of = 2}));
    EXPECT_FALSE(share_difference({.first = 1, .first_of = 2, .second = 1, .second_of = 2}, 1.5));
}

RC_GTEST_PROP(The_difference_of_two_shares, changes_sign_when_they_are_exchanged, ()) {
    const auto of = [] { return *rc::gen::inRange<std::uint64_t>(1, 400); };
    TwoShares shares{.first_of = of(), .second_of = of()};
    shares.first = *rc::gen::inRange<std::uint64_t>(0, shares.first_of + 1);
    shares.second = *rc::gen::inRange<std::uint64_t>(0, shares.second_of + 1);
    const auto one = share_difference(shares);
    const auto other = share_difference({.first = shares.second,
                                         .first_of = shares.second_of,
                                         .second = shares.first,
                                         .second_of = shares.first_of});
    RC_ASSERT(one.has_value() && other.has_value());
    RC_ASSERT(std::abs(one->low + other->high) < 1e-12);
    RC_ASSERT(one->low >= -1 - 1e-12 && one->high <= 1 + 1e-12);
}

}  // namespace
}  // namespace maillage::engine
