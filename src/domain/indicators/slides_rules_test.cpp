#include "domain/indicators/slides_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::indicators {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(A_slide, that_does_not_exist_is_the_nearest_one) {
    EXPECT_EQ(slide_asked("3", 14), 3u);
    EXPECT_EQ(slide_asked("0", 14), 1u);
    EXPECT_EQ(slide_asked("15", 14), 14u);
    EXPECT_EQ(slide_asked("99999999999999999999999999", 14), 14u);
    for (const char* nonsense : {"", "-2", "deux", "3x", " 3", "1e9"})
        EXPECT_EQ(slide_asked(nonsense, 14), 1u) << nonsense;
}

TEST(The_groups_of_a_presentation, are_read_once_each_in_the_order_asked) {
    EXPECT_THAT(groups_asked("G2,council,G2,,G1,"), ElementsAre("G2", "council", "G1"));
    EXPECT_THAT(groups_asked(""), IsEmpty());
    EXPECT_THAT(groups_asked(",,"), IsEmpty());
}

}  // namespace
}  // namespace maillage::indicators
