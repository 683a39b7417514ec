#include "engine/space/join_counts.hpp"

#include <gtest/gtest.h>

#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// Columbus, crime above 35 a thousand households; values of spdep 1.2-7 (joincount.test, binary).
TEST(Join_counts, of_the_columbus_crimes_are_spdeps) {
    REFERENCE_TABLE(columbus, "reference/columbus.csv");
    REFERENCE_TABLE(pairs, "reference/columbus_gal_pairs.csv");
    std::vector<Pair> list;
    const auto from = pairs.numbers("i"), to = pairs.numbers("j");
    for (std::size_t k = 0; k < from.size(); ++k)
        list.push_back({static_cast<std::uint32_t>(from[k]) - 1, static_cast<std::uint32_t>(to[k]) - 1});
    const auto next = neighbours_of_pairs(list, 49).value();
    const auto found = join_counts_above(columbus.numbers("CRIME"), 35, next).value();
    EXPECT_EQ(found.high_high.statistic, 52);
    EXPECT_NEAR(found.high_high.expected, 26.98979592, 1e-8);
    EXPECT_NEAR(found.high_high.variance, 17.64839783, 1e-8);
    EXPECT_NEAR(found.high_high.z, 5.9533936, 1e-7);
    EXPECT_EQ(found.low_low.statistic, 34);
    EXPECT_NEAR(found.low_low.expected, 29.33673469, 1e-8);
    EXPECT_NEAR(found.low_low.variance, 18.63845516, 1e-8);
    EXPECT_NEAR(found.low_low.z, 1.0801527, 1e-7);
}

TEST(Join_counts, have_the_mean_and_variance_of_all_colourings) {
    const Neighbours next = queen_lattice(3, 3);
    double sum = 0, squares = 0, count = 0;
    for (unsigned mask = 0; mask < 512; ++mask) {
        if (__builtin_popcount(mask) != 4) continue;
        std::vector<std::uint8_t> colour(9);
        for (unsigned i = 0; i < 9; ++i) colour[i] = mask >> i & 1U;
        const double joins = join_count(colour, next)->statistic;
        sum += joins;
        squares += joins * joins;
        ++count;
    }
    const auto any = join_count(std::vector<std::uint8_t>{1, 1, 1, 1, 0, 0, 0, 0, 0}, next).value();
    EXPECT_NEAR(any.expected, sum / count, 1e-12);
    EXPECT_NEAR(any.variance, squares / count - sum * sum / count / count, 1e-11);
}

TEST(Join_counts, refuse_one_unit_of_a_colour_and_one_colour) {
    const Neighbours next = queen_lattice(2, 2);
    EXPECT_EQ(join_count(std::vector<std::uint8_t>{1, 0, 0, 0}, next).error(),
              (Refusal{Reason::too_few_events, 1, 2}));
    EXPECT_EQ(join_count(std::vector<std::uint8_t>(4, 1), next).error().reason, Reason::all_identical);
    EXPECT_EQ(join_counts_above(std::vector<double>(4, 1.0), 0, next).error().reason, Reason::all_identical);
}

}  // namespace
}  // namespace maillage::engine
