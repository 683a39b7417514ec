#include "domain/notices/sending_rules.hpp"

#include <gtest/gtest.h>

#include "domain/notices/calendar_rules.hpp"

namespace maillage::notices {
namespace {

foundation::Date day(int year, unsigned month, unsigned number) {
    return *foundation::Date::create(year, month, number);
}

TEST(A_working_day, is_no_week_end_and_no_legal_holiday) {
    EXPECT_TRUE(is_working_day(day(2026, 11, 30)));
    EXPECT_FALSE(is_working_day(day(2026, 11, 28))) << "Saturday";
    EXPECT_FALSE(is_working_day(day(2026, 11, 29))) << "Sunday";
    EXPECT_FALSE(is_working_day(day(2026, 11, 11))) << "Armistice";
    EXPECT_FALSE(is_working_day(day(2027, 1, 1)));
    EXPECT_FALSE(is_working_day(day(2027, 3, 29))) << "Easter Monday";
    EXPECT_FALSE(is_working_day(day(2027, 5, 6))) << "Ascension";
    EXPECT_FALSE(is_working_day(day(2027, 5, 17))) << "Whit Monday";
    EXPECT_TRUE(is_working_day(day(2027, 3, 30)));
}

TEST(Easter, falls_on_the_days_of_the_almanac) {
    EXPECT_EQ(easter(2000), day(2000, 4, 23));
    EXPECT_EQ(easter(2024), day(2024, 3, 31));
    EXPECT_EQ(easter(2027), day(2027, 3, 28));
    EXPECT_EQ(easter(2038), day(2038, 4, 25)) << "as late as it gets";
    EXPECT_EQ(easter(2285), day(2285, 3, 22)) << "as early as it gets";
}

TEST(The_automatic_summary, leaves_on_the_first_working_day_of_a_quarter_once) {
    EXPECT_FALSE(automatic_digest_is_due(day(2027, 1, 1), {})) << "a holiday";
    EXPECT_FALSE(automatic_digest_is_due(day(2027, 1, 2), {})) << "a Saturday";
    EXPECT_TRUE(automatic_digest_is_due(day(2027, 1, 4), {}));
    EXPECT_TRUE(automatic_digest_is_due(day(2027, 1, 4), day(2026, 12, 30)));
    EXPECT_FALSE(automatic_digest_is_due(day(2027, 1, 5), day(2027, 1, 4)));
    EXPECT_TRUE(automatic_digest_is_due(day(2027, 1, 14), {})) << "the platform was stopped";
    EXPECT_FALSE(automatic_digest_is_due(day(2027, 1, 15), {})) << "no summary in the midst of a quarter";
}

TEST(An_organisation, is_reminded_once_a_week_at_most) {
    EXPECT_TRUE(may_remind(day(2026, 11, 30), {}));
    EXPECT_FALSE(may_remind(day(2026, 11, 30), day(2026, 11, 27)));
    EXPECT_FALSE(may_remind(day(2026, 12, 3), day(2026, 11, 27)));
    EXPECT_TRUE(may_remind(day(2026, 12, 4), day(2026, 11, 27)));
    EXPECT_EQ(week_of(day(2026, 11, 29)), day(2026, 11, 23));
    EXPECT_EQ(quarter_of(day(2026, 11, 29)), day(2026, 10, 1));
}

}  // namespace
}  // namespace maillage::notices
