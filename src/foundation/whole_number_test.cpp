#include "foundation/whole_number.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace maillage::foundation {
namespace {

TEST(A_whole_number, is_read_from_the_first_to_the_last_character) {
    EXPECT_EQ(whole_number<std::int64_t>("42"), 42);
    EXPECT_EQ(whole_number<std::int64_t>("-7"), -7);
    EXPECT_EQ(whole_number<std::int64_t>("007"), 7);
}

TEST(A_whole_number, is_nothing_else) {
    for (const std::string text : {"", " 1", "1 ", "1.0", "1,5", "0x10", "+1", "1e3", "un", "--1", "-"})
        EXPECT_EQ(whole_number<std::int64_t>(text), std::nullopt) << text;
    EXPECT_EQ(whole_number<std::int64_t>(std::string("1\0", 2)), std::nullopt);
}

TEST(A_whole_number, fits_its_type) {
    EXPECT_EQ(whole_number<std::int64_t>("9223372036854775807"), INT64_MAX);
    EXPECT_EQ(whole_number<std::int64_t>("9223372036854775808"), std::nullopt);
    EXPECT_EQ(whole_number<std::uint8_t>("256"), std::nullopt);
    EXPECT_EQ(whole_number<std::size_t>("-1"), std::nullopt);
}

}  // namespace
}  // namespace maillage::foundation
