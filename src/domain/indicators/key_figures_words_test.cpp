#include "domain/indicators/key_figures_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/words.hpp"

namespace maillage::indicators {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Reading of_drug_offences(bool police_initiated) {
    const Figure figure{.period = Period::year(2025), .value = 120};
    return {.indicator = {.definition = {.code = "stupefiants", .police_initiated = police_initiated}},
            .figures = {figure},
            .pair = Pair{.later = figure}};
}

TEST(A_key_figure, of_what_the_police_found_warns_that_it_does_not_measure_crime) {
    EXPECT_THAT(key_said(test::french(), of_drug_offences(true)).sentences,
                Contains(HasSubstr("ne mesure pas la délinquance")));
    EXPECT_THAT(key_said(test::english(), of_drug_offences(true)).sentences,
                Contains(HasSubstr("does not measure crime")));
    EXPECT_THAT(key_said(test::french(), of_drug_offences(false)).sentences,
                Not(Contains(HasSubstr("délinquance"))));
}

// R-STA-1
TEST(A_key_figure, of_eleven_months_is_followed_by_the_line_of_eleven_months) {
    Reading reading{.indicator = {.definition = {.code = "avip"}}};
    for (const auto& [period, value] :
         {std::pair("2019", 722.0), std::pair("2020", 577.0), std::pair("2021", 812.0),
          std::pair("2021-01/2021-11", 759.0), std::pair("2022-01/2022-11", 775.0)})
        reading.figures.push_back({.period = *parse_period(period), .value = value});
    reading.pair = pair_to_compare(reading.figures);
    EXPECT_THAT(key_said(test::french(), reading).drawn, ElementsAre(759, 775));
}

}  // namespace
}  // namespace maillage::indicators
