#include <gtest/gtest.h>

#include <thread>

#include "domain/strategy/action_store.hpp"
#include "domain/strategy/change_store.hpp"
#include "tests/support/strategy_town.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;

// How many wait for what this transaction holds.
constexpr db::Sql waiting{"test.waiting",
                          "select count(*) from pg_catalog.pg_locks "
                          "where not granted and transactionid = pg_catalog.pg_current_xact_id()::xid"};

Action new_action(const std::string& code, const std::string& domain = "PRE") {
    Action action;
    action.code = code;
    action.domain = domain;
    action.title = "Ouvrir un local";
    return action;
}

std::expected<Action, WriteRefusal> created(Scope& scope, const Action& wanted) {
    Change change(scope, ChangeKind::create);
    auto action = change.create_action(wanted);
    change.finish();
    return action;
}

ChangeSetId deleted(Scope& scope, std::string_view code) {
    const Action before = *find_action(scope, code);
    Action after = before;
    after.deleted = true;
    Change change(scope, ChangeKind::deletion);
    EXPECT_TRUE(change.save_action(before, after));
    return *change.finish();
}

TEST(A_code, is_never_given_again) {
    StrategyTest test;
    test.write([](Scope& scope) {
        EXPECT_EQ(next_code(scope, "PRE"), "PRE-16");
        deleted(scope, "PRE-15");
        EXPECT_EQ(next_code(scope, "PRE"), "PRE-16");
        Action before = *find_action(scope, "PRE-14"), after = before;
        ASSERT_TRUE(created(scope, new_action("PRE-16")));
        before = *find_action(scope, "PRE-16");
        after = before;
        after.domain = "TRQ";
        Change change(scope, ChangeKind::edit);
        ASSERT_TRUE(change.save_action(before, after));
        EXPECT_EQ(next_code(scope, "PRE"), "PRE-17");
    });
}

TEST(A_deleted_action, does_not_come_back_under_a_code_that_another_bears) {
    StrategyTest test;
    test.write([](Scope& scope) {
        const ChangeSetId set = deleted(scope, "PRE-15");
        ASSERT_TRUE(created(scope, new_action("PRE-15")));
        EXPECT_EQ(undo(scope, set).error(), WriteRefusal::code_taken);
        // The transaction goes on.
        EXPECT_EQ(find_action(scope, "PRE-15")->title, "Ouvrir un local");
        deleted(scope, "PRE-15");
        EXPECT_TRUE(undo(scope, set));
    });
}

TEST(A_code, goes_to_the_first_of_two_who_ask_for_it_at_once) {
    StrategyTest test;
    std::optional<WriteRefusal> refusal;
    std::string next;
    std::jthread second;
    test.write([&](Scope& scope) {
        ASSERT_TRUE(created(scope, new_action("PRE-16")));
        second = std::jthread([&] {
            test.write([&](Scope& other) {
                const auto same = created(other, new_action("PRE-16"));
                if (!same) refusal = same.error();
            });
        });
        while (scope.tx.single(waiting, [](db::Row& row) { return row.int8(); }) == 0)
            std::this_thread::yield();
    });
    second.join();
    EXPECT_EQ(refusal, WriteRefusal::code_taken);
    test.write([&](Scope& scope) {
        ASSERT_TRUE(created(scope, new_action("PRE-17")));
        second = std::jthread([&] {
            test.write([&](Scope& other) {
                Change change(other, ChangeKind::create);
                next = change.create_next_action(new_action("")).value().code;
            });
        });
        while (scope.tx.single(waiting, [](db::Row& row) { return row.int8(); }) == 0)
            std::this_thread::yield();
    });
    second.join();
    EXPECT_EQ(next, "PRE-18");
}

}  // namespace
}  // namespace maillage::strategy
