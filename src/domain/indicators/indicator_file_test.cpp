#include "domain/indicators/indicator_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "domain/indicators/comparison_rules.hpp"
#include "domain/indicators/group_set_rules.hpp"

namespace maillage::indicators {
namespace {

const std::vector<FileIndicator>& laval() {
    static const std::vector<FileIndicator> file = [] {
        std::stringstream text;
        text << std::ifstream(MAILLAGE_SOURCE_DIR "/data/councils/laval/indicators.toml").rdbuf();
        auto read = read_indicator_file(text.str());
        if (!read)
            throw std::runtime_error("the file of Laval's indicators is wrong: " + read.error().front().key);
        return *std::move(read);
    }();
    return file;
}

const FileIndicator& indicator(std::string_view code) {
    return *std::ranges::find_if(laval(), [&](const auto& one) { return one.definition.code == code; });
}

double value(std::string_view code, std::string_view period) {
    for (const Figure& figure : indicator(code).figures)
        if (figure.period == parse_period(period)) return figure.value;
    throw std::runtime_error("no figure");
}

TEST(The_figures_of_the_strategy, are_loaded_as_it_prints_them) {
    EXPECT_EQ(value("avip", "2018"), 665);
    EXPECT_EQ(value("avip", "2019"), 722);
    EXPECT_EQ(value("avip", "2020"), 577);
    EXPECT_EQ(value("avip", "2021"), 812);
    EXPECT_EQ(value("avip", "2021-01/2021-11"), 759);
    EXPECT_EQ(value("avip", "2022-01/2022-11"), 775);
    EXPECT_EQ(value("avip-part", "2022-01/2022-11"), 25.09);
    EXPECT_EQ(value("aab-part", "2021"), 42.1);
    EXPECT_EQ(value("ips-evolution", "2018-01/2021-12"), -23.3);
    EXPECT_TRUE(indicator("mineurs-mis-en-cause").figures.empty()) << "the document gives no figure";
}

TEST(The_figures_of_the_strategy, each_say_where_they_stand) {
    for (const FileIndicator& one : laval())
        for (const Figure& figure : one.figures)
            EXPECT_FALSE(figure.source_line.empty()) << one.definition.code;
}

// General crime is not printed: it is what the attacks are a share of.
TEST(The_figures_of_the_strategy, agree_with_each_other) {
    const auto general = [](std::string_view period) {
        return 100 * value("avip", period) / value("avip-part", period);
    };
    EXPECT_NEAR(general("2018"), 2946, 1);
    EXPECT_NEAR(general("2019"), 2862, 1);
    EXPECT_NEAR(general("2020"), 2649, 1);
    EXPECT_NEAR(general("2021"), 3013, 1);
    EXPECT_NEAR(general("2021-01/2021-11"), 2769, 1);
    EXPECT_NEAR(general("2022-01/2022-11"), 3089, 1);
    // Property crime: 42.1 % of 2021, 46.7 % of eleven months of 2022, 26.8 % above the same months before.
    const double eleven_months = value("aab-part", "2022-01/2022-11") / 100 * general("2022-01/2022-11");
    EXPECT_NEAR(value("aab-part", "2021") / 100 * general("2021"), 1268, 1);
    EXPECT_NEAR(eleven_months, 1443, 1);
    const double year_before = eleven_months / (1 + value("aab-evolution", "2022-01/2022-11") / 100);
    EXPECT_NEAR(year_before, 1138, 1);
    EXPECT_NEAR(100 * year_before / general("2021-01/2021-11"), 41.1, 0.05);
}

// The count rises by 2.1 % while the share falls by 2.3 points: general crime rises by 11.5 %.
TEST(The_figures_of_the_strategy, rise_as_a_count_and_fall_as_a_share) {
    const auto count = compare(Measure::count, indicator("avip").figures[5], indicator("avip").figures[4]);
    const auto share =
        compare(Measure::percent, indicator("avip-part").figures[5], indicator("avip-part").figures[4]);
    ASSERT_TRUE(count && share);
    EXPECT_NEAR(count->change, 1.021, 0.0005);
    EXPECT_EQ(count->certainty, engine::Certainty::none);
    EXPECT_NEAR(share->change, -2.3, 0.05);
}

TEST(The_proposition_for_each_group, would_satisfy_the_rule_once_agreed) {
    for (const char* group : {"G1", "G2", "G3"}) {
        std::vector<Indicator> set;
        for (const FileIndicator& one : laval())
            if (one.definition.group == group)
                set.push_back({.definition = one.definition, .standing = Standing::active});
        EXPECT_TRUE(judge_set(set).faults.empty()) << group;
    }
}

TEST(A_file_of_indicators, names_no_indicator_as_a_page_of_the_application) {
    for (const char* code : {"new", "missing", "import"}) {
        const auto read = read_indicator_file("[[indicator]]\ncode = \"" + std::string(code) + "\"\n");
        ASSERT_FALSE(read);
        EXPECT_TRUE(std::ranges::any_of(read.error(), [](const auto& problem) {
            return problem.kind == platform::toml::Problem::Kind::reserved && problem.key == "indicator.code";
        })) << code;
    }
    const auto read = read_indicator_file("[[indicator]]\ncode = \"news\"\n");
    ASSERT_FALSE(read);
    EXPECT_TRUE(std::ranges::none_of(read.error(),
                                     [](const auto& problem) { return problem.key == "indicator.code"; }));
}

TEST(A_file_of_indicators, is_refused_with_the_line_of_each_mistake) {
    const auto read = read_indicator_file("[[indicator]]\ncode = \"a\"\nkind = \"colour\"\n");
    ASSERT_FALSE(read);
    EXPECT_TRUE(std::ranges::any_of(read.error(),
                                    [](const auto& problem) { return problem.key == "indicator.kind"; }));
    EXPECT_FALSE(read_indicator_file("[[indicator]\n"));
    const auto counted = read_indicator_file(
        "[[indicator]]\ncode = \"a\"\nmeasure = \"count\"\ncomputed = \"actions_done\"\n");
    ASSERT_FALSE(counted);
    EXPECT_TRUE(std::ranges::any_of(counted.error(),
                                    [](const auto& problem) { return problem.key == "indicator.measure"; }));
}

}  // namespace
}  // namespace maillage::indicators
