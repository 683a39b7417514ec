#include "engine/core/philox.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace maillage::engine {
namespace {

// Known answers of Random123 (Salmon et al. 2011), as its own tests give them.
TEST(Philox, gives_the_published_answers) {
    EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (PhiloxCounter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox({~0U, ~0U, ~0U, ~0U}, {~0U, ~0U}),
              (PhiloxCounter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
              (PhiloxCounter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Draws, below_a_bound_stay_below_it_and_reach_every_value) {
    Draws draws(7, Stream::permutation, 3);
    std::vector<int> seen(7, 0);
    for (int i = 0; i < 7000; ++i) {
        const std::uint32_t value = draws.below(7);
        ASSERT_LT(value, 7U);
        ++seen[value];
    }
    for (const int count : seen) EXPECT_NEAR(count, 1000, 150);
}

TEST(Draws, of_two_replicates_differ_and_of_the_same_are_equal) {
    Draws first(1, Stream::knox, 1), again(1, Stream::knox, 1), other(1, Stream::knox, 2);
    const std::uint64_t value = first.next_u64();
    EXPECT_EQ(value, again.next_u64());
    EXPECT_NE(value, other.next_u64());
}

TEST(Draws, are_the_blocks_of_the_generator_one_after_the_other) {
    Draws draws(0x0123456789abcdefU, Stream::demonstration, 7, 3);
    for (std::uint32_t block = 0; block < 70; ++block)
        for (const std::uint32_t number :
             philox({block, 3, 7, static_cast<std::uint32_t>(Stream::demonstration)},
                    {0x89abcdefU, 0x01234567U}))
            EXPECT_EQ(draws.next_u32(), number) << "block " << block;
}

}  // namespace
}  // namespace maillage::engine
