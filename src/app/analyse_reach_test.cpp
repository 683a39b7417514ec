#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/analyse_command.hpp"
#include "app/analyse_test_file.hpp"
#include "tests/support/reference_data.hpp"

// Every method of the engine can be asked for: published figures where there are some, small cases that can
// be counted by hand where not.
namespace maillage::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string printed(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    const Printed answer = analyse(arguments);
    EXPECT_EQ(answer.status, 0) << answer.text;
    return answer.text;
}

// Getis and Ord's lattice, unit 120, distance 30.
TEST(The_command, prints_gi_star_with_both_divisors) {
    REFERENCE_TABLE(lattice, "reference/getisord_localG.csv");
    std::vector<std::string> asked{
        "local-g-star", lattice_file->string(), "--value", "val", "--x", "x", "--y", "y", "--distance", "30"};
    EXPECT_THAT(printed(asked), HasSubstr("\"z\":1.4507798"));
    asked.insert(asked.end(), {"--divisor", "n-1"});
    EXPECT_THAT(printed(asked), HasSubstr("\"z\":1.4479434"));
}

// surveillance 1.20.3: knox() and stcd() of the meningococcal cases of type B.
TEST(The_command, prints_the_classical_knox_table_and_the_watch_for_a_living_cluster) {
    REFERENCE_TABLE(cases, "reference/imdepi_B_xyt.csv");
    EXPECT_THAT(printed({"knox-classical", cases_file->string(), "--x", "x", "--y", "y", "--date", "t",
                         "--distance", "50", "--days", "30"}),
                AllOf(HasSubstr("\"observed\":204,"), HasSubstr("\"expected\":181.568638"),
                      HasSubstr("\"p_poisson\":0.0464909")));
    EXPECT_THAT(printed({"cluster-watch", cases_file->string(), "--x", "x", "--y", "y", "--date", "t",
                         "--radius", "50", "--epsilon", "0.5", "--threshold", "30"}),
                AllOf(HasSubstr("\"first_alarm\":31,"), HasSubstr("\"centre\":26,")));
}

TEST(The_command, scans_people_in_space_and_time) {
    std::string rows = "x,y,year,burgled,homes\n";
    for (int place = 0; place < 6; ++place)
        for (int year = 2001; year <= 2006; ++year)
            rows += std::to_string(place) + ",0," + std::to_string(year) + "," +
                    (place == 2 && year >= 2003 && year <= 2004 ? "30" : "3") + ",100\n";
    const SmallFile file(rows);
    const std::vector<std::string> asked{
        "scan", file.name(), "--cases", "burgled", "--population", "homes",     "--x",          "x",
        "--y",  "y",         "--time",  "year",    "--model",      "bernoulli", "--replicates", "99"};
    EXPECT_THAT(printed(asked), AllOf(HasSubstr("\"cases\":60,"), HasSubstr("\"period\":\"2003/2004\""),
                                      HasSubstr("\"p\":0.01,")));
    auto prospective = asked;
    prospective.emplace_back("--prospective");
    EXPECT_THAT(printed(prospective), HasSubstr("\"recurrence_steps\":"));
}

TEST(The_command, finds_a_group_of_any_shape) {
    const SmallFile file("x,y,n,people\n0,0,9,50\n1,0,0,50\n2,0,9,50\n3,0,1,50\n40,0,1,300\n41,0,2,300\n");
    EXPECT_THAT(printed({"subset-scan", file.name(), "--cases", "n", "--population", "people", "--x", "x",
                         "--y", "y", "--max-radius", "3", "--replicates", "99"}),
                AllOf(HasSubstr("\"units\":[1,3]"), HasSubstr("\"cases\":18,")));
}

// Ten quiet months and one corner that has been hot throughout, one that begins in the last month.
TEST(The_command, classes_hot_spots_over_periods) {
    std::string rows = "x,y,month,n\n";
    for (int month = 1; month <= 10; ++month)
        for (int x = 0; x < 10; ++x)
            for (int y = 0; y < 10; ++y) {
                const bool always = x < 2 && y < 2, late = x > 7 && y > 7 && month == 10;
                rows += std::to_string(x) + "," + std::to_string(y) + "," + std::to_string(month) + "," +
                        std::to_string(always || late ? 40 : (x * 7 + y * 3 + month) % 3) + "\n";
            }
    const SmallFile file(rows);
    const std::string text = printed({"emerging", file.name(), "--value", "n", "--period", "month", "--x",
                                      "x", "--y", "y", "--distance", "1.5"});
    EXPECT_THAT(text, AllOf(HasSubstr("\"periods\":10,\"last_period\":\"10\""),
                            HasSubstr("\"x\":0,\"y\":0,\"class\":\"persistent\""),
                            HasSubstr("\"x\":9,\"y\":9,\"class\":\"emerging\""),
                            HasSubstr("\"x\":5,\"y\":2,\"class\":\"none\"")));
}

