#include "domain/governance/member_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::governance {
namespace {

foundation::Date day(int year, unsigned month, unsigned number) {
    return foundation::Date::create(year, month, number).value();
}

TEST(A_mandate, ends_on_its_first_day_at_the_earliest) {
    EXPECT_TRUE(
        check_mandate(BodyKind::plenary, {.from = day(2026, 3, 1), .until = day(2026, 3, 1)}).has_value());
    EXPECT_EQ(check_mandate(BodyKind::plenary, {.from = day(2026, 3, 1), .until = day(2026, 2, 28)}).error(),
              MandateRefusal::ends_before_it_begins);
}

TEST(A_mandate, names_nobody_in_a_body_that_the_police_or_the_prosecutor_lead) {
    const Mandate named{.person = NamedPerson::present, .from = day(2026, 3, 1)};
    for (const BodyKind kind : all_body_kinds()) {
        const bool of_others = kind == BodyKind::gpo || kind == BodyKind::external_gltd;
        EXPECT_EQ(check_mandate(kind, named).has_value(), !of_others) << name_of(kind);
        EXPECT_TRUE(check_mandate(kind, {.from = day(2026, 3, 1)}).has_value()) << name_of(kind);
    }
}

TEST(A_quorum, counts_holders_who_are_no_guests_and_rounds_up) {
    const HeldSeat seats[] = {
        {.standing = Standing::by_right}, {}, {}, {.seat = Seat::deputy}, {.standing = Standing::guest}};
    EXPECT_EQ(voting_seats(seats), 3);
    EXPECT_EQ(quorum_of(3, 50), 2);
    EXPECT_EQ(quorum_of(4, 50), 2);
    EXPECT_EQ(quorum_of(0, 50), 0);
    EXPECT_EQ(quorum_of(7, 100), 7);
    EXPECT_EQ(quorum_of(1000, 1), 10);
}

TEST(A_plenary, misses_the_prefect_and_the_prosecutor_until_both_sit_by_right) {
    const HeldSeat prefect{.standing = Standing::by_right, .college = College::state};
    const HeldSeat prosecutor{.standing = Standing::by_right, .college = College::justice};
    const HeldSeat magistrate{.college = College::justice};

    EXPECT_EQ(missing_by_right(BodyKind::plenary, {}), (std::vector{ByRight::prefect, ByRight::prosecutor}));
    EXPECT_EQ(missing_by_right(BodyKind::plenary, std::vector{prefect, magistrate}),
              std::vector{ByRight::prosecutor});
    EXPECT_TRUE(missing_by_right(BodyKind::plenary, std::vector{prefect, prosecutor}).empty());
    EXPECT_TRUE(missing_by_right(BodyKind::thematic_group, {}).empty());
}

TEST(The_colleges_of_a_body, are_counted_by_their_holders) {
    const std::vector<HeldSeat> seats{{.college = College::justice},
                                      {.seat = Seat::deputy, .college = College::justice},
                                      {.college = College::elected},
                                      {}};
    const auto counts = count_colleges(seats);
    ASSERT_EQ(counts.size(), 3u);
    EXPECT_EQ(counts[0].college, College::elected);
    EXPECT_EQ(counts[1].holders, 1);
    EXPECT_EQ(counts[2].college, std::nullopt);
}

}  // namespace
}  // namespace maillage::governance
