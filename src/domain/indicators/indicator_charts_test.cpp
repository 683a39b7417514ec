#include "domain/indicators/indicator_charts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/indicators/key_figures_words.hpp"
#include "tests/support/words.hpp"

namespace maillage::indicators {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Figure share(int year, double part, double whole) {
    return {.period = Period::year(year), .value = part, .of = whole};
}

Reading of_shares(std::vector<Figure> figures) {
    Reading reading{.indicator = {.definition = {.code = "abri", .measure = Measure::share, .target = 80}},
                    .figures = std::move(figures)};
    reading.pair = pair_to_compare(reading.figures);
    return reading;
}

std::string charted(const Reading& reading) {
    platform::html::Out out;
    charts(out, test::french(), reading);
    return out.bytes;
}

// 7 of 14: "50 %" would say more than fourteen situations can.
TEST(A_chart_of_shares, draws_counts_when_one_of_its_bases_is_below_30) {
    const std::string page = charted(of_shares({share(2024, 7, 14), share(2025, 31, 62)}));
    EXPECT_THAT(page, AllOf(HasSubstr("Nombre"), HasSubstr("Total"), HasSubstr(">14<"), HasSubstr(">62<")));
    EXPECT_THAT(page, AllOf(Not(HasSubstr(">50,0<")), Not(HasSubstr("objectif"))))
        << "no percentage is drawn";
}

TEST(A_chart_of_shares, draws_percentages_from_a_base_of_30_on) {
    const std::string page = charted(of_shares({share(2024, 15, 30), share(2025, 31, 62)}));
    EXPECT_THAT(page, AllOf(HasSubstr(">50<"), Not(HasSubstr(">31<")), Not(HasSubstr(">62<"))));
}

TEST(A_key_figure, of_shares_with_a_small_base_draws_no_line_of_percentages) {
    EXPECT_THAT(key_said(test::french(), of_shares({share(2024, 7, 14), share(2025, 31, 62)})).drawn,
                IsEmpty());
    EXPECT_THAT(key_said(test::french(), of_shares({share(2024, 15, 30), share(2025, 31, 62)})).drawn,
                SizeIs(2));
}

}  // namespace
}  // namespace maillage::indicators
