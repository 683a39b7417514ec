#include "domain/strategy/strategy_load.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/action_store.hpp"
#include "foundation/text.hpp"
#include "tests/support/strategy_town.hpp"

namespace maillage::strategy {
namespace {

TEST(The_strategy_of_Laval, has_fifteen_thirteen_fifteen_two_and_two_actions) {
    std::map<std::string, int> by_domain;
    for (const FileAction& read : laval().actions) ++by_domain[read.action.domain];
    EXPECT_EQ(by_domain,
              (std::map<std::string, int>{{"PRE", 15}, {"VUL", 13}, {"TRQ", 15}, {"RAD", 2}, {"AGG", 2}}));
    EXPECT_EQ(laval().actions.size(), 47u);
}

TEST(The_strategy_of_Laval, has_its_rules_its_groups_and_its_axes) {
    std::map<std::string, int> by_kind;
    for (const Commitment& line : laval().commitments) ++by_kind[line.code.substr(0, 3)];
    EXPECT_EQ(by_kind, (std::map<std::string, int>{{"GOV", 13}, {"COM", 6}, {"EVA", 4}, {"CTX", 9}}));
    EXPECT_EQ(laval().references.groups.size(), 3u);
    EXPECT_EQ(laval().references.objectives.size(), 5u);
    EXPECT_EQ(laval().references.axes.size(), 4u);
    EXPECT_EQ(laval().plan->adopted, foundation::Date::create(2023, 9, 26));
}

TEST(The_strategy_of_Laval, links_the_four_actions_that_repeat_a_governance_line) {
    std::map<std::string, std::string> repeated;
    for (const FileAction& read : laval().actions)
        for (const std::string& link : read.links)
            if (link.starts_with("GOV")) repeated[read.action.code] = link;
    EXPECT_EQ(repeated,
              (std::map<std::string, std::string>{
                  {"PRE-2", "GOV-8"}, {"PRE-6", "GOV-10"}, {"TRQ-12", "GOV-11"}, {"TRQ-5", "GOV-12"}}));
}

TEST(The_strategy_of_Laval, says_that_every_date_and_pilot_is_invented) {
    for (const FileAction& read : laval().actions) {
        EXPECT_TRUE(read.action.fictional) << read.action.code;
        EXPECT_LE(foundation::length_in_characters(read.action.title), 110u) << read.action.code;
        EXPECT_FALSE(read.action.title_en.empty() || read.action.summary_en.empty()) << read.action.code;
    }
}

// Names and short names of the directory's file.
std::set<std::string> known_organisations() {
    std::ostringstream text;
    text << std::ifstream(MAILLAGE_SOURCE_DIR "/data/councils/laval/organisations.toml").rdbuf();
    const auto file = platform::toml::DataFile::parse(text.str());
    std::set<std::string> names;
    for (const platform::toml::Table& table : (*file)->root().tables("organisation")) {
        names.insert(table.text("name"));
        names.insert(table.text_or("short_name", ""));
    }
    return names;
}

TEST(The_strategy_of_Laval, has_partners_that_the_directory_knows) {
    const std::set<std::string> known = known_organisations();
    for (const FileAction& read : laval().actions)
        for (const std::string& partner : read.action.partners)
            EXPECT_TRUE(known.contains(partner)) << read.action.code << ": " << partner;
}

TEST(The_strategy_of_Laval, has_no_invented_date_outside_its_action) {
    for (const FileAction& read : laval().actions) {
        const Action& action = read.action;
        for (const Step& step : read.steps)
            EXPECT_TRUE(step.due >= action.starts && step.due <= action.due) << action.code;
        for (const FileRecord& record : read.records)
            for (const FileRecordLine& line : record.lines) {
                if (line.kind == "stage") EXPECT_LE(line.on_day, action.due) << action.code;
                if (line.kind == "value") {
                    EXPECT_GE(line.on_day, action.starts) << action.code;
                    EXPECT_NE(action.state, State::to_start) << action.code;
                }
            }
    }
}

TEST(A_demonstration, adds_the_partners_that_the_strategy_does_not_name) {
    const std::vector<platform::toml::NamedText> files{
        {"strategy.toml",
         "[[action]]\ncode = \"X-1\"\ndomain = \"X\"\ntitle = \"y\"\npartners = [\"SDIS\", \"GLEAM\"]\n"
         "[action.demonstration]\nfictional = true\npartners = [\"Parquet\", \"SDIS\"]\n"}};
    const auto read = read_strategy(files);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->actions.at(0).action.partners, (std::vector<std::string>{"GLEAM", "Parquet", "SDIS"}));
}

TEST(Faulty_files, tell_every_mistake_of_all_of_them_with_its_file_and_line) {
    const std::vector<platform::toml::NamedText> files{
        {"strategy-a.toml", "[[action]]\ncode = \"X-1\"\ndomain = \"X\"\ntitel = \"y\"\n"},
        {"strategy-b.toml", "[[domain]]\ncode = \"X\"\nlabel = \n"},
        {"strategy-c.toml", " \n"}};
    const auto read = read_strategy(files);
    ASSERT_FALSE(read.has_value());
    std::vector<std::pair<std::string, int>> where;
    for (const auto& problem : read.error()) where.emplace_back(problem.file, problem.line);
    EXPECT_EQ(
        where,
        (std::vector<std::pair<std::string, int>>{
            {"strategy-a.toml", 1}, {"strategy-a.toml", 4}, {"strategy-b.toml", 3}, {"strategy-c.toml", 0}}));
}

TEST(Files, that_hold_no_strategy_are_refused) {
    const std::vector<platform::toml::NamedText> files{{"strategy.toml", "# later\n"}};
    const auto read = read_strategy(files);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().front().kind, platform::toml::Problem::Kind::empty_file);
}

