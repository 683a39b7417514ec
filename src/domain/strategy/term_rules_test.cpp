#include "domain/strategy/term_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::strategy {
namespace {

using foundation::Date;

Date day(const char* iso) { return *Date::parse_iso(iso); }

TEST(A_strategy_of_2023_to_2026, may_end_three_years_after_its_adoption_or_with_its_last_year) {
    const ProposedEnds ends =
        proposed_ends({.adopted = day("2023-09-26"), .first_year = 2023, .last_year = 2026});

    EXPECT_EQ(ends.after_adoption, day("2026-09-26"));
    EXPECT_EQ(ends.end_of_last_year, day("2026-12-31"));
}

TEST(A_strategy_adopted_on_29_February, ends_on_the_28th_of_a_common_year) {
    const ProposedEnds ends =
        proposed_ends({.adopted = day("2024-02-29"), .first_year = 2024, .last_year = 2027});

    EXPECT_EQ(ends.after_adoption, day("2027-02-28"));
}

TEST(A_strategy_without_years, has_no_end_to_propose) {
    EXPECT_FALSE(proposed_ends({.adopted = day("2023-09-26")}).after_adoption);
    EXPECT_FALSE(proposed_ends({}).end_of_last_year);
}

TEST(The_end_of_a_strategy, comes_after_its_adoption_and_within_twenty_years) {
    const auto adopted = std::optional(day("2023-09-26"));

    EXPECT_TRUE(check_end(adopted, day("2026-09-26")));
    EXPECT_EQ(check_end(adopted, day("2023-09-26")).error(), EndRefusal::before_adoption);
    EXPECT_EQ(check_end(adopted, day("2062-09-26")).error(), EndRefusal::too_far);
    EXPECT_TRUE(check_end(std::nullopt, day("1999-01-01")));
}

}  // namespace
}  // namespace maillage::strategy
