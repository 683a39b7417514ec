#include "engine/inference/certainty.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "engine/evaluation/ratio_of_ratios.hpp"
#include "engine/rates/rate_ratio.hpp"

namespace maillage::engine {
namespace {

TEST(A_certainty_word, follows_the_adjusted_p) {
    EXPECT_EQ(certainty_of(0), Certainty::high);
    EXPECT_EQ(certainty_of(0.05), Certainty::high);
    EXPECT_EQ(certainty_of(0.0501), Certainty::medium);
    EXPECT_EQ(certainty_of(0.10), Certainty::medium);
    EXPECT_EQ(certainty_of(0.11), Certainty::low);
    EXPECT_EQ(certainty_of(0.20), Certainty::low);
    EXPECT_EQ(certainty_of(0.21), Certainty::none);
    EXPECT_EQ(certainty_of(std::nan("")), Certainty::none);
}

TEST(A_certainty_word, goes_down_one_step_once_for_any_doubt) {
    EXPECT_EQ(certainty_of(0.01, {.share_not_located = 0.2}), Certainty::high);
    EXPECT_EQ(certainty_of(0.01, {.share_not_located = 0.21}), Certainty::medium);
    EXPECT_EQ(certainty_of(0.01, {.share_not_located = 0.5, .share_not_dated = 0.5}), Certainty::medium);
    EXPECT_EQ(certainty_of(0.15, {.figures = Doubts::Figures::provisional}), Certainty::none);
    EXPECT_EQ(certainty_of(0.5, {.counting = Doubts::Counting::changed}), Certainty::none);
}

// The sentences of the strategy: 775 against 759 is no rise, 58 against 34 is one of at least 9 %.
TEST(A_claim, of_775_against_759_is_no_change) {
    const auto ratio = rate_ratio({.first = 775, .second = 759}).value();
    const Claim claim = claim_of(ratio.ratio, ratio.interval);
    EXPECT_EQ(claim.direction, Direction::none);
    EXPECT_EQ(claim.change, 2);
    EXPECT_EQ(claim.low, -8);
    EXPECT_EQ(claim.high, 13);
}

TEST(A_claim, of_58_against_34_is_a_rise_of_at_least_9_per_cent) {
    const auto ratio = rate_ratio({.first = 58, .second = 34}).value();
    const Claim claim = claim_of(ratio.ratio, ratio.interval);
    EXPECT_EQ(claim.direction, Direction::up);
    EXPECT_EQ(claim.change, 71);
    EXPECT_EQ(claim.at_least, 9);
}

TEST(A_claim, of_a_fall_is_rounded_towards_no_change) {
    const auto found = ratio_of_ratios({.before = 120, .after = 80}, {.before = 200, .after = 190}).value();
    const Claim claim = claim_of(found.ratio, found.interval);
    EXPECT_EQ(claim.direction, Direction::down);
    EXPECT_EQ(claim.change, -30);
    EXPECT_EQ(claim.low, -50);
    EXPECT_EQ(claim.high, -1);
    EXPECT_EQ(claim.at_least, 0);  // 0.85 %: less than one per cent is surely there
}

TEST(A_claim, without_upper_bound_says_so) {
    const double infinite = std::numeric_limits<double>::infinity();
    const Claim claim = claim_of(infinite, {.low = 1.4, .high = infinite});
    EXPECT_EQ(claim.direction, Direction::up);
    EXPECT_FALSE(claim.high);
    EXPECT_EQ(claim.at_least, 40);
}

}  // namespace
}  // namespace maillage::engine
