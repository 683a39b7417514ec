#include "domain/strategy/action_store.hpp"

#include <gtest/gtest.h>

#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/api.hpp"
#include "domain/strategy/reference_store.hpp"
#include "domain/strategy/view_store.hpp"
#include "tests/support/strategy_town.hpp"

namespace maillage::strategy {
namespace {

ActionFilter all_of_them() {
    ActionFilter filter;
    filter.per_page = 100'000;
    return filter;
}

TEST(The_list, says_late_exactly_where_the_rule_does) {
    StrategyTest test;
    test.read([&](Scope& scope) {
        grow(scope.tx, scope.council, 300, scope.today);
        const std::vector<Action> actions = list_actions(scope, all_of_them());
        ActionFilter filter = all_of_them();
        filter.alarm = "late";
        const std::vector<Action> late = list_actions(scope, filter);
        const auto by_rule = std::ranges::count_if(
            actions, [&](const Action& action) { return is_late(action, scope.today); });
        EXPECT_EQ(actions.size(), 347u);
        EXPECT_EQ(static_cast<std::int64_t>(late.size()), by_rule);
        EXPECT_EQ(count_actions(scope, {}).late, by_rule);
        EXPECT_TRUE(
            std::ranges::all_of(late, [&](const Action& action) { return is_late(action, scope.today); }));
        filter.alarm = "due30";
        for (const Action& action : list_actions(scope, filter))
            EXPECT_TRUE(is_due_within(action, scope.today, 30)) << action.code;
    });
}

TEST(The_list, keeps_the_progress_that_the_rule_computes_from_the_steps) {
    StrategyTest test;
    test.read([&](Scope& scope) {
        grow(scope.tx, scope.council, 20, scope.today);
        for (const Action& action : list_actions(scope, all_of_them())) {
            const std::vector<Step> steps = read_steps(scope, action.id);
            EXPECT_EQ(action.progress, progress_percent(action.state, steps)) << action.code;
            EXPECT_EQ(action.next_step_due, next_step_due(steps)) << action.code;
            if (action.fictional && action.code.size() == std::string_view("PRE-1000").size()) {
                EXPECT_EQ(action.axes.size(), 2u) << action.code;
                EXPECT_EQ(action.partners.size(), 3u) << action.code;
            }
        }
    });
}

TEST(The_figures_of_the_list, are_those_of_what_its_filters_show) {
    StrategyTest test;
    test.read([&](Scope& scope) {
        grow(scope.tx, scope.council, 300, scope.today);
        for (const char* alarm : {"", "late", "silent"}) {
            for (const char* state : {"", "under_way", "done"}) {
                ActionFilter filter = all_of_them();
                filter.alarm = alarm;
                filter.state = state;
                const std::vector<Action> actions = list_actions(scope, filter);
                const ActionCounts counts = count_actions(scope, filter);
                EXPECT_EQ(counts.shown, std::ssize(actions));
                EXPECT_EQ(counts.shown_late, std::ranges::count_if(actions, [&](const Action& action) {
                              return is_late(action, scope.today);
                          }));
                for (const State each : all_states)
                    EXPECT_EQ(counts.shown_by_state[static_cast<std::size_t>(each)],
                              std::ranges::count(actions, each, &Action::state))
                        << alarm << " " << state;
            }
        }
    });
}

TEST(The_axes, have_all_their_actions_however_many_there_are) {
    StrategyTest test;
    test.read([&](Scope& scope) {
        grow(scope.tx, scope.council, 600, scope.today);
        std::map<std::string, std::vector<std::string>> expected;
        for (const Action& action : list_actions(scope, all_of_them()))
            for (const std::string& axis : action.axes) expected[axis].push_back(action.code);
        EXPECT_EQ(actions_of_axes(scope), expected);
        scope.may_read = false;
        EXPECT_TRUE(actions_of_axes(scope).empty());
    });
}

TEST(The_list, is_found_by_words_without_accents_and_takes_no_wildcard) {
    StrategyTest test;
    test.read([&](Scope& scope) {
        ActionFilter filter;
        filter.text = "parentalite";
        EXPECT_GE(list_actions(scope, filter).size(), 1u);
        filter.text = "%";
        EXPECT_TRUE(list_actions(scope, filter).empty());
    });
}

TEST(Another_council, sees_nothing_of_this_one) {
    StrategyTest test;
    test.database().pool().transaction(test::member_of(2, 1), [&](platform::db::Tx& tx) {
        Scope scope = scope_of_application(tx, territory::CouncilId(1), test.now, test.today);
        EXPECT_TRUE(list_actions(scope, all_of_them()).empty());
        EXPECT_FALSE(find_action(scope, "PRE-1").has_value());
        EXPECT_TRUE(read_commitments(scope).empty());
        EXPECT_FALSE(read_plan(scope).has_value());
    });
}

TEST(A_reader, cannot_write_through_any_store) {
    StrategyTest test;
    test.read([&](Scope& scope) {
        const Action before = *find_action(scope, "PRE-1");
        Action after = before;
        after.title = "Autre";
        Change change(scope, ChangeKind::edit);
        EXPECT_EQ(change.save_action(before, after).error(), WriteRefusal::not_found);
        EXPECT_EQ(find_action(scope, "PRE-1")->title, before.title);
    });
}

TEST(Two_saves_of_the_same_version, are_a_conflict) {
    StrategyTest test;
    test.write([&](Scope& scope) {
        const Action before = *find_action(scope, "PRE-1");
        Action first = before, second = before;
        first.title = "Un";
        second.title = "Deux";
        Change change(scope, ChangeKind::edit);
        EXPECT_TRUE(change.save_action(before, first));
        EXPECT_EQ(change.save_action(before, second).error(), WriteRefusal::conflict);
    });
}

TEST(Undoing, puts_the_old_values_back_once_and_only_while_nothing_else_changed) {
    StrategyTest test;
    ChangeSetId set{0};
    test.write([&](Scope& scope) {
        const Action before = *find_action(scope, "PRE-1");
        Action after = before;
        after.pilot = "Un";
        after.axes = {"2"};
        Change change(scope, ChangeKind::edit);
        ASSERT_TRUE(change.save_action(before, after));
        set = *change.finish();
        ASSERT_TRUE(undo(scope, set));
        EXPECT_EQ(find_action(scope, "PRE-1")->pilot, before.pilot);
        EXPECT_EQ(find_action(scope, "PRE-1")->axes, before.axes);
        EXPECT_EQ(undo(scope, set).error(), WriteRefusal::already_undone);
    });
    test.write([&](Scope& scope) {
        Action before = *find_action(scope, "PRE-2"), after = before;
        after.pilot = "Un";
        Change first(scope, ChangeKind::edit);
        ASSERT_TRUE(first.save_action(before, after));
        const ChangeSetId old = *first.finish();
        before = *find_action(scope, "PRE-2");
        after = before;
        after.pilot = "Deux";
        Change second(scope, ChangeKind::edit);
        ASSERT_TRUE(second.save_action(before, after));
        second.finish();
        EXPECT_EQ(undo(scope, old).error(), WriteRefusal::conflict);
        EXPECT_EQ(find_action(scope, "PRE-2")->pilot, "Deux");
        scope.now += std::chrono::days(31);
        EXPECT_EQ(undo(scope, old).error(), WriteRefusal::too_old);
    });
}

TEST(A_draft, belongs_to_its_account) {
    StrategyTest test;
    test.write([&](Scope& scope) {
        save_draft(scope, "action:new", "title=x");
        EXPECT_EQ(find_draft(scope, "action:new")->body, "title=x");
        delete_draft(scope, "action:new");
        EXPECT_FALSE(find_draft(scope, "action:new").has_value());
    });
}

}  // namespace
}  // namespace maillage::strategy
