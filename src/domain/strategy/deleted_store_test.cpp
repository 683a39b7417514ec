#include "domain/strategy/deleted_store.hpp"

#include <gtest/gtest.h>

#include "domain/strategy/action_store.hpp"
#include "tests/support/strategy_town.hpp"

namespace maillage::strategy {
namespace {

ChangeSetId deleted(Scope& scope, const std::vector<std::string>& codes) {
    Change change(scope, ChangeKind::deletion);
    for (const std::string& code : codes) {
        const Action before = *find_action(scope, code);
        Action after = before;
        after.deleted = true;
        EXPECT_TRUE(change.save_action(before, after));
    }
    return *change.finish();
}

TEST(A_deleted_action, is_listed_with_who_deleted_it_for_as_long_as_that_can_be_undone) {
    StrategyTest test;
    test.write([](Scope& scope) {
        EXPECT_EQ(read_deleted(scope, 1, 50).rows, 0);
        const ChangeSetId first = deleted(scope, {"PRE-2", "PRE-1"});
        scope.now += std::chrono::hours(1);
        const ChangeSetId second = deleted(scope, {"RAD-1"});
        const Deleted found = read_deleted(scope, 1, 2);
        EXPECT_EQ(found.rows, 3);
        ASSERT_EQ(found.actions.size(), 2u);
        EXPECT_EQ(found.actions[0].code, "RAD-1");
        EXPECT_EQ(found.actions[0].set, second);
        EXPECT_EQ(found.actions[0].author, "Camille");
        EXPECT_EQ(found.actions[0].actions, 1);
        EXPECT_EQ(found.actions[1].code, "PRE-1");
        EXPECT_EQ(found.actions[1].set, first);
        EXPECT_EQ(found.actions[1].actions, 2);
        EXPECT_EQ(read_deleted(scope, 2, 2).actions[0].code, "PRE-2");
        scope.now += std::chrono::days(30) - std::chrono::minutes(30);
        EXPECT_EQ(read_deleted(scope, 1, 50).rows, 1);
        ASSERT_TRUE(undo(scope, second));
        EXPECT_EQ(read_deleted(scope, 1, 50).rows, 0);
    });
}

TEST(A_deletion_by_undoing, can_be_taken_back_too) {
    StrategyTest test;
    test.write([](Scope& scope) {
        Change change(scope, ChangeKind::create);
        Action wanted;
        wanted.domain = "PRE";
        wanted.title = "Ouvrir un local";
        ASSERT_TRUE(change.create_next_action(wanted));
        ASSERT_TRUE(undo(scope, *change.finish()));
        const Deleted found = read_deleted(scope, 1, 50);
        ASSERT_EQ(found.actions.size(), 1u);
        EXPECT_EQ(found.actions[0].title, "Ouvrir un local");
        ASSERT_TRUE(undo(scope, found.actions[0].set));
        EXPECT_TRUE(find_action(scope, "PRE-16").has_value());
    });
}

TEST(What_was_deleted, is_told_to_editors_of_the_council_alone) {
    StrategyTest test;
    test.write([](Scope& scope) { deleted(scope, {"PRE-1"}); });
    test.read([](Scope& scope) { EXPECT_EQ(read_deleted(scope, 1, 50).rows, 0); });
    test.database().pool().transaction(test::member_of(2, 1), [&](platform::db::Tx& tx) {
        Scope scope = scope_of_application(tx, territory::CouncilId(1), test.now, test.today);
        EXPECT_EQ(read_deleted(scope, 1, 50).rows, 0);
    });
}

}  // namespace
}  // namespace maillage::strategy
