#include "app/analyse_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/analyse_test_file.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::app {
namespace {

using testing::HasSubstr;

// The strategy's own figure: R 4.2.2 poisson.test(c(775, 759)).
TEST(An_analysis, prints_a_ratio_with_twelve_digits) {
    const Printed printed = analyse({"rate-ratio", "--a", "775", "--b", "759", "--format", "json"});
    EXPECT_EQ(printed.status, 0);
    EXPECT_THAT(printed.text, HasSubstr("\"ratio\":1.02108036891"));
    EXPECT_THAT(printed.text, HasSubstr("\"low\":0.92263265"));
    EXPECT_THAT(printed.text, HasSubstr("\"high\":1.1300634"));
    EXPECT_THAT(printed.text, HasSubstr("\"p\":0.70174614"));
    EXPECT_THAT(printed.text, HasSubstr("\"direction\":\"none\""));
}

TEST(An_analysis, says_an_infinite_bound_in_a_word) {
    EXPECT_THAT(analyse({"rate-ratio", "--a", "3", "--b", "0", "--format", "json"}).text,
                HasSubstr("\"high\":\"Infinity\""));
}

// The smallest of numbers are figures like others: p of 1 050 against 0 is below 10⁻³⁰⁸.
TEST(An_analysis, writes_numbers_of_any_size_in_json) {
    for (const char* more : {"1000", "1050", "1060", "5000"}) {
        const Printed printed = analyse({"rate-ratio", "--a", more, "--b", "0", "--format", "json"});
        EXPECT_EQ(printed.status, 0) << more << printed.text;
        EXPECT_THAT(printed.text, HasSubstr("\"p\":")) << more;
    }
    EXPECT_THAT(analyse({"rate-ratio", "--a", "1050", "--b", "0", "--format", "json"}).text,
                HasSubstr("e-316,"));
}

// Given or not: what it takes to make the result again.
TEST(An_analysis, tells_its_parameters_and_its_family_of_tests) {
    const SmallFile file("x,y,n\n0,0,9\n1,0,8\n0,1,7\n1,1,9\n2,1,1\n90,90,5\n");
    const std::string text =
        analyse({"local-moran", file.name(), "--value", "n", "--x", "x", "--y", "y", "--distance", "1.5",
                 "--permutations", "99", "--format", "json", "--threads", "2"})
            .text;
    EXPECT_THAT(text, HasSubstr("\"parameters\":{\"distance\":1.5,\"permutations\":99,\"seed\":1,"
                                "\"value\":\"n\",\"weights\":\"row\",\"x\":\"x\",\"y\":\"y\"}"));
    EXPECT_THAT(text, HasSubstr("\"units\":6,\"tests\":5"));
    EXPECT_THAT(analyse({"rate-ratio", "--a", "5", "--b", "4", "--format", "json"}).text,
                HasSubstr("\"level\":0.95"));
}

TEST(An_analysis, gives_the_published_displacement) {
    const Printed printed = analyse({"wdd", "--treated", "207,110", "--control", "308,318", "--ring",
                                     "178,157", "--ring-control", "150,140", "--format", "csv"});
    EXPECT_THAT(printed.text, HasSubstr("difference,variance,z,low,high,p\n-118,1568,"));
}

TEST(An_analysis, reads_the_columns_that_the_options_name) {
    const SmallFile file("zone;facts;people\nA;3;100\nB;0;80\nC;12;300\nD;5;900\n");
    const Printed printed = analyse(
        {"empirical-bayes", file.name(), "--cases", "facts", "--population", "people", "--format", "csv"});
    EXPECT_EQ(printed.status, 0);
    EXPECT_THAT(printed.text, HasSubstr("row,rate,smoothed\n1,0.03,"));
}

TEST(An_analysis, understands_the_published_names_of_options) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    const Printed printed =
        analyse({"farrington-flexible", series_file->string(), "--counts", "observed", "--range", "261,312",
                 "--noPeriods", "10", "--pastWeeksNotIncluded", "26", "--alpha", "0.025", "--format", "csv"});
    EXPECT_EQ(printed.status, 0);
    EXPECT_THAT(printed.text, HasSubstr("\n261,4,0.627587"));
}

TEST(An_analysis, hides_what_could_be_found_by_subtraction) {
    const SmallFile file("zone,kind,n\nA,x,2\nA,y,30\nB,x,40\nB,y,50\n");
    const Printed printed = analyse({"suppress", file.name(), "--row", "zone", "--column", "kind", "--count",
                                     "n", "--k", "5", "--format", "csv"});
    EXPECT_THAT(printed.text, HasSubstr("A,x,primary,,"));
    EXPECT_THAT(printed.text, HasSubstr("A,y,complementary,,"));
    EXPECT_THAT(printed.text, HasSubstr("total,total,shown,122,122,122"));
}

