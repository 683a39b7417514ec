#include "domain/strategy/kept.hpp"

#include <gtest/gtest.h>

#include "domain/strategy/action_store.hpp"
#include "domain/strategy/change_store.hpp"
#include "domain/strategy/sql.hpp"
#include "tests/support/strategy_town.hpp"

namespace maillage::strategy {
namespace {

void add_news(Scope& scope, std::string_view code, const std::string& text) {
    Change change(scope, ChangeKind::news);
    EXPECT_TRUE(change.save_part(find_action(scope, code)->id, PartKind::news, 0, text));
    change.finish();
}

std::string version(StrategyTest& test) {
    std::string found;
    test.read([&](Scope& scope) { found = version_of(scope); });
    return found;
}

TEST(The_version, stays_while_nobody_writes_and_changes_with_the_minute_and_the_day) {
    StrategyTest test;
    const std::string before = version(test);
    EXPECT_EQ(version(test), before);
    test.now += std::chrono::minutes(1);
    const std::string later = version(test);
    EXPECT_NE(later, before);
    test.today = test.today.plus_days(1);
    EXPECT_NE(version(test), later);
}

TEST(The_version, changes_with_an_action_once_a_transaction_and_not_when_it_is_rolled_back) {
    StrategyTest test;
    const std::string before = version(test);
    test.write([](Scope& scope) { add_news(scope, "PRE-1", "Une nouvelle."); });
    const std::string after = version(test);
    EXPECT_NE(after, before);
    EXPECT_THROW(test.write([](Scope& scope) {
        add_news(scope, "PRE-1", "Une nouvelle.");
        throw std::runtime_error("something else failed");
    }),
                 std::runtime_error);
    EXPECT_EQ(version(test), after);
}

TEST(What_is_kept, is_computed_again_after_a_change_only) {
    StrategyTest test;
    platform::Memo memo;
    int computed = 0;
    const auto ask = [&] {
        test.read([&](Scope& scope) {
            Kept(scope, memo).get<std::int64_t>("all", [&] {
                ++computed;
                return count_actions(scope, {}).all;
            });
        });
    };
    ask();
    ask();
    EXPECT_EQ(computed, 1);
    test.write([](Scope& scope) { add_news(scope, "PRE-1", "Une nouvelle."); });
    ask();
    EXPECT_EQ(computed, 2);
}

TEST(The_version, changes_with_the_partners_of_an_action_alone) {
    StrategyTest test;
    const std::string before = version(test);
    test.write([](Scope& scope) {
        scope.tx.run(sql::add_partners, scope.council, find_action(scope, "PRE-1")->id,
                     std::vector<std::string>{"Une association"});
    });
    EXPECT_NE(version(test), before);
}

TEST(What_is_kept, for_some_rights_is_not_given_to_who_has_others) {
    StrategyTest test;
    platform::Memo memo;
    test.read([&](Scope& scope) {
        scope.acts = "read_strategy,read_directory,";
        EXPECT_EQ(*Kept(scope, memo).get<int>("rows", [] { return 1; }), 1);
        scope.acts = "read_strategy,";
        EXPECT_EQ(*Kept(scope, memo).get<int>("rows", [] { return 2; }), 2);
    });
}

TEST(The_version, of_one_council_is_not_changed_by_another) {
    StrategyTest test;
    const std::string before = version(test);
    test.database().pool().transaction(test::application(2), [&](platform::db::Tx& tx) {
        Scope scope = scope_of_application(tx, territory::CouncilId(2), test.now, test.today);
        load(scope, laval());
    });
    EXPECT_EQ(version(test), before);
}

}  // namespace
}  // namespace maillage::strategy
