#include "app/analyse_sentences.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "app/analyse_command.hpp"
#include "app/analyse_test_file.hpp"
#include "app/analyse_test_said.hpp"
#include "tests/support/words.hpp"

// The sentences as people read them; figures are those of the reference cases.
namespace maillage::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string said(const std::vector<std::string>& arguments, const char* language = "fr") {
    return words_of(test::catalogues(), arguments, language);
}

TEST(A_sentence, does_not_call_a_common_variation_a_rise) {
    EXPECT_THAT(said({"rate-ratio", "--a", "775", "--b", "759"}),
                AllOf(HasSubstr("775 faits contre 759 (+2 %)."),
                      HasSubstr("l'évolution réelle se situe entre −8 % et +13 %."),
                      HasSubstr("On ne peut pas parler de hausse.")));
    EXPECT_THAT(said({"rate-ratio", "--a", "775", "--b", "759"}, "en"),
                AllOf(HasSubstr("775 facts against 759 (+2%)."), HasSubstr("It cannot be called a rise.")));
}

TEST(A_sentence, promises_the_bound_nearest_to_no_change) {
    EXPECT_THAT(said({"rate-ratio", "--a", "58", "--b", "34"}),
                AllOf(HasSubstr("58 faits contre 34 (+71 %)."), HasSubstr("la hausse est d'au moins 9 %.")));
}

// R-STA-2: neither what changed nor how sure it is has a percentage.
TEST(A_sentence, gives_no_percentage_on_a_small_base) {
    EXPECT_THAT(said({"rate-ratio", "--a", "12", "--b", "8"}),
                AllOf(HasSubstr("12 faits contre 8 : trop peu au départ pour un pourcentage."),
                      HasSubstr("On ne peut parler ni de hausse ni de baisse."), Not(HasSubstr("%"))));
    EXPECT_THAT(said({"rate-ratio", "--a", "58", "--b", "0"}),
                AllOf(HasSubstr("58 faits contre 0"), HasSubstr("c'est une hausse."), Not(HasSubstr("%"))));
    EXPECT_THAT(said({"rate-ratio", "--a", "1", "--b", "29"}),
                AllOf(HasSubstr("1 fait contre 29"), HasSubstr("c'est une baisse."), Not(HasSubstr("%"))));
    EXPECT_THAT(said({"rate-ratio", "--a", "4", "--b", "2", "--exposure-a", "2"}, "en"),
                AllOf(HasSubstr("4 facts against 2, for different durations"), Not(HasSubstr("%"))));
}

TEST(A_sentence, writes_whole_numbers_whole_and_words_that_agree_with_them) {
    EXPECT_THAT(said({"poisson-interval", "--count", "7"}), HasSubstr("7 faits comptés : "));
    EXPECT_THAT(said({"poisson-interval", "--count", "1"}), HasSubstr("1 fait compté : "));
    EXPECT_THAT(said({"poisson-interval", "--count", "0"}), HasSubstr("0 fait compté : "));
    EXPECT_THAT(said({"poisson-interval", "--count", "0"}, "en"), HasSubstr("0 facts counted: "));
    EXPECT_THAT(said({"poisson-interval", "--count", "2.5"}), HasSubstr("2,50 faits comptés : "));
    const SmallFile one("n,people\n9,3\n");
    EXPECT_THAT(said({"funnel", one.name(), "--cases", "n", "--expected", "people"}),
                HasSubstr(" sur 1 sort de l'entonnoir large, "));
}

TEST(A_sentence, says_the_evaluation_with_its_limits_and_what_a_chosen_area_does_by_itself) {
    EXPECT_THAT(
        said({"did", "--treated", "120,80", "--control", "200,190"}),
        AllOf(HasSubstr("Les faits ont baissé de 30 % de plus que dans le secteur témoin (entre −1 % et "
                        "−50 %)."),
              HasSubstr("une partie de la baisse serait venue d'elle-même")));
    EXPECT_THAT(said({"wdq", "--treated", "207,110", "--control", "308,318", "--ring", "178,157"}),
                HasSubstr("Pas de report visible autour : la zone voisine a aussi baissé (indice 0,26)."));
    EXPECT_THAT(said({"wdd", "--treated", "207,110", "--control", "308,318", "--ring", "178,157",
                      "--ring-control", "150,140"}),
                HasSubstr("Environ 118 faits de moins"));
}

