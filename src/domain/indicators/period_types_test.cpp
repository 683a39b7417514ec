#include "domain/indicators/period_types.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::indicators {
namespace {

TEST(A_period, is_typed_in_the_forms_that_people_use) {
    const auto is = [](std::string_view typed, int year, int month, int months) {
        const auto period = parse_period(typed);
        ASSERT_TRUE(period) << typed;
        EXPECT_EQ(*period, *Period::of(12 * year + month - 1, months)) << typed;
    };
    is("2022", 2022, 1, 12);
    is(" 2022-03 ", 2022, 3, 1);
    is("3/2022", 2022, 3, 1);
    is("2022-T1", 2022, 1, 3);
    is("T4 2022", 2022, 10, 3);
    is("q2 2022", 2022, 4, 3);
    is("2022-S2", 2022, 7, 6);
    is("2022-01/2022-11", 2022, 1, 11);
    is("01/2022-11/2022", 2022, 1, 11);
    is("2022-01 / 2022-11", 2022, 1, 11);
}

TEST(A_period, that_is_no_whole_months_is_refused) {
    for (const char* typed :
         {"", "22", "2022-13", "2022-00", "31/02/2022", "2022-T5", "2022-S3", "X1 2022", "-2022",
          "2022-11/2022-01", "2022-01/2099-01", "99999999999999", "1850", "2022!", "fév. 2022"})
        EXPECT_FALSE(parse_period(typed)) << typed;
}

TEST(A_period, ends_on_the_last_day_of_its_last_month) {
    EXPECT_EQ(parse_period("2024-02")->last_day().iso(), "2024-02-29");
    EXPECT_EQ(parse_period("2023-02")->last_day().iso(), "2023-02-28");
    EXPECT_EQ(parse_period("2022-01/2022-11")->first_day().iso(), "2022-01-01");
    EXPECT_EQ(parse_period("2022-01/2022-11")->last_day().iso(), "2022-11-30");
}

RC_GTEST_PROP(A_period, that_is_written_is_read_again, ()) {
    const auto period = Period::of(*rc::gen::inRange(12 * 1900, 12 * 2090), *rc::gen::inRange(1, 121));
    RC_ASSERT(period.has_value());
    RC_ASSERT(parse_period(written(*period)) == period);
}

RC_GTEST_PROP(Any_text, gives_a_period_or_nothing, (const std::string& text)) {
    if (const auto period = parse_period(text)) RC_ASSERT(parse_period(written(*period)) == period);
}

}  // namespace
}  // namespace maillage::indicators
