#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "app/analyse_command.hpp"
#include "app/analyse_test_file.hpp"

// Data that cannot be analysed are refused with a reason and the figure that proves it, or answered exactly.
namespace maillage::app {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

// The methods that read places, with all their options but the file.
const std::vector<std::vector<std::string>>& on_places() {
    static const std::vector<std::vector<std::string>> methods{
        {"local-g-star", "--value", "n", "--distance", "1.5"},
        {"moran", "--value", "n", "--distance", "1.5"},
        {"scan", "--cases", "n", "--population", "people", "--replicates", "9"},
        {"scan-stp", "--date", "t", "--max-radius-km", "1", "--replicates", "9", "--planar"},
        {"knox", "--date", "t", "--space", "0,1,2", "--time", "0,1", "--replicates", "9"},
        {"kde", "--sigma", "1", "--window", "-1,-1,9,9", "--columns", "4", "--rows", "4"},
        {"nni", "--window", "-1,-1,9,9"},
        {"k-function", "--window", "-1,-1,9,9", "--r", "1"},
        {"dbscan", "--eps", "1"},
        {"hdbscan", "--min-pts", "2"},
    };
    return methods;
}

Printed on(const SmallFile& file, const std::vector<std::string>& method) {
    std::vector<std::string> arguments(method);
    arguments.insert(arguments.begin() + 1, file.name());
    arguments.insert(arguments.end(), {"--x", "x", "--y", "y", "--format", "json"});
    return analyse(arguments);
}

constexpr std::string_view title = "x,y,n,people,t\n";

TEST(Bad_input, is_refused_when_there_is_none) {
    const SmallFile nothing(""), header(title, "header");
    for (const auto& method : on_places()) {
        EXPECT_EQ(on(nothing, method).status, 3) << method[0];
        const Printed printed = on(header, method);
        EXPECT_EQ(printed.status, 3) << method[0] << printed.text;
        EXPECT_THAT(printed.text, HasSubstr("\"refusal\":\"")) << method[0];
    }
}

TEST(Bad_input, is_refused_or_exact_for_one_point) {
    const SmallFile file(std::string(title) + "1,1,3,100,5\n");
    for (const auto& method : on_places()) {
        const Printed printed = on(file, method);
        EXPECT_THAT(printed.text, Not(HasSubstr("nan"))) << method[0];
        EXPECT_THAT(printed.text, AnyOf(HasSubstr("\"refusal\""), HasSubstr("\"rows\""))) << method[0];
        if (method[0] != "dbscan" && method[0] != "hdbscan" && method[0] != "scan" && method[0] != "scan-stp")
            EXPECT_EQ(printed.status, 3) << method[0] << printed.text;
    }
}

TEST(Bad_input, is_refused_or_exact_for_places_and_values_all_identical) {
    std::string rows(title);
    for (int i = 0; i < 12; ++i) rows += "1,1,3,100,5\n";
    const SmallFile file(rows);
    for (const auto& method : on_places()) {
        const Printed printed = on(file, method);
        EXPECT_THAT(printed.text, Not(HasSubstr("nan"))) << method[0];
        if (method[0] == "moran" || method[0] == "local-g-star")
            EXPECT_THAT(printed.text, HasSubstr("all_identical")) << method[0];
        if (method[0] == "kde" || method[0] == "nni")
            EXPECT_THAT(printed.text, HasSubstr("fewer_than_3_distinct_places")) << method[0];
        // Twelve points at one place are one cluster, of which all are core.
        if (method[0] == "dbscan") EXPECT_THAT(printed.text, HasSubstr("\"clusters\":1,\"noise\":0"));
    }
}

TEST(Bad_input, is_refused_when_a_coordinate_is_no_finite_number) {
    for (const std::string bad : {"nan", "NaN", "NA", "", "1e999", "abc", "0x10"}) {
        const SmallFile file(std::string(title) + "1,1,3,100,5\n" + bad + ",1,3,100,5\n2,1,3,100,5\n", bad);
        for (const auto& method : on_places()) {
            const Printed printed = on(file, method);
            EXPECT_EQ(printed.status, 3) << method[0] << " " << bad;
            EXPECT_THAT(printed.text,
                        HasSubstr("\"refusal\":\"unreadable_cell\",\"about\":\"x\",\"found\":3"))
                << method[0] << " " << bad;
        }
    }
    for (const std::string infinite : {"inf", "-inf"}) {
        const SmallFile file(std::string(title) + "1,1,3,100,4\n" + infinite + ",1,3,100,5\n2,1,3,100,6\n" +
                                 "2,3,1,100,5\n4,1,2,100,5\n",
                             infinite);
        for (const auto& method : on_places()) {
            const Printed printed = on(file, method);
            EXPECT_EQ(printed.status, 3) << method[0] << printed.text;
            EXPECT_THAT(printed.text, HasSubstr("not_finite")) << method[0];
        }
    }
}

TEST(Bad_input, is_refused_when_coordinates_are_degrees_and_distances_metres) {
    const SmallFile file(
        std::string(title) +
        "-0.77,48.07,3,100,5\n-0.76,48.08,2,100,6\n-0.75,48.06,1,100,7\n-0.78,48.05,2,90,8\n");
    for (const std::vector<std::string>& method : std::vector<std::vector<std::string>>{
             {"kde", "--sigma", "250"},
             {"dbscan", "--eps", "50"},
             {"knox", "--date", "t", "--space", "0,100,200", "--time", "0,7"}})
        EXPECT_THAT(on(file, method).text, HasSubstr("looks_like_degrees")) << method[0];
    EXPECT_THAT(analyse({"mclp", file.name(), file.name(), "--x", "x", "--y", "y", "--radius-m", "100"}).text,
                HasSubstr("looks_like_degrees"));
}

TEST(Bad_input, is_exact_for_overlapping_zones) {
    // Two zones with one centre are one unit of the scan: their cases add up.
    const SmallFile twice("x,y,n,people\n0,0,20,50\n0,0,20,50\n9,0,3,100\n0,9,2,100\n5,5,1,100\n");
    const SmallFile once("x,y,n,people\n0,0,40,100\n9,0,3,100\n0,9,2,100\n5,5,1,100\n", "once");
    const std::vector<std::string> scan{"scan",   "--cases",      "n", "--population",
                                        "people", "--replicates", "0"};
    const auto llr = [](const std::string& text) { return text.substr(text.find("\"llr\""), 24); };
    EXPECT_EQ(llr(on(twice, scan).text), llr(on(once, scan).text));
}

TEST(Bad_input, leaves_islands_without_a_statistic) {
    const SmallFile file("x,y,n\n0,0,9\n1,0,8\n0,1,7\n1,1,9\n2,1,1\n90,90,5\n");
    const std::string text = on(file, {"local-g-star", "--value", "n", "--distance", "1.5"}).text;
    EXPECT_THAT(text, HasSubstr("\"row\":6"));
    EXPECT_THAT(text, Not(HasSubstr("nan")));
    EXPECT_THAT(on(file, {"moran", "--value", "n", "--distance", "1.5"}).text, HasSubstr("\"islands\":1"));
    EXPECT_THAT(on(file, {"moran", "--value", "n", "--distance", "0.1"}).text, HasSubstr("no_neighbours"));
}

TEST(Bad_input, is_refused_for_cases_where_nobody_lives) {
    const SmallFile file("x,y,n,people\n0,0,9,100\n1,0,8,0\n0,1,7,50\n");
    EXPECT_THAT(on(file, {"scan", "--cases", "n", "--population", "people"}).text,
                HasSubstr("\"refusal\":\"zero_population\",\"found\":1"));
    for (const char* method : {"empirical-bayes", "choynowski", "standardise"})
        EXPECT_THAT(
            analyse({method, file.name(), "--cases", "n", "--population", "people", "--format", "json"}).text,
            HasSubstr("\"refusal\":\"zero_population\",\"found\":1"))
            << method;
}

TEST(Bad_input, is_refused_when_parameters_are_too_large) {
    const SmallFile file("x,y,n,people\n0,0,9,100\n1,0,8,90\n0,1,7,50\n1,1,1,10\n");
    EXPECT_THAT(
        on(file, {"scan", "--cases", "n", "--population", "people", "--replicates", "99999999999"}).text,
        HasSubstr("parameter_out_of_range"));
    EXPECT_THAT(on(file, {"moran", "--value", "n", "--distance", "1", "--permutations", "9999999"}).text,
                HasSubstr("parameter_out_of_range"));
    EXPECT_THAT(on(file, {"kde", "--sigma", "1", "--columns", "99999", "--window", "-1,-1,2,2"}).text,
                HasSubstr("parameter_out_of_range"));
}

TEST(Bad_input, is_refused_when_the_file_is_a_folder_or_has_no_end) {
    for (const std::string& path : {std::filesystem::temp_directory_path().string(), std::string("/dev/zero"),
                                    std::string("/dev/null"), std::string("no/such/file")}) {
        const Printed printed = analyse({"ears", path, "--counts", "n", "--format", "csv"});
        EXPECT_EQ(printed.status, 3) << path;
        EXPECT_EQ(printed.text, "refusal,about\nunreadable_file," + path + "\n");
    }
}

TEST(Bad_input, is_refused_when_a_count_has_no_interval) {
    for (const std::string count : {"1e11", "1e12", "1e15", "1e300"})
        EXPECT_THAT(analyse({"poisson-interval", "--count", count}).text, HasSubstr("overflow")) << count;
    EXPECT_EQ(analyse({"poisson-interval", "--count", "1e-320", "--format", "json"}).status, 0);
    const SmallFile file("n,people,standard\n1e12,1e13,9\n3,100,8\n");
    EXPECT_THAT(analyse({"standardise", file.name(), "--cases", "n", "--population", "people"}).text,
                HasSubstr("overflow"));
    EXPECT_THAT(analyse({"standardise-direct", file.name(), "--cases", "n", "--population", "people",
                         "--standard", "standard"})
                    .text,
                HasSubstr("overflow"));
    EXPECT_THAT(analyse({"wdd", "--treated", "1e308,1e308", "--control", "3,4"}).text, HasSubstr("overflow"));
}

TEST(Bad_input, is_refused_when_a_word_is_neither_yes_nor_no) {
    const SmallFile facts("x,y\n10,0\n990,0\n", "facts");
    const auto with = [&](const std::string& first, const std::string& second) {
        const SmallFile sites("x,y,there\n0,0," + first + "\n1000,0," + second + "\n", "sites");
        return analyse({"mclp", sites.name(), facts.name(), "--radius-m", "100", "--existing", "there",
                        "--add", "1", "--format", "csv"})
            .text;
    };
    for (const char* yes : {"yes", "1", "TRUE", "Oui", "x"})
        for (const char* no : {"no", "0", "false", "NON", ""}) {
            const std::string text = with(yes, no);
            EXPECT_THAT(text, HasSubstr("\n2,1000,0,1\n")) << yes << " " << no << text;
        }
    EXPECT_EQ(with("yes", "closed"), "refusal,about,found\nunreadable_cell,there,3\n");
}

TEST(Bad_input, is_refused_when_places_lie_as_a_town_in_degrees) {
    std::string rows = "lon,lat,t,n,people,kind\n";
    for (int k = 0; k < 20; ++k)
        rows += "-0.7" + std::to_string(10 + 7 * k % 60) + ",48.0" + std::to_string(10 + k) + "," +
                std::to_string(k) + ",3,100,only\n";
    const SmallFile file(rows);
    const auto on_lon_lat = [&](std::vector<std::string> asked) {
        asked.insert(asked.begin() + 1, file.name());
        asked.insert(asked.end(), {"--x", "lon", "--y", "lat", "--format", "json"});
        return analyse(asked);
    };
    for (const std::vector<std::string>& asked : std::vector<std::vector<std::string>>{
             {"hdbscan", "--min-pts", "3"},
             {"nni", "--window", "400000,6700000,500000,6800000"},
             {"k-function", "--window", "0,0,9000,9000", "--r", "100"},
             {"cross-k", "--window", "0,0,9000,9000", "--r", "100", "--mark", "kind"}})
        EXPECT_THAT(on_lon_lat(asked).text, HasSubstr("looks_like_degrees")) << asked[0];
    EXPECT_EQ(on_lon_lat({"hdbscan", "--min-pts", "3", "--planar"}).status, 0);
    const std::vector<std::string> scan{"scan",   "--cases",      "n", "--population",
                                        "people", "--replicates", "9"};
    EXPECT_THAT(on_lon_lat(scan).text, HasSubstr("\"coordinates\":\"plane\""));
    auto globe = scan;
    globe.emplace_back("--latlon");
    EXPECT_THAT(on_lon_lat(globe).text, HasSubstr("\"coordinates\":\"degrees\""));
}

TEST(Bad_input, is_refused_when_a_day_is_in_no_calendar) {
    const SmallFile file("x,y,t\n0,0,1\n1,1,2\n2,0,1e308\n");
    EXPECT_THAT(on(file, {"knox", "--date", "t", "--space", "0,1,2", "--time", "0,1"}).text,
                HasSubstr("\"refusal\":\"unreadable_cell\",\"about\":\"t\",\"found\":4"));
}

TEST(Bad_input, is_refused_when_all_points_have_one_mark) {
    const SmallFile file("x,y,mark\n0,0,a\n1,1,a\n2,0,a\n");
    EXPECT_THAT(on(file, {"cross-k", "--mark", "mark", "--window", "-1,-1,9,9", "--r", "1"}).text,
                HasSubstr("\"refusal\":\"too_few_events\",\"about\":\"mark\",\"found\":1,\"needed\":2"));
}

TEST(Bad_input, is_refused_when_counts_are_beyond_what_anyone_counts) {
    std::string weeks = "n\n";
    for (int week = 0; week < 60; ++week) weeks += week == 8 ? "1e308\n" : "3\n";
    const SmallFile file(weeks), zones("o,e\n3,2\n1,1e18\n", "zones");
    for (const std::vector<std::string>& method : std::vector<std::vector<std::string>>{
             {"farrington", file.name(), "--counts", "n", "--b", "1", "--from", "58"},
             {"ears", file.name(), "--counts", "n"},
             {"funnel", zones.name(), "--cases", "o", "--expected", "e"}}) {
        const Printed printed = analyse(method);
        EXPECT_EQ(printed.status, 3) << method[0];
        EXPECT_THAT(printed.text, HasSubstr("overflow")) << method[0];
    }
}

}  // namespace
}  // namespace maillage::app
