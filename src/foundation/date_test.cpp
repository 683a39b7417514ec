#include "foundation/date.hpp"

#include <gtest/gtest.h>

namespace maillage::foundation {
namespace {

Date day(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(A_date, is_read_from_iso_and_written_back) { EXPECT_EQ(day("2026-11-24").iso(), "2026-11-24"); }

TEST(A_date, that_does_not_exist_is_refused) {
    EXPECT_FALSE(Date::parse_iso("2026-02-31"));
    EXPECT_FALSE(Date::parse_iso("2026-13-01"));
    EXPECT_FALSE(Date::parse_iso("2026-1-1"));
    EXPECT_FALSE(Date::parse_iso("+026-01-01"));
    EXPECT_FALSE(Date::parse_iso(""));
}

TEST(A_date, one_month_after_31_january_is_the_end_of_february) {
    EXPECT_EQ(day("2023-01-31").plus_months(1), day("2023-02-28"));
    EXPECT_EQ(day("2024-01-31").plus_months(1), day("2024-02-29"));
}

TEST(A_date, counts_days_across_a_leap_day) { EXPECT_EQ(day("2024-03-01") - day("2024-02-28"), 2); }

TEST(A_date, knows_its_weekday) { EXPECT_EQ(day("2026-11-24").weekday(), 1U); }

}  // namespace
}  // namespace maillage::foundation