TEST(A_sentence, does_not_speak_of_a_fall_where_facts_rose) {
    EXPECT_THAT(said({"did", "--treated", "80,160", "--control", "200,190"}),
                AllOf(HasSubstr("Les faits ont augmenté"), HasSubstr("cela n'explique pas la hausse"),
                      Not(HasSubstr("la baisse serait venue"))));
    EXPECT_THAT(said({"wdd", "--treated", "80,160", "--control", "200,190"}, "en"),
                AllOf(HasSubstr("more facts"), HasSubstr("does not explain the rise")));
    EXPECT_THAT(said({"did", "--treated", "80,82", "--control", "200,199"}),
                HasSubstr("une partie d'une éventuelle baisse"));
}

TEST(A_sentence, of_a_quotient_without_denominator_does_not_call_its_values_identical) {
    const std::vector<std::string> nothing_to_divide_by{"wdq", "--treated", "20,20", "--control",
                                                        "9,9", "--ring",    "30,20"};
    EXPECT_THAT(said(nothing_to_divide_by),
                AllOf(HasSubstr("zero_cell"), HasSubstr("diviseur est nul"), Not(HasSubstr("identiques"))));
}

TEST(A_sentence, counts_the_towns_simulated_without_a_cluster) {
    const SmallFile file("x,y,n,people\n0,0,40,100\n9,0,3,100\n0,9,2,100\n5,5,1,100\n6,9,3,100\n5,6,2,100\n");
    EXPECT_THAT(said({"scan", file.name(), "--cases", "n", "--population", "people", "--x", "x", "--y", "y"}),
                AllOf(HasSubstr("40 faits là où 8,50 sont attendus."),
                      HasSubstr("Sur 999 villes simulées sans foyer, aucune n'a montré aussi fort."),
                      HasSubstr("Fiabilité élevée : au plus 5 %")));
}

TEST(A_sentence, says_the_proven_maximum_and_that_near_is_not_prevented) {
    const SmallFile sites("x,y\n0,0\n1000,0\n"), facts("x,y\n10,0\n20,0\n990,0\n5000,0\n", "facts");
    EXPECT_THAT(
        said({"mclp", sites.name(), facts.name(), "--radius-m", "100", "--add", "1"}),
        AllOf(HasSubstr("1 point de plus ferait passer de 0 % à 50 % la part des faits à moins de 100 m."),
              HasSubstr("C'est le maximum possible (prouvé)."),
              HasSubstr("Être proche ne veut pas dire empêcher.")));
}

TEST(A_sentence, refuses_with_its_figures) {
    const SmallFile file("x,y\n1,1\n2,2\n1,1\n");
    EXPECT_THAT(said({"kde", file.name(), "--x", "x", "--y", "y", "--sigma", "1", "--window", "0,0,9,9"}),
                HasSubstr("Trop peu de lieux distincts : 2. Il en faut au moins trois."));
}

TEST(A_sentence, says_no_p) {
    EXPECT_THAT(said({"e-test", "--a", "12", "--b", "4"}), HasSubstr("Fiabilité"));
    EXPECT_THAT(said({"e-test", "--a", "12", "--b", "11"}), HasSubstr("Pas de conclusion."));
}

TEST(Sentences_of_every_method, exist_in_both_languages) {
    std::istringstream list(list_of_analyses());
    for (std::string line; std::getline(list, line);) {
        const std::string method = line.substr(0, line.find(' '));
        bool known = false;
        for (const auto group : {count_sentences(), zone_sentences(), time_sentences(),
                                 evaluation_sentences(), place_sentences(), other_sentences()})
            for (const MethodSentences& one : group) known = known || one.method == method;
        EXPECT_TRUE(known) << method;
    }
}

TEST(Certainty_in_words, has_three_words_and_one_silence) {
    EXPECT_EQ(sure(engine::Certainty::high).key.text, "said.sure.high");
    EXPECT_EQ(sure(engine::Certainty::medium).key.text, "said.sure.medium");
    EXPECT_EQ(sure(engine::Certainty::low).key.text, "said.sure.low");
    EXPECT_EQ(sure(engine::Certainty::none).key.text, "said.sure.none");
}

}  // namespace
}  // namespace maillage::app