TEST(An_analysis, hides_in_three_entries_and_against_an_earlier_release) {
    const SmallFile file(
        "zone,town,kind,month,n\nA,T,x,1,2\nA,T,y,1,30\nB,T,x,1,40\nB,T,y,1,50\nC,U,x,1,20\n"
        "C,U,y,1,25\nA,T,x,2,12\nA,T,y,2,30\nB,T,x,2,40\nB,T,y,2,50\nC,U,x,2,20\nC,U,y,2,25\n");
    const std::vector<std::string> asked{"suppress", file.name(), "--row",    "zone",  "--row-group", "town",
                                         "--column", "kind",      "--layer",  "month", "--count",     "n",
                                         "--k",      "5",         "--format", "csv"};
    const std::string text = analyse(asked).text;
    EXPECT_THAT(text, HasSubstr("A,x,1,primary,,"));
    EXPECT_THAT(text, HasSubstr("T,total,total,shown,254,254,254"));
    EXPECT_THAT(text, HasSubstr("total,total,total,shown,344,344,344"));

    const SmallFile january("row,column,count\nA,x,\nA,total,32\ntotal,total,167\n", "january");
    EXPECT_THAT(analyse({"suppress", file.name(), "--row", "zone", "--column", "kind", "--count", "n",
                         "--earlier", january.name()})
                    .text,
                HasSubstr("earlier_differs"));
}

TEST(An_analysis, refuses_a_zone_in_two_towns) {
    const SmallFile file("zone,town,kind,n\nA,T,x,2\nA,U,y,30\n");
    EXPECT_THAT(analyse({"suppress", file.name(), "--row", "zone", "--row-group", "town", "--column", "kind",
                         "--count", "n"})
                    .text,
                HasSubstr("overlapping_groups"));
}

TEST(An_analysis, gives_points_a_geojson_reader_can_draw) {
    const SmallFile file("x,y\n0,0\n1,0\n0,1\n1,1\n9,9\n");
    const Printed printed = analyse({"dbscan", file.name(), "--x", "x", "--y", "y", "--eps", "1.5",
                                     "--min-pts", "3", "--format", "geojson"});
    EXPECT_THAT(printed.text, HasSubstr("\"type\":\"FeatureCollection\""));
    EXPECT_THAT(printed.text, HasSubstr("\"coordinates\":[9,9]"));
    EXPECT_THAT(printed.text, HasSubstr("\"cluster\":1"));
}

TEST(A_refused_analysis, says_why_with_the_figures) {
    const SmallFile file("n\n1\n2\n");
    const Printed printed = analyse({"stl", file.name(), "--counts", "n", "--format", "json"});
    EXPECT_EQ(printed.status, 3);
    EXPECT_THAT(printed.text, HasSubstr("\"refusal\":\"too_few_events\",\"found\":2,\"needed\":36"));
}

TEST(A_refused_analysis, names_the_line_of_a_cell_that_is_no_number) {
    const SmallFile file("n\n1\nmany\n");
    const Printed printed = analyse({"stl", file.name(), "--counts", "n", "--format", "csv"});
    EXPECT_EQ(printed.status, 3);
    EXPECT_EQ(printed.text, "refusal,about,found\nunreadable_cell,n,3\n");
    EXPECT_THAT(analyse({"stl", file.name(), "--counts", "other"}).text, HasSubstr("missing_column"));
}

TEST(A_wrong_command, has_status_2_and_names_what_is_wrong) {
    EXPECT_EQ(analyse({"no-such-method"}).status, 2);
    const Printed unknown = analyse({"rate-ratio", "--a", "1", "--b", "2", "--sed", "3"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.text, HasSubstr("unknown_option"));
    EXPECT_THAT(unknown.text, HasSubstr("sed"));
    EXPECT_THAT(analyse({"rate-ratio", "--a", "1"}).text, HasSubstr("missing_option"));
    EXPECT_THAT(analyse({"rate-ratio", "--a", "1", "--b", "x"}).text, HasSubstr("unreadable_option"));
    EXPECT_EQ(analyse({"stl"}).status, 2);
}

TEST(A_wrong_command, is_one_with_a_file_that_nobody_reads) {
    const SmallFile file("n\n1\n2\n"), other("n\n3\n", "other");
    const Printed printed = analyse({"stl", file.name(), other.name(), "--counts", "n", "--format", "csv"});
    EXPECT_EQ(printed.status, 2);
    EXPECT_EQ(printed.text, "refusal,about,found,needed\nunexpected_file," + other.name() + ",2,1\n");
    EXPECT_EQ(analyse({"rate-ratio", file.name(), "--a", "1", "--b", "2"}).status, 2);
}

TEST(An_analysis, of_figures_alone_has_no_place_on_a_map) {
    const Printed printed = analyse({"rate-ratio", "--a", "5", "--b", "2", "--format", "geojson"});
    EXPECT_EQ(printed.status, 3);
    EXPECT_THAT(printed.text, HasSubstr("no_drawing"));
}

TEST(The_help_of_a_method, is_its_line_of_the_list) {
    const Printed printed = analyse({"moran", "--help"});
    EXPECT_EQ(printed.status, 0);
    EXPECT_TRUE(printed.text.starts_with("moran FILE --value")) << printed.text;
    EXPECT_THAT(printed.text, HasSubstr(" --format --threads --words : "));
    EXPECT_THAT(list_of_analyses(), HasSubstr(printed.text));
    EXPECT_EQ(analyse({"no-such-method", "--help"}).status, 2);
}

TEST(The_list_of_analyses, names_each_method_once_with_its_options) {
    const std::string list = analyse({"--list"}).text;
    for (const char* method : {"rate-ratio --a --b", "moran FILE --value", "scan-stp FILE",
                               "mclp FACILITIES DEMAND", "suppress FILE", "its FILE", "knox FILE"})
        EXPECT_THAT(list, HasSubstr(method));
}

}  // namespace
}  // namespace maillage::app
