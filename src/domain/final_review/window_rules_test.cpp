#include "domain/final_review/window_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::final_review {
namespace {

using foundation::Date;

Date day(const char* iso) { return *Date::parse_iso(iso); }
std::string opens(const char* expiry) { return window_before(day(expiry)).opens.iso(); }

TEST(The_window_of_the_final_review, begins_on_the_same_day_six_months_before) {
    EXPECT_EQ(opens("2026-09-26"), "2026-03-26");
    EXPECT_EQ(window_before(day("2026-09-26")).closes.iso(), "2026-09-26");
    EXPECT_EQ(opens("2026-06-01"), "2025-12-01");
    EXPECT_EQ(opens("2027-01-15"), "2026-07-15");
}

TEST(The_window_of_the_final_review, begins_after_the_end_of_a_month_that_has_no_such_day) {
    EXPECT_EQ(opens("2026-12-31"), "2026-07-01");
    EXPECT_EQ(opens("2026-05-31"), "2025-12-01");
    EXPECT_EQ(opens("2026-10-31"), "2026-05-01");
    EXPECT_EQ(opens("2026-03-31"), "2025-10-01");
    EXPECT_EQ(opens("2026-08-30"), "2026-03-01");
    EXPECT_EQ(opens("2026-08-31"), "2026-03-01");
}

TEST(The_window_of_the_final_review, knows_the_29th_of_February) {
    EXPECT_EQ(opens("2028-02-29"), "2027-08-29");
    EXPECT_EQ(opens("2027-02-28"), "2026-08-28");
    EXPECT_EQ(opens("2028-08-29"), "2028-02-29");
    EXPECT_EQ(opens("2028-08-30"), "2028-03-01");
    EXPECT_EQ(opens("2027-08-29"), "2027-03-01");
    EXPECT_EQ(opens("2100-08-29"), "2100-03-01") << "2100 is no leap year";
}

TEST(The_window_of_the_final_review, is_not_set_before_open_or_past) {
    const auto state = [](const char* today) { return state_of_window(day("2026-12-31"), day(today)); };

    EXPECT_EQ(state_of_window(std::nullopt, day("2026-12-31")), WindowState::not_set);
    EXPECT_EQ(state("2026-06-30"), WindowState::not_yet_open);
    EXPECT_EQ(state("2026-07-01"), WindowState::open);
    EXPECT_EQ(state("2026-12-31"), WindowState::open);
    EXPECT_EQ(state("2027-01-01"), WindowState::past);
}

Date any_day() { return day("1950-01-01").plus_days(*rc::gen::inRange(0, 60'000)); }

RC_GTEST_PROP(The_window_of_the_final_review, is_the_longest_within_six_months, ()) {
    const Date expiry = any_day();

    const Window window = window_before(expiry);

    // A day more would be more than six months; at most three days of a short month are missing to six.
    RC_ASSERT(window.opens.plus_days(-1).plus_months(window_months) < expiry);
    const int beyond = window.opens.plus_months(window_months) - expiry;
    RC_ASSERT(beyond >= 0 && beyond <= 3);
    RC_ASSERT(expiry - window.opens >= 180 && expiry - window.opens <= 184);
}

RC_GTEST_PROP(The_window_of_the_final_review, never_opens_earlier_for_a_later_expiry, ()) {
    const Date expiry = any_day();

    RC_ASSERT(window_before(expiry).opens <= window_before(expiry.plus_days(1)).opens);
}

RC_GTEST_PROP(The_window_of_the_final_review, has_one_state_a_day_and_they_follow_each_other, ()) {
    const Date expiry = any_day(), today = any_day();
    const Window window = window_before(expiry);

    const WindowState state = state_of_window(expiry, today);

    RC_ASSERT((state == WindowState::not_yet_open) == (today < window.opens));
    RC_ASSERT((state == WindowState::past) == (today > expiry));
    RC_ASSERT((state == WindowState::open) == (window.opens <= today && today <= expiry));
}

}  // namespace
}  // namespace maillage::final_review