TEST(The_command, standardises_directly) {
    // Rates 10 and 20 per thousand, weights a quarter and three quarters: 17.5 per thousand.
    const SmallFile file("n,people,standard\n10,1000,1\n20,1000,3\n");
    EXPECT_THAT(printed({"standardise-direct", file.name(), "--cases", "n", "--population", "people",
                         "--standard", "standard", "--strata", "2"}),
                AllOf(HasSubstr("\"rate\":0.0175,"), HasSubstr("\"variance\":1.1875e-05,")));
}

TEST(The_command, measures_a_map_by_the_facts_that_came_later) {
    const SmallFile before("x,y\n1,1\n1.2,1.1\n0.9,1.3\n5,5\n"), after("x,y\n1.1,1.1\n1,1.2\n8,8\n", "after");
    EXPECT_THAT(
        printed({"pai", before.name(), "--later", after.name(), "--x", "x", "--y", "y", "--sigma", "1",
                 "--window", "0,0,10,10", "--columns", "10", "--rows", "10", "--area-share", "0.1"}),
        AllOf(HasSubstr("\"area_share\":0.1,"), HasSubstr("\"captured\":2,"),
              HasSubstr("\"pai\":6.66666666667")));
}

TEST(The_command, sees_between_walls) {
    const SmallFile mast("x,y\n0,0\n"), wall("ax,ay,bx,by\n-1,1,1,1\n", "wall");
    const SmallFile doors("x,y\n0,2\n0,-2\n3,0\n", "doors");
    EXPECT_THAT(printed({"view-shed", mast.name(), "--x", "x", "--y", "y", "--range", "4", "--walls",
                         wall.name(), "--targets", doors.name()}),
                AllOf(HasSubstr("\"targets_seen\":2,"), HasSubstr("\"share_seen_twice\":0,")));
}

TEST(The_command, gives_the_envelope_of_k) {
    REFERENCE_TABLE(redwood, "reference/pp_redwood.csv");
    const std::string text =
        printed({"k-function", redwood_file->string(), "--x", "x", "--y", "y", "--window", "0,-1,1,0", "--r",
                 "0.0505", "--correction", "translate", "--simulations", "19"});
    EXPECT_THAT(text, AllOf(HasSubstr("\"k\":0.0276748964"), HasSubstr("\"lowest\":"),
                            HasSubstr("\"simulations\":19")));
}

TEST(The_command, gives_k_of_each_mark_by_itself) {
    const SmallFile file("x,y,kind\n1,1,a\n1,2,a\n5,5,b\n5,6,b\n9,9,b\n");
    EXPECT_THAT(printed({"k-function", file.name(), "--x", "x", "--y", "y", "--window", "0,0,10,10", "--r",
                         "1", "--correction", "none", "--mark", "kind"}),
                AllOf(HasSubstr("\"mark\":\"a\",\"r\":1,\"k\":100"),
                      HasSubstr("\"mark\":\"b\",\"r\":1,\"k\":33.3333333333")));
}

TEST(The_command, counts_by_category_month_and_square) {
    const SmallFile file(
        "x,y,day,kind\n0,0,2024-01-03,a\n90,20,2024-01-30,a\n150,10,2024-01-30,a\n"
        "20,20,2024-03-01,b\n");
    const std::string text = printed({"counts", file.name(), "--category", "kind", "--date", "day", "--x",
                                      "x", "--y", "y", "--cell", "100"});
    EXPECT_THAT(text,
                AllOf(HasSubstr("\"category\":\"a\",\"month\":\"2024-01\",\"x\":50,\"y\":50,\"count\":2"),
                      HasSubstr("\"month\":\"2024-01\",\"x\":150,\"y\":50,\"count\":1"),
                      HasSubstr("\"category\":\"b\",\"month\":\"2024-03\",\"x\":50,")));
    EXPECT_THAT(printed({"counts", file.name(), "--date", "day"}),
                HasSubstr("\"month\":\"2024-01\",\"count\":3"));
}

TEST(The_command, rounds_a_table_that_still_adds_up) {
    const SmallFile file("zone,kind,n\nA,x,5\nA,y,10\nB,x,20\nB,y,0\n");
    const std::vector<std::string> asked{"round", file.name(), "--row", "zone",   "--column",
                                         "kind",  "--count",   "n",     "--base", "5"};
    auto seeded = asked;
    seeded.insert(seeded.end(), {"--seed", "7"});
    EXPECT_THAT(printed(seeded), HasSubstr("\"row\":\"total\",\"column\":\"total\",\"rounded\":35"));
    // A seed that everybody knows would let the figures be found again.
    EXPECT_THAT(analyse(asked).text, HasSubstr("missing_option"));
}

