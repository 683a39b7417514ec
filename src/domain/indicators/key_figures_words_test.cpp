#include "domain/indicators/key_figures_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/words.hpp"

namespace maillage::indicators {
namespace {

using testing::Contains;
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

}  // namespace
}  // namespace maillage::indicators
