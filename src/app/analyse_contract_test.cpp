#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/analyse_command.hpp"
#include "app/analyse_test_file.hpp"
#include "tests/support/reference_data.hpp"

// The command line on the published files: what anyone may type to check a figure.
namespace maillage::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string printed(const std::vector<std::string>& arguments) {
    const Printed answer = analyse(arguments);
    EXPECT_EQ(answer.status, 0) << answer.text;
    return answer.text;
}

// R 4.2.2, spdep 1.2-7, moran.test and moran.mc of columbus$CRIME.
TEST(The_command, prints_both_nulls_and_the_permutation_test_of_a_global_statistic) {
    REFERENCE_TABLE(columbus, "reference/columbus.csv");
    const auto pairs = test::reference_file("reference/columbus_gal_pairs.csv");
    const std::vector<std::string> row{"moran",          columbus_file->string(),
                                       "--value",        "CRIME",
                                       "--neighbours",   pairs->string(),
                                       "--weights",      "row",
                                       "--permutations", "999",
                                       "--seed",         "7",
                                       "--format",       "json"};
    EXPECT_THAT(printed(row),
                AllOf(HasSubstr("\"statistic\":0.48577091366"), HasSubstr("\"z\":5.3427136"),
                      HasSubstr("\"z_normality\":5.3818102"), HasSubstr("\"p_permutation\":0.001,")));
    auto binary = row;
    binary[0] = "getis-g";
    binary[7] = "binary";
    EXPECT_THAT(printed(binary), AllOf(HasSubstr("\"statistic\":0.12272424"), HasSubstr("\"z\":4.2864551")));
}

// SaTScan's New York data, SpatialEpi's zones, statistics with the whole total.
TEST(The_command, scans_for_clusters_with_their_ties) {
    REFERENCE_TABLE(york, "reference/NYleukemia_tracts.csv");
    EXPECT_THAT(printed({"scan", york_file->string(), "--cases", "cases", "--population", "population", "--x",
                         "x_km", "--y", "y_km", "--model", "bernoulli", "--max-share", "0.15", "--replicates",
                         "0", "--format", "json"}),
                AllOf(HasSubstr("\"llr\":13.28683678"), HasSubstr("\"number_of_units\":30"),
                      HasSubstr("\"ties\":0")));
}

TEST(The_command, scans_space_and_time_and_names_the_period) {
    std::string rows = "x,y,year,n,people,town\n";
    for (int place = 0; place < 6; ++place)
        for (int year = 2001; year <= 2006; ++year)
            rows += std::to_string(place) + ",0," + std::to_string(year) + "," +
                    (place == 2 && year >= 2003 && year <= 2004 ? "30" : "3") + ",1000,T" +
                    std::to_string(place) + "\n";
    const SmallFile file(rows);
    EXPECT_THAT(
        printed(
            {"scan",         file.name(), "--cases",  "n",    "--population",     "people", "--x",  "x",
             "--y",          "y",         "--time",   "year", "--max-time-share", "0.5",    "--id", "town",
             "--replicates", "99",        "--format", "json"}),
        AllOf(HasSubstr("\"cases\":60,"), HasSubstr("\"units\":[\"T2\"]"),
              HasSubstr("\"period\":\"2003/2004\""), HasSubstr("\"p\":0.01,")));
}

TEST(The_command, takes_coordinates_within_180_and_90_for_degrees_where_the_radius_is_in_kilometres) {
    const SmallFile file(
        "lon,lat,date\n-73.9,40.7,2017-03-09\n-73.9,40.7,2017-03-09\n-73.9,40.7,2017-03-10\n"
        "-73.5,40.9,2017-03-20\n-73.5,40.9,2017-04-02\n-73.2,40.1,2017-04-01\n");
    EXPECT_THAT(
        printed({"scan-stp", file.name(), "--x", "lon", "--y", "lat", "--date", "date", "--max-radius-km",
                 "2", "--max-days", "7", "--replicates", "99", "--format", "json"}),
        AllOf(HasSubstr("\"coordinates\":\"degrees\""), HasSubstr("\"period\":\"2017-03-09/2017-03-10\"")));
}

