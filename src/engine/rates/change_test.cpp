#include "engine/rates/change.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace maillage::engine {
namespace {

constexpr std::int32_t january_2022 = 12 * 2022, january_2021 = 12 * 2021;

std::vector<std::uint32_t> spread(std::uint32_t total, std::size_t months) {
    std::vector<std::uint32_t> counts(months, total / static_cast<std::uint32_t>(months));
    counts[0] += total % static_cast<std::uint32_t>(months);
    return counts;
}

// The strategy's own figure: 775 facts in 11 months against 759. Interval and p of R 4.2.2 poisson.test.
TEST(A_change, is_the_exact_ratio_when_the_months_are_few) {
    const auto later = spread(775, 11), earlier = spread(759, 11);
    const auto found = change_between({later, january_2022}, {earlier, january_2021}).value();
    EXPECT_NEAR(found.ratio, 1.021080369, 1e-9);
    EXPECT_NEAR(found.interval.low, 0.9226326523, 1e-8);
    EXPECT_NEAR(found.interval.high, 1.1300634091, 1e-8);
    EXPECT_NEAR(found.p, 0.7017461471, 1e-8);
    EXPECT_FALSE(found.varies);
}

// Months of 5 and 15 in turn: each is 25/10 from its mean, φ = 48·2.5/46.
TEST(A_change, has_a_wider_interval_when_months_vary_more_than_chance) {
    std::vector<std::uint32_t> months(24);
    for (std::size_t i = 0; i < months.size(); ++i) months[i] = i % 2 == 0 ? 5 : 15;
    const auto found = change_between({months, january_2022}, {months, 12 * 2020}).value();
    EXPECT_NEAR(found.dispersion, 48 * 2.5 / 46, 1e-12);
    EXPECT_TRUE(found.varies);
    const double half = 1.959963984540054 * std::sqrt(found.dispersion * 2 / 240);
    EXPECT_NEAR(found.interval.low, std::exp(-half), 1e-12);
    EXPECT_NEAR(found.interval.high, std::exp(half), 1e-12);
    EXPECT_NEAR(found.p, 1, 1e-12);
}

TEST(A_change, keeps_percentages_for_bases_of_30_and_more) {
    const auto later = spread(40, 12);
    const auto small = spread(29, 12), enough = spread(30, 12);
    EXPECT_FALSE(change_between({later, january_2022}, {small, january_2021})->percentage_fits);
    EXPECT_TRUE(change_between({later, january_2022}, {enough, january_2021})->percentage_fits);
}

TEST(A_change, refuses_other_months_other_lengths_and_nothing_at_all) {
    const auto eleven = spread(40, 11), twelve = spread(40, 12), none = spread(0, 12);
    EXPECT_EQ(change_between({eleven, january_2022}, {twelve, january_2021}).error(),
              (Refusal{Reason::periods_differ, 11, 12}));
    EXPECT_EQ(change_between({twelve, january_2022 + 3}, {twelve, january_2021}).error(),
              (Refusal{Reason::periods_differ, 4, 1}));
    EXPECT_EQ(change_between({none, january_2022}, {none, january_2021}).error().reason,
              Reason::too_few_events);
    EXPECT_EQ(change_between({{}, january_2022}, {{}, january_2021}).error().reason, Reason::empty);
}

}  // namespace
}  // namespace maillage::engine