TEST(The_command, takes_neighbours_from_outlines_and_from_the_nearest) {
    const SmallFile zones("v\n1\n2\n9\n8\n7\n1\n");
    std::string corners = "zone,x,y\n";
    for (int zone = 1; zone <= 6; ++zone)
        for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}})
            corners +=
                std::to_string(zone) + "," + std::to_string(zone + dx) + "," + std::to_string(dy) + "\n";
    const SmallFile outlines(corners, "outlines"),
        pairs("from,to\n1,2\n2,1\n2,3\n3,2\n3,4\n4,3\n4,5\n5,4\n5,6\n6,5\n", "pairs");
    const auto statistic = [](const std::string& text) {
        return text.substr(text.find("\"statistic\""), 30);
    };
    const std::string touching = printed(
        {"moran", zones.name(), "--value", "v", "--outlines", outlines.name(), "--contiguity", "rook"});
    EXPECT_EQ(statistic(touching),
              statistic(printed({"moran", zones.name(), "--value", "v", "--neighbours", pairs.name()})));
    const SmallFile places("x,y,v\n0,0,1\n1,0,2\n3,0,9\n6,0,8\n10,0,7\n", "places");
    EXPECT_THAT(printed({"moran", places.name(), "--value", "v", "--x", "x", "--y", "y", "--nearest", "1"}),
                HasSubstr("\"used\":5"));
}

TEST(The_command, keeps_a_density_inside_the_outline_of_the_town) {
    const SmallFile facts("x,y\n1,1\n2,1\n1,3\n9,9\n"), town("x,y\n0,0\n10,0\n0,10\n", "town");
    const std::string text = printed({"kde", facts.name(), "--x", "x", "--y", "y", "--sigma", "1",
                                      "--outline", town.name(), "--columns", "10", "--rows", "10"});
    EXPECT_THAT(text, AllOf(HasSubstr("\"used\":3,\"outside\":1,"),
                            HasSubstr("\"x\":9.5,\"y\":9.5,\"density\":null")));
}

// surveillance 1.20.3: the names and values of its parameters.
TEST(The_command, understands_the_published_thresholds_and_transformations) {
    REFERENCE_TABLE(weeks, "reference/salmonella_agona.csv");
    const auto judged = [&](const char* method, std::vector<std::string> options) {
        std::vector<std::string> asked{method, weeks_file->string(), "--counts", "observed"};
        asked.insert(asked.end(), options.begin(), options.end());
        return printed(asked);
    };
    EXPECT_THAT(judged("farrington-flexible", {"--range", "261,261", "--thresholdMethod", "muan"}),
                AllOf(HasSubstr("\"upper\":5,"), HasSubstr("\"alarm\":false")));
    EXPECT_THAT(judged("farrington-flexible",
                       {"--range", "261,261", "--thresholdMethod", "delta", "--powertrans", "1/2"}),
                HasSubstr("\"upper\":4.332"));
    EXPECT_THAT(judged("farrington-flexible", {"--range", "288,288", "--noPeriods", "1",
                                               "--pastWeeksNotIncluded", "3", "--pThresholdTrend", "1"}),
                HasSubstr("\"alarm\":true"));
    EXPECT_THAT(judged("cusum", {"--range", "209,209", "--trans", "standard"}), HasSubstr("\"upper\":9,"));
    EXPECT_THAT(judged("cusum", {"--range", "209,209", "--m", "glm"}), HasSubstr("\"upper\":6.669606"));
    EXPECT_THAT(judged("cusum", {"--range", "264,264", "--m", "2.841346", "--trans", "anscombeNegBin"}),
                HasSubstr("\"upper\":12.035"));
}

TEST(A_scan_on_the_command_line, names_the_stop_and_the_approximation_that_were_asked_for) {
    std::string rows = "x,y,n,people\n";
    for (int place = 0; place < 30; ++place)
        rows += std::to_string(place % 6) + "," + std::to_string(place / 6) + "," +
                std::to_string(3 + place % 3) + ",100\n";
    const SmallFile file(rows);
    const std::vector<std::string> scan{"scan", file.name(), "--cases", "n", "--population", "people",
                                        "--x",  "x",         "--y",     "y", "--replicates", "999"};
    auto screened = scan;
    screened.insert(screened.end(), {"--sequential-stop", "20", "--gumbel"});
    EXPECT_THAT(printed(screened),
                AllOf(HasSubstr("\"sequential_stop\":20,"), HasSubstr("\"stopped_early\":true"),
                      HasSubstr("\"gumbel_scale\":"), HasSubstr("\"gumbel_p\":0.")));
    EXPECT_THAT(printed(scan), AllOf(HasSubstr("\"replicates\":999"), Not(HasSubstr("gumbel")),
                                     Not(HasSubstr("sequential_stop"))));
}

}  // namespace
}  // namespace maillage::app