// maxcovr: 71 grade I buildings cover 339 of 1814; with 20 more, 540.
TEST(The_command, places_sites_among_the_usual_titles_of_columns) {
    REFERENCE_TABLE(buildings, "crime/york_listed_buildings.csv");
    const auto facts = test::reference_file("crime/york_crime_sept2016.csv");
    EXPECT_THAT(printed({"mclp", buildings_file->string(), facts->string(), "--radius-m", "100", "--existing",
                         "grade=I", "--add", "20", "--format", "json"}),
                AllOf(HasSubstr("\"covered\":540"), HasSubstr("\"bound\":540"),
                      HasSubstr("\"already_covered\":339")));
}

// R 4.2.2, spatstat 3.0-3, density.ppp(redwood, 0.1, at = "points").
TEST(The_command, prints_a_density_at_the_points_and_on_a_grid) {
    REFERENCE_TABLE(redwood, "reference/pp_redwood.csv");
    const std::vector<std::string> at_points{"kde",      redwood_file->string(),
                                             "--x",      "x",
                                             "--y",      "y",
                                             "--sigma",  "0.1",
                                             "--window", "0,-1,1,0",
                                             "--at",     "points",
                                             "--edge",   "diggle",
                                             "--format", "csv"};
    EXPECT_THAT(printed(at_points), HasSubstr("\n1,0.36,-0.08,57.717933"));
    auto none = at_points;
    none[13] = "none";
    none.emplace_back("--leave-one-out");
    EXPECT_THAT(printed(none), HasSubstr("\n1,0.36,-0.08,31.626045"));
    EXPECT_THAT(printed({"kde", redwood_file->string(), "--x", "x", "--y", "y", "--sigma", "0.1", "--window",
                         "0,-1,1,0", "--columns", "8", "--rows", "8", "--format", "svg"}),
                AllOf(HasSubstr("<svg"), HasSubstr("<rect x=")));
    EXPECT_THAT(printed({"kde", redwood_file->string(), "--x", "x", "--y", "y", "--sigma", "0.1", "--window",
                         "0,-1,1,0", "--columns", "8", "--rows", "8", "--adaptive", "--format", "geojson"}),
                HasSubstr("\"coordinates\":[0.0625,-0.9375]"));
}

// spatstat 3.0-3, bw.diggle(redwood, correction = "isotropic"); of 62 twins the narrowest foretells best.
TEST(The_command, takes_the_width_of_a_density_from_the_points) {
    REFERENCE_TABLE(redwood, "reference/pp_redwood.csv");
    std::vector<std::string> rule{"kde",      redwood_file->string(),
                                  "--x",      "x",
                                  "--y",      "y",
                                  "--window", "0,-1,1,0",
                                  "--at",     "points",
                                  "--sigma",  "diggle"};
    EXPECT_THAT(printed(rule), HasSubstr("sigma  0.0225048923"));
    rule.back() = "likelihood";
    EXPECT_THAT(printed(rule), HasSubstr("sigma  0.04586"));
    rule.back() = "widest";
    EXPECT_EQ(analyse(rule).status, 2);
    std::string twins = "x,y\n";
    for (std::size_t i = 0; i < redwood.rows(); ++i) {
        const std::string row =
            std::to_string(redwood.numbers("x")[i]) + "," + std::to_string(redwood.numbers("y")[i]) + "\n";
        twins += row + row;
    }
    const SmallFile file(twins);
    rule[1] = file.name();
    rule.back() = "likelihood";
    EXPECT_THAT(analyse(rule).text, HasSubstr("bandwidth_not_settled"));
}

// spatstat 3.0-3, Kcross of chicago, damage to theft.
TEST(The_command, crosses_every_pair_of_marks_unless_two_are_named) {
    REFERENCE_TABLE(chicago, "reference/pp_chicago_network_crimes.csv");
    std::vector<std::string> all{
        "cross-k",      chicago_file->string(),
        "--x",          "x",
        "--y",          "y",
        "--mark",       "mark",
        "--window",     "0.389352289884248,153.103496225466,1281.98625717162,1276.56022345244",
        "--r",          "100.5",
        "--correction", "isotropic",
        "--format",     "csv"};
    const std::string every = printed(all);
    EXPECT_THAT(every, HasSubstr("\ndamage,theft,100.5,67286.678"));
    EXPECT_THAT(every, HasSubstr("\ntheft,damage,100.5,"));
    all.insert(all.end(), {"--from", "damage", "--to", "theft"});
    EXPECT_EQ(printed(all).substr(0, 12), "from,to,r,k\n");
}

