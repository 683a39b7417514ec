#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/strategy/action_store.hpp"
#include "domain/strategy/around_store.hpp"
#include "tests/support/strategy_town.hpp"

// Files that changed are loaded over a strategy that people work on.
namespace maillage::strategy {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using Difference = LoadReport::Difference;

auto difference(const std::string& code, const std::string& field, const std::string& here,
                const std::string& in_file) {
    return AllOf(Field(&Difference::code, code), Field(&Difference::field, field),
                 Field(&Difference::here, here), Field(&Difference::in_file, in_file));
}

FileAction& in(FileStrategy& strategy, std::string_view code) {
    const auto found = std::ranges::find_if(strategy.actions,
                                            [&](const FileAction& read) { return read.action.code == code; });
    foundation::check(found != strategy.actions.end(), "the file has this action");
    return *found;
}

std::vector<std::string> titles(Scope& scope, std::string_view code) {
    std::vector<std::string> titles;
    for (const Step& step : read_steps(scope, find_action(scope, code)->id))
        if (!step.deleted) titles.push_back(step.title);
    return titles;
}

TEST(A_changed_file, brings_renamed_new_and_dropped_steps) {
    StrategyTest test;
    test.as_application([&](Scope& scope) {
        FileStrategy next = laval();
        std::vector<Step>& steps = in(next, "VUL-13").steps;
        steps[0].title = "Éditer la plaquette";
        steps[1].due = foundation::Date::create(2027, 1, 15);
        steps.erase(steps.begin() + 2);
        Step extra;
        extra.code = "VUL-13d";
        extra.title = "Quatrième volet";
        steps.push_back(extra);
        const LoadReport report = load(scope, next);
        EXPECT_THAT(
            titles(scope, "VUL-13"),
            ElementsAre("Éditer la plaquette", "Consolider les permanences du Point Justice (Saint-Nicolas)",
                        "Quatrième volet"));
        EXPECT_EQ(report.changed, 1);
        EXPECT_THAT(report.kept, IsEmpty());
        EXPECT_THAT(report.updated,
                    AllOf(Contains(difference("VUL-13", "step VUL-13b due", "2026-05-31", "2027-01-15")),
                          Contains(difference("VUL-13", "step VUL-13d", "", "Quatrième volet")),
                          Contains(difference("VUL-13", "step VUL-13c",
                                              "Prendre en compte les besoins de permanences dans les autres "
                                              "quartiers",
                                              ""))));
        EXPECT_EQ(load(scope, next).unchanged, 47);
    });
}

TEST(A_changed_file, renames_a_step_that_has_no_code_and_leaves_what_people_said_of_it) {
    StrategyTest test;
    test.write([&](Scope& scope) {
        const ActionId action = find_action(scope, "AGG-2")->id;
        const Step before = read_steps(scope, action).at(0);
        Step after = before;
        after.done_at = foundation::Date::create(2026, 11, 20);
        Change change(scope, ChangeKind::steps);
        change.save_step(action, before, after);
        change.finish();
    });
    test.as_application([&](Scope& scope) {
        FileStrategy next = laval();
        in(next, "AGG-2").steps[0].title = "Tenir la conférence de 2027";
        in(next, "AGG-2").steps[0].done_at = foundation::Date::create(2027, 3, 1);
        const LoadReport report = load(scope, next);
        const Step step = read_steps(scope, find_action(scope, "AGG-2")->id).at(0);
        EXPECT_EQ(step.title, "Tenir la conférence de 2027");
        EXPECT_EQ(step.done_at, foundation::Date::create(2026, 11, 20));
        EXPECT_THAT(report.kept, ElementsAre(difference("AGG-2", "step Tenir la première conférence done_at",
                                                        "2026-11-20", "2027-03-01")));
    });
}

TEST(A_changed_file, leaves_the_steps_that_people_added_changed_or_took_away) {
    StrategyTest test;
    test.write([&](Scope& scope) {
        const ActionId action = find_action(scope, "VUL-13")->id;
        const std::vector<Step> steps = read_steps(scope, action);
        Change change(scope, ChangeKind::steps);
        Step own;
        own.title = "Une étape à nous";
        change.create_step(action, own);
        Step away = steps.at(0), moved = steps.at(1);
        away.deleted = true;
        moved.due = foundation::Date::create(2026, 12, 1);
        change.save_step(action, steps.at(0), away);
        change.save_step(action, steps.at(1), moved);
        change.finish();
    });
    test.as_application([&](Scope& scope) {
        FileStrategy next = laval();
        auto& steps = in(next, "VUL-13").steps;
        steps.erase(steps.begin() + 1);
        const LoadReport report = load(scope, next);
        EXPECT_THAT(report.updated, IsEmpty());
        EXPECT_THAT(
            report.kept,
            ElementsAre(difference("VUL-13", "step VUL-13a", "",
                                   "Éditer une plaquette de toutes les permanences existantes"),
                        difference("VUL-13", "step VUL-13b",
                                   "Consolider les permanences du Point Justice (Saint-Nicolas)", "")));
        EXPECT_THAT(titles(scope, "VUL-13"), Contains("Une étape à nous"));
    });
}

TEST(A_changed_file, brings_links_records_budget_and_news) {
    StrategyTest test;
    test.as_application([&](Scope& scope) {
        FileStrategy next = laval();
        FileAction& read = in(next, "AGG-2");
        read.links = {"GOV-1"};
        read.records[0].lines[0].label_en = "Note";
        read.records[0].lines.pop_back();
        read.records.push_back({.kind = "counter",
                                .title = "Communes entendues",
                                .title_en = {},
                                .unit = "communes",
                                .unit_en = {},
                                .target = 34,
                                .lines = {{.kind = "value",
                                           .label = {},
                                           .label_en = {},
                                           .on_day = foundation::Date::create(2026, 11, 2),
                                           .done_on = std::nullopt,
                                           .value = 3}}});
        read.budget = {
            {.label = "Salle", .label_en = {}, .fund = "city", .year = 2027, .amount_cents = 50000}};
        read.news.push_back({.at = foundation::Date::create(2026, 11, 3), .text = "Date fixée."});
        const LoadReport report = load(scope, next);
        EXPECT_THAT(report.kept, IsEmpty());
        EXPECT_THAT(report.updated,
                    AllOf(Contains(difference("AGG-2", "link", "", "commitment · GOV-1")),
                          Contains(difference("AGG-2", "link", "action · AGG-1", "")),
                          Contains(difference("AGG-2", "budget", "", "Salle · 2027 · 50000 · city")),
                          Contains(difference("AGG-2", "update", "", "Date fixée.")),
                          Contains(difference("AGG-2", "record_line", "", "value · 2026-11-02 · 3"))));
        const ActionId action = find_action(scope, "AGG-2")->id;
        const std::vector<Record> records = read_records(scope, action);
        ASSERT_EQ(records.size(), 2u);
        EXPECT_EQ(read_links(scope, action).size(), 1u);
        EXPECT_EQ(read_budget(scope, action).size(), 1u);
        EXPECT_EQ(load(scope, next).unchanged, 47);
    });
}

TEST(A_changed_file, leaves_the_links_that_people_added_or_took_away) {
    StrategyTest test;
    test.write([&](Scope& scope) {
        const ActionId action = find_action(scope, "AGG-2")->id;
        Change change(scope, ChangeKind::links);
        ASSERT_TRUE(change.save_part(action, PartKind::link, read_links(scope, action).at(0).id, ""));
        ASSERT_TRUE(change.save_part(action, PartKind::link, 0,
                                     text_of(Link{.kind = "action", .target = "PRE-1", .label = {}})));
        change.finish();
    });
    test.as_application([&](Scope& scope) {
        const LoadReport report = load(scope, laval());
        EXPECT_THAT(report.updated, IsEmpty());
        EXPECT_THAT(report.kept, ElementsAre(difference("AGG-2", "link", "", "action · AGG-1")));
    });
}

TEST(A_changed_file, says_what_the_files_no_longer_have) {
    StrategyTest test;
    test.as_application([&](Scope& scope) {
        FileStrategy next = laval();
        std::erase_if(next.actions, [](const FileAction& read) { return read.action.code == "AGG-2"; });
        std::erase_if(next.references.axes, [](const Reference& axis) { return axis.code == "4"; });
        const std::string told = find_action(scope, "AGG-2")->title;
        const LoadReport whole = load(scope, next);
        EXPECT_THAT(whole.kept, Contains(difference("AGG-2", "action", told, "")));
        EXPECT_THAT(whole.kept, Contains(AllOf(Field(&Difference::code, "axis 4"))));
        EXPECT_TRUE(find_action(scope, "AGG-2").has_value());
        // One file of several says nothing about the others, and finds in the strategy what its links name.
        EXPECT_THAT(load(scope, next, Extent::some_files).kept, IsEmpty());
    });
}

TEST(A_changed_file, tells_each_reference_that_it_adds_or_changes) {
    StrategyTest test;
    test.as_application([&](Scope& scope) {
        FileStrategy next = laval();
        next.references.groups[0].label = "Groupe renommé";
        next.references.domains.push_back({.code = "NEW", .label = "Nouveau", .label_en = {}, .scheme = {}});
        next.plan->ends = foundation::Date::create(2028, 12, 31);
        const std::string former = laval().references.groups[0].label;
        const LoadReport report = load(scope, next);
        EXPECT_EQ(report.references, 3);
        EXPECT_THAT(report.updated,
                    ElementsAre(difference("strategy " + next.plan->code, "ends", "", "2028-12-31"),
                                difference("domain NEW", "label", "", "Nouveau"),
                                difference("group " + next.references.groups[0].code, "label", former,
                                           "Groupe renommé")));
    });
}

}  // namespace
}  // namespace maillage::strategy
