#include "domain/governance/prefect_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::governance {
namespace {

foundation::Date day(int year, unsigned month, unsigned number) {
    return foundation::Date::create(year, month, number).value();
}

TEST(What_the_prefect_told, is_recent_for_twelve_months_to_the_day) {
    EXPECT_EQ(prefect_information(day(2025, 11, 24), day(2026, 11, 24)), Information::recent);
    EXPECT_EQ(prefect_information(day(2025, 11, 23), day(2026, 11, 24)), Information::overdue);
}

TEST(What_the_prefect_told, is_overdue_when_nothing_was_noted) {
    EXPECT_EQ(prefect_information(std::nullopt, day(2026, 11, 24)), Information::overdue);
}

}  // namespace
}  // namespace maillage::governance