TEST(The_command, draws_places_and_series) {
    const SmallFile points("x,y,n\n0,0,9\n1,0,8\n0,1,9\n5,5,1\n6,5,1\n5,6,0\n");
    EXPECT_THAT(printed({"local-g-star", points.name(), "--value", "n", "--x", "x", "--y", "y", "--distance",
                         "1.5", "--format", "svg"}),
                HasSubstr("<circle cx="));
    const SmallFile weeks("n\n1\n2\n1\n3\n2\n1\n2\n9\n2\n1\n2\n", "weeks");
    EXPECT_THAT(printed({"ears", weeks.name(), "--counts", "n", "--method", "C1", "--format", "svg"}),
                HasSubstr("<polyline points="));
    const Printed none = analyse({"rate-ratio", "--a", "4", "--b", "9", "--format", "svg"});
    EXPECT_EQ(none.status, 3);
    EXPECT_THAT(none.text, HasSubstr("no_drawing"));
}

TEST(The_command, accepts_the_published_parameters_and_refuses_values_it_does_not_have) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    std::vector<std::string> asked{"farrington",   series_file->string(),
                                   "--counts",     "observed",
                                   "--range",      "261,312",
                                   "--b",          "4",
                                   "--w",          "3",
                                   "--alpha",      "0.01",
                                   "--powertrans", "2/3",
                                   "--reweight",   "TRUE",
                                   "--limit54",    "5,4",
                                   "--format",     "csv"};
    EXPECT_THAT(printed(asked), HasSubstr("\n261,"));
    asked[13] = "1/3";
    EXPECT_EQ(analyse(asked).status, 2);
}

TEST(The_command, gives_the_same_answer_with_any_number_of_threads) {
    const SmallFile file("x,y,n,people\n0,0,9,100\n1,0,8,100\n0,1,9,100\n5,5,1,100\n6,5,1,100\n5,6,2,100\n");
    std::vector<std::string> asked{"scan",   file.name(), "--cases",   "n", "--population", "people",
                                   "--x",    "x",         "--y",       "y", "--replicates", "999",
                                   "--seed", "3",         "--threads", "1"};
    const std::string one = printed(asked);
    for (const char* threads : {"2", "7"}) {
        asked.back() = threads;
        EXPECT_EQ(printed(asked), one);
    }
}

TEST(The_command, does_not_take_a_file_for_the_value_of_a_flag) {
    const SmallFile file("x,y,n,people\n0.1,0,9,100\n1,0,8,100\n0,1,9,100\n5,5,1,100\n");
    printed({"scan", "--latlon", file.name(), "--cases", "n", "--population", "people", "--x", "x", "--y",
             "y", "--replicates", "0"});
}

TEST(The_list_of_analyses, says_what_each_method_gives) {
    const std::string list = list_of_analyses();
    EXPECT_THAT(
        list,
        HasSubstr(
            "rate-ratio --a --b --exposure-a --exposure-b --level --format --threads --words : later earlier "
            "same_exposure ratio low high p "));
    EXPECT_THAT(list, HasSubstr("kde FILE --x --y --sigma"));
}

// What --list says of a method is what its CSV holds.
TEST(The_list_of_analyses, tells_the_names_that_are_printed) {
    const std::string list = list_of_analyses();
    for (const std::vector<std::string>& asked : std::vector<std::vector<std::string>>{
             {"rate-ratio", "--a", "5", "--b", "4"},
             {"e-test", "--a", "5", "--b", "4"},
             {"poisson-interval", "--count", "5"},
             {"proportion", "--successes", "3", "--trials", "9"},
             {"did", "--treated", "120,80", "--control", "200,190"},
             {"wdd", "--treated", "120,80", "--control", "200,190"},
             {"wdq", "--treated", "120,80", "--control", "200,190", "--ring", "50,40"}}) {
        auto arguments = asked;
        arguments.insert(arguments.end(), {"--format", "csv"});
        const std::string text = printed(arguments);
        std::string names = text.substr(0, text.find('\n'));
        std::ranges::replace(names, ',', ' ');
        EXPECT_THAT(list, HasSubstr(" --format --threads --words : " + names + "\n")) << asked[0];
    }
}

}  // namespace
}  // namespace maillage::app
