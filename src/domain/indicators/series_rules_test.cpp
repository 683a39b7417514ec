#include "domain/indicators/series_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::indicators {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Figure figure(std::string_view period, double value = 1) {
    return {.period = *parse_period(period), .value = value};
}

std::vector<std::string> names(const std::vector<Period>& periods) {
    std::vector<std::string> written_ones;
    for (const Period& period : periods) written_ones.push_back(written(period));
    return written_ones;
}

foundation::Date day(std::string_view iso) { return *foundation::Date::parse_iso(iso); }

TEST(Figures, of_twelve_months_and_of_eleven_are_two_series) {
    const std::vector<Figure> figures{figure("2022-01/2022-11"), figure("2018"), figure("2021"),
                                      figure("2021-01/2021-11"), figure("2019")};
    const auto series = series_of(figures);
    ASSERT_EQ(series.size(), 2U);
    EXPECT_THAT(names(series[0].periods), ElementsAre("2018", "2019", "2020", "2021"));
    EXPECT_FALSE(series[0].figures[2]) << "2020 is missing, and shown as missing";
    EXPECT_THAT(names(series[1].periods), ElementsAre("2021-01/2021-11", "2022-01/2022-11"));
}

TEST(Figures, of_two_perimeters_are_two_series) {
    Figure district = figure("2019");
    district.perimeter = "CSP";
    EXPECT_EQ(series_of(std::vector{figure("2018"), district}).size(), 2U);
}

TEST(Missing_periods, begin_after_the_latest_figure) {
    const Definition yearly{.frequency = Frequency::year};
    EXPECT_THAT(names(missing_periods(yearly, std::vector{figure("2021")}, day("2024-11-24"))),
                ElementsAre("2022", "2023"));
    const Definition quarterly{.frequency = Frequency::quarter};
    EXPECT_THAT(names(missing_periods(quarterly, std::vector{figure("2023-T4")}, day("2024-11-24"))),
                ElementsAre("2024-T1", "2024-T2", "2024-T3"));
}

TEST(Missing_periods, hold_the_year_that_a_figure_of_eleven_months_left_open) {
    const Definition yearly{.frequency = Frequency::year};
    EXPECT_THAT(names(missing_periods(yearly, std::vector{figure("2022-01/2022-11")}, day("2023-03-01"))),
                ElementsAre("2022"));
}

TEST(Missing_periods, are_asked_for_once_their_source_had_a_month) {
    const Definition monthly{.frequency = Frequency::month};
    EXPECT_THAT(names(missing_periods(monthly, {}, day("2024-11-24"))), ElementsAre("2024-09"));
    EXPECT_THAT(names(missing_periods(monthly, {}, day("2024-11-30"))), ElementsAre("2024-10"));
    EXPECT_THAT(missing_periods(monthly, std::vector{figure("2024-10")}, day("2024-11-30")), IsEmpty());
}

TEST(Missing_periods, of_what_is_computed_do_not_exist) {
    const Definition computed{.computed = Computed::mean_progress};
    EXPECT_THAT(missing_periods(computed, {}, day("2024-11-24")), IsEmpty());
}

TEST(The_latest_periods, are_complete_ones) {
    EXPECT_THAT(names(latest_periods(Frequency::month, day("2024-11-30"), 3)),
                ElementsAre("2024-09", "2024-10", "2024-11"));
    EXPECT_THAT(names(latest_periods(Frequency::four_months, day("2024-11-24"), 2)),
                ElementsAre("2024-01/2024-04", "2024-05/2024-08"));
    EXPECT_THAT(names(latest_periods(Frequency::year, day("2024-12-31"), 1)), ElementsAre("2024"));
    EXPECT_THAT(names(latest_periods(Frequency::year, day("2024-02-29"), 1)), ElementsAre("2023"));
}

}  // namespace
}  // namespace maillage::indicators
