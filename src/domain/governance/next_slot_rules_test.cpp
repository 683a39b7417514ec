#include "domain/governance/next_slot_rules.hpp"

#include <gtest/gtest.h>

#include <array>

namespace maillage::governance {
namespace {

foundation::Date day(std::string_view iso) { return *foundation::Date::parse_iso(iso); }

TEST(The_next_meeting, of_a_yearly_body_is_due_in_its_month_of_this_year_or_of_the_next) {
    for (const auto& [today, from, to] : {std::array{"2026-01-31", "2026-02-01", "2026-02-28"},
                                          std::array{"2026-02-28", "2026-02-01", "2026-02-28"},
                                          std::array{"2026-03-01", "2027-02-01", "2027-02-28"}}) {
        const auto slot = next_slot(Rhythm::yearly, 2, day(today));
        ASSERT_TRUE(slot) << today;
        EXPECT_EQ(slot->from, day(from)) << today;
        EXPECT_EQ(slot->to, day(to)) << today;
    }
}

TEST(The_next_meeting, of_a_quarterly_body_is_due_before_the_quarter_ends) {
    EXPECT_EQ(next_slot(Rhythm::quarterly, {}, day("2026-11-30"))->to, day("2026-12-31"));
    EXPECT_EQ(next_slot(Rhythm::quarterly, {}, day("2027-01-01"))->to, day("2027-03-31"));
}

TEST(The_next_meeting, of_a_body_that_meets_as_needed_is_due_on_no_day) {
    EXPECT_FALSE(next_slot(Rhythm::as_needed, {}, day("2026-11-30")));
    EXPECT_FALSE(next_slot(Rhythm::by_others, {}, day("2026-11-30")));
}

}  // namespace
}  // namespace maillage::governance
