#include "domain/governance/body_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::governance {
namespace {

foundation::Date day(int year, unsigned month, unsigned number) {
    return foundation::Date::create(year, month, number).value();
}

TEST(A_nominative_item, is_impossible_in_plenary_and_restricted_formation) {
    for (const BodyKind kind : {BodyKind::plenary, BodyKind::restricted, BodyKind::crisis_cell})
        EXPECT_EQ(may_hold_nominative_items(kind), NominativeItems::never) << name_of(kind);
}

TEST(A_nominative_item, is_possible_under_charter_in_two_kinds_of_body_only) {
    int open = 0;
    for (const BodyKind kind : all_body_kinds())
        open += may_hold_nominative_items(kind) == NominativeItems::under_charter ? 1 : 0;

    EXPECT_EQ(open, 2);
    EXPECT_EQ(may_hold_nominative_items(BodyKind::individual_situations_group),
              NominativeItems::under_charter);
    EXPECT_EQ(may_hold_nominative_items(BodyKind::cddf), NominativeItems::under_charter);
}

TEST(The_gap_between_plenaries, is_too_long_after_twelve_months) {
    EXPECT_EQ(legal_gap(day(2025, 2, 12), 12, day(2026, 2, 12)), Gap::within);
    EXPECT_EQ(legal_gap(day(2025, 2, 12), 12, day(2026, 2, 13)), Gap::exceeded);
    EXPECT_EQ(legal_gap(day(2024, 2, 29), 12, day(2025, 3, 1)), Gap::exceeded);
    EXPECT_EQ(legal_gap(std::nullopt, 12, day(2026, 1, 1)), Gap::exceeded);
}

TEST(The_year_of_a_council, expects_eighteen_meetings_by_the_strategy_of_Laval) {
    EXPECT_EQ(expected_meetings_a_year({Rhythm::yearly, Rhythm::quarterly, Rhythm::as_needed,
                                        Rhythm::four_monthly, Rhythm::four_monthly, Rhythm::four_monthly,
                                        Rhythm::quarterly, Rhythm::by_others}),
              18);
}

TEST(The_slots_of_a_year, are_its_quarters_its_four_month_periods_or_the_month_of_the_plenary) {
    const auto quarters = slots_of_year(Rhythm::quarterly, std::nullopt, 2026);
    ASSERT_EQ(quarters.size(), 4U);
    EXPECT_EQ(quarters[0].to, day(2026, 3, 31));
    EXPECT_EQ(quarters[3].to, day(2026, 12, 31));
    EXPECT_EQ(slots_of_year(Rhythm::four_monthly, std::nullopt, 2026).at(1).from, day(2026, 5, 1));
    const auto plenary = slots_of_year(Rhythm::yearly, 2, 2028);
    ASSERT_EQ(plenary.size(), 1U);
    EXPECT_EQ(plenary[0].to, day(2028, 2, 29));
    EXPECT_TRUE(slots_of_year(Rhythm::as_needed, std::nullopt, 2026).empty());
}

TEST(Every_kind_of_body, has_a_name_that_leads_back_to_it) {
    for (const BodyKind kind : all_body_kinds()) EXPECT_EQ(body_kind_named(name_of(kind)), kind);
    EXPECT_FALSE(body_kind_named("committee").has_value());
}

}  // namespace
}  // namespace maillage::governance
