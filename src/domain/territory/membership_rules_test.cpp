#include "domain/territory/membership_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::territory {
namespace {

std::optional<foundation::Date> day(int year, unsigned month, unsigned number) {
    return foundation::Date::create(year, month, number);
}

TEST(Two_memberships_of_a_commune, may_follow_each_other_on_the_same_day) {
    EXPECT_FALSE(overlap({.since = day(2020, 1, 1), .until = day(2024, 1, 1)}, {.since = day(2024, 1, 1)}));
    EXPECT_FALSE(overlap({.since = day(2024, 1, 1)}, {.since = std::nullopt, .until = day(2024, 1, 1)}));
}

TEST(Two_memberships_of_a_commune, overlap_when_one_day_belongs_to_both) {
    EXPECT_TRUE(overlap({.since = day(2020, 1, 1), .until = day(2024, 1, 2)}, {.since = day(2024, 1, 1)}));
    EXPECT_TRUE(overlap({.since = day(2020, 1, 1)}, {.since = day(2030, 1, 1)}));
    EXPECT_TRUE(overlap({}, {.since = day(2024, 1, 1), .until = day(2024, 2, 1)}));
}

}  // namespace
}  // namespace maillage::territory