TEST(Loading_a_strategy, twice_changes_nothing_the_second_time) {
    StrategyTest test;
    test.as_application([&](Scope& scope) {
        const LoadReport again = load(scope, laval());
        EXPECT_EQ(again.added, 0);
        EXPECT_EQ(again.changed, 0);
        EXPECT_EQ(again.unchanged, 47);
        EXPECT_EQ(again.references, 0);
        EXPECT_TRUE(again.kept.empty());
    });
}

TEST(Loading_a_strategy, never_overwrites_what_a_person_changed_and_says_so) {
    StrategyTest test;
    test.write([&](Scope& scope) {
        const Action before = *find_action(scope, "PRE-1");
        Action after = before;
        after.pilot = "Quelqu'un d'autre";
        Change change(scope, ChangeKind::edit);
        ASSERT_TRUE(change.save_action(before, after));
        change.finish();
    });
    FileStrategy next = laval();
    next.actions[0].action.summary = "Nouveau texte";
    test.as_application([&](Scope& scope) {
        const LoadReport report = load(scope, next);
        ASSERT_EQ(report.kept.size(), 1u);
        EXPECT_EQ(report.kept[0].field, "pilot");
        ASSERT_EQ(report.updated.size(), 1u);
        EXPECT_EQ(report.updated[0].field, "summary");
        EXPECT_EQ(find_action(scope, "PRE-1")->pilot, "Quelqu'un d'autre");
    });
}

TEST(Loading_a_strategy, never_brings_back_what_a_person_deleted_and_says_so) {
    StrategyTest test;
    test.as_application([&](Scope& scope) {
        const Action before = *find_action(scope, "PRE-1");
        Action after = before;
        after.deleted = true;
        Change change(scope, ChangeKind::deletion);
        ASSERT_TRUE(change.save_action(before, after));
        change.finish();
        const LoadReport report = load(scope, laval());
        EXPECT_EQ(report.added, 0);
        EXPECT_EQ(report.unchanged, 46);
        ASSERT_EQ(report.kept.size(), 1u);
        EXPECT_EQ(report.kept[0].code, "PRE-1");
        EXPECT_EQ(report.kept[0].field, "deleted");
        EXPECT_FALSE(find_action(scope, "PRE-1").has_value());
    });
}

TEST(A_loaded_action, has_its_steps_progress_links_and_news) {
    StrategyTest test;
    test.read([&](Scope& scope) {
        const Action action = *find_action(scope, "PRE-1");
        EXPECT_EQ(action.progress, 100);
        EXPECT_EQ(read_steps(scope, action.id).size(), 3u);
        EXPECT_EQ(action.axes, (std::vector<std::string>{"1", "4"}));
        EXPECT_EQ(find_action(scope, "VUL-13")->progress,
                  progress_percent(State::under_way, read_steps(scope, find_action(scope, "VUL-13")->id)));
    });
}

}  // namespace
}  // namespace maillage::strategy
