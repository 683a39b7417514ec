#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/indicators/indicator_words.hpp"
#include "tests/support/words.hpp"

namespace maillage::indicators {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

Figure figure(std::string_view period, double value) {
    return {.period = *parse_period(period), .value = value};
}

std::vector<std::string> said(const platform::i18n::Words& words, Measure measure, const Figure& later,
                              const Figure& earlier) {
    return in_words(words, measure, compare(measure, later, earlier).value());
}

TEST(A_sentence, does_not_call_noise_a_rise) {
    const auto french =
        said(test::french(), Measure::count, figure("2022-01/2022-11", 775), figure("2021-01/2021-11", 759));
    EXPECT_THAT(french[0], AllOf(HasSubstr("775"), HasSubstr("759"), HasSubstr("+2")));
    EXPECT_THAT(french[1], HasSubstr("On ne peut pas parler de hausse"));
    EXPECT_THAT(french[2], HasSubstr("Pas de conclusion"));
    const auto english =
        said(test::english(), Measure::count, figure("2022-01/2022-11", 775), figure("2021-01/2021-11", 759));
    EXPECT_THAT(english[2], HasSubstr("No conclusion"));
}

TEST(A_sentence, gives_the_least_that_is_sure_of_a_rise) {
    const auto french = said(test::french(), Measure::count, figure("2021", 812), figure("2020", 577));
    EXPECT_THAT(french, Contains(HasSubstr("la hausse est d’au moins 26")));
    EXPECT_THAT(french, Contains(HasSubstr("Fiabilité élevée")));
}

TEST(A_sentence, of_a_small_base_has_no_percentage) {
    for (const auto& [later, earlier] : {std::pair(12, 9), std::pair(40, 9), std::pair(2, 25)})
        for (const std::string& sentence :
             said(test::french(), Measure::count, figure("2022", later), figure("2021", earlier)))
            EXPECT_THAT(sentence, Not(HasSubstr("%")));
}

Figure share(std::string_view period, double part, double whole) {
    return {.period = *parse_period(period), .value = part, .of = whole};
}

TEST(A_sentence, of_a_share_of_few_gives_both_numbers_and_no_percentage) {
    for (const auto* words : {&test::french(), &test::english()})
        for (const std::string& sentence :
             said(*words, Measure::share, share("2022", 12, 20), share("2021", 9, 25)))
            EXPECT_THAT(sentence, AllOf(Not(HasSubstr("%")), Not(HasSubstr("point"))));
    EXPECT_THAT(said(test::french(), Measure::share, share("2022", 12, 20), share("2021", 9, 25)).front(),
                AllOf(HasSubstr("12 sur 20"), HasSubstr("9 sur 25")));
}

TEST(A_value, of_a_share_has_a_percentage_from_thirty_on) {
    EXPECT_EQ(value_in_words(test::english(), Measure::share, share("2022", 12, 20)), "12 of 20");
    EXPECT_EQ(value_in_words(test::english(), Measure::share, share("2022", 15, 30)), "50% (15 of 30)");
}

TEST(A_difference_of_shares, is_plural_from_two_points_on_and_always_in_english) {
    const Figure before = share("2021", 100, 200);
    EXPECT_THAT(said(test::french(), Measure::share, share("2022", 103, 200), before).front(),
                HasSubstr("+1,5 point."));
    EXPECT_THAT(said(test::french(), Measure::share, share("2022", 104, 200), before).front(),
                HasSubstr("+2,0 points."));
    EXPECT_THAT(said(test::french(), Measure::share, share("2022", 104, 200), before)[1],
                HasSubstr(" points"));
    EXPECT_THAT(said(test::english(), Measure::share, share("2022", 103, 200), before).front(),
                HasSubstr("+1.5 percentage points."));
}

TEST(A_sentence, of_a_printed_share_says_that_nothing_can_be_concluded) {
    const auto french = said(test::french(), Measure::percent, figure("2022-01/2022-11", 25.09),
                             figure("2021-01/2021-11", 27.41));
    EXPECT_THAT(french[0], HasSubstr("−2,3 points."));
    EXPECT_THAT(french, Contains(HasSubstr("Pas de conclusion")));
}

TEST(A_sentence, tells_that_a_figure_is_provisional) {
    Figure later = figure("2021", 812);
    later.provisional = true;
    EXPECT_THAT(said(test::french(), Measure::count, later, figure("2020", 577)),
                Contains(HasSubstr("provisoire")));
}

TEST(Two_figures, that_are_not_compared_say_why_in_both_languages) {
    const Figure later = figure("2022-01/2022-11", 775), earlier = figure("2021", 812);
    for (const auto* words : {&test::french(), &test::english()})
        EXPECT_THAT(in_words(*words, Unlike::periods, later, earlier),
                    AllOf(HasSubstr("2021"), HasSubstr("2022")));
}

TEST(A_period, is_named_as_people_name_it) {
    EXPECT_EQ(in_words(test::french(), *parse_period("2022")), "2022");
    EXPECT_EQ(in_words(test::french(), *parse_period("2022-11")), "novembre 2022");
    EXPECT_THAT(in_words(test::french(), *parse_period("2022-T1")), HasSubstr("trimestre 1"));
    EXPECT_EQ(in_words(test::english(), *parse_period("2022-01/2022-11")), "January 2022 to November 2022");
}

}  // namespace
}  // namespace maillage::indicators
