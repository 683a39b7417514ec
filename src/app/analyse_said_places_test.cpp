#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/analyse_test_file.hpp"
#include "app/analyse_test_said.hpp"
#include "tests/support/words.hpp"

// The sentences of the methods of places, areas and tables, in both languages: what, how much, how sure, and
// what they do not say.
namespace maillage::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string said(const std::vector<std::string>& arguments, const char* language = "fr") {
    return words_of(test::catalogues(), arguments, language);
}

const std::string facts =
    "x,y,n,people,t,kind,month\n0,0,9,100,1,a,1\n1,0,8,90,2,b,1\n0,1,7,50,4,a,2\n1,1,1,40,9,b,2\n"
    "2,1,3,70,3,a,3\n5,6,2,60,8,b,3\n";

TEST(A_sentence, of_later_facts_measures_a_map_afterwards) {
    const SmallFile file(facts);
    const std::vector<std::string> asked{"pai",      file.name(),    "--later",   file.name(), "--x",
                                         "x",        "--y",          "y",         "--sigma",   "1",
                                         "--window", "-1,-1,9,9",    "--columns", "10",        "--rows",
                                         "10",       "--area-share", "0.1"};
    EXPECT_THAT(said(asked), AllOf(HasSubstr("Les 10 % de la surface les plus denses"),
                                   HasSubstr("cela n'annonce aucun fait")));
    EXPECT_THAT(said(asked, "en"),
                AllOf(HasSubstr("The densest 10% of the area"), HasSubstr("it announces no fact")));
}

TEST(A_sentence, of_what_is_seen_reminds_of_the_right_to_film) {
    const SmallFile mast("x,y\n0,0\n"), wall("ax,ay,bx,by\n-1,1,1,1\n", "wall");
    const SmallFile doors("x,y\n0,2\n0,-2\n", "doors");
    const std::vector<std::string> asked{"view-shed", mast.name(), "--x",       "x",
                                         "--y",       "y",         "--range",   "4",
                                         "--walls",   wall.name(), "--targets", doors.name()};
    EXPECT_THAT(said(asked), AllOf(HasSubstr("50 % de ce qu'il y a à voir est vu au moins une fois"),
                                   HasSubstr("voir n'est pas avoir le droit de filmer")));
    EXPECT_THAT(said(asked, "en"), AllOf(HasSubstr("50% of what there is to see is seen at least once"),
                                         HasSubstr("not to have the right to film")));
}

TEST(A_sentence, of_a_living_cluster_says_what_the_threshold_is) {
    const SmallFile file(facts);
    const std::vector<std::string> quiet{"cluster-watch", file.name(), "--x",         "x",
                                         "--y",           "y",         "--date",      "t",
                                         "--radius",      "2",         "--threshold", "1000"};
    EXPECT_THAT(said(quiet), AllOf(HasSubstr("Après 6 faits, aucune accumulation"),
                                   HasSubstr("entre deux fausses alertes")));
    auto alarm = quiet;
    alarm.back() = "1";
    EXPECT_THAT(said(alarm, "en"), AllOf(HasSubstr("passes the threshold of 1: a cluster may be beginning"),
                                         HasSubstr("names no address")));
}

TEST(A_sentence, of_emerging_hot_spots_counts_them_and_names_none) {
    std::string rows = "x,y,month,n\n";
    for (int month = 1; month <= 8; ++month)
        for (int place = 0; place < 25; ++place)
            rows += std::to_string(place % 5) + "," + std::to_string(place / 5) + "," +
                    std::to_string(month) + "," + std::to_string((place * 7 + month) % 3) + "\n";
    const SmallFile file(rows);
    const std::vector<std::string> asked{"emerging", file.name(), "--value", "n", "--period",   "month",
                                         "--x",      "x",         "--y",     "y", "--distance", "1.5"};
    EXPECT_THAT(said(asked), AllOf(HasSubstr("Sur 25 secteurs et 8 périodes"), HasSubstr("pas pourquoi")));
    EXPECT_THAT(said(asked, "en"), AllOf(HasSubstr("Of 25 areas over 8 periods"), HasSubstr("not why")));
}

TEST(A_sentence, of_the_envelope_of_k_says_that_distances_are_judged_one_by_one) {
    const SmallFile file(facts);
    const std::vector<std::string> asked{"k-function", file.name(), "--x", "x",   "--y",           "y",
                                         "--window",   "-1,-1,9,9", "--r", "1,2", "--simulations", "19"};
    EXPECT_THAT(said(asked), AllOf(HasSubstr("Sur 2 distances"), HasSubstr("19 semis au hasard")));
    EXPECT_THAT(said(asked, "en"), AllOf(HasSubstr("Of 2 distances"), HasSubstr("judged by itself")));
}

TEST(A_sentence, of_knoxs_table_has_no_p_and_no_address) {
    const SmallFile file(facts);
    const std::vector<std::string> asked{"knox-classical", file.name(), "--x",        "x", "--y",    "y",
                                         "--date",         "t",         "--distance", "1", "--days", "3"};
    EXPECT_THAT(said(asked),
                AllOf(HasSubstr("paires de faits à moins de 1 (unité"), HasSubstr("jamais d'une adresse")));
    EXPECT_THAT(said(asked, "en"), HasSubstr("pairs of facts within 1 (unit"));
}

TEST(A_sentence, of_counts_rates_and_roundings_says_what_they_are_not) {
    const SmallFile file(facts);
    EXPECT_THAT(said({"counts", file.name(), "--date", "t"}), HasSubstr("Des nombres, pas des risques"));
    EXPECT_THAT(said({"counts", file.name(), "--date", "t"}, "en"), HasSubstr("Counts, not risks"));
    const std::vector<std::string> round{"round", file.name(), "--row", "kind",   "--column",
                                         "month", "--count",   "n",     "--seed", "3"};
    EXPECT_THAT(said(round), HasSubstr("arrondis à un multiple de 5"));
    EXPECT_THAT(said(round, "en"), HasSubstr("rounded to a multiple of 5"));
    const std::vector<std::string> direct{"standardise-direct", file.name(), "--cases",    "n",
                                          "--population",       "people",    "--standard", "people",
                                          "--strata",           "2"};
    EXPECT_THAT(said(direct), HasSubstr("Les taux de 3 zones ramenés à une même population type"));
    EXPECT_THAT(said(direct, "en"), HasSubstr("The rates of 3 zones brought to one standard population"));
}

TEST(A_sentence, of_a_form_that_fills_in_midnight_tells_it) {
    std::string rows = "start,end\n";
    for (int day = 1; day <= 28; ++day)
        for (const char* hour : {" 00:00", " 00:00", " 08:00"})
            rows += "2024-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + hour + ",\n";
    const SmallFile file(rows);
    EXPECT_THAT(said({"aoristic", file.name(), "--start", "start", "--end", "end"}),
                HasSubstr("56 faits sont notés à minuit pile"));
    EXPECT_THAT(said({"aoristic", file.name(), "--start", "start", "--end", "end"}, "en"),
                HasSubstr("probably what the form fills in"));
}

}  // namespace
}  // namespace maillage::app
