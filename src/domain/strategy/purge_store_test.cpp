#include <gtest/gtest.h>

#include "domain/strategy/api.hpp"
#include "domain/strategy/import_store.hpp"
#include "tests/support/strategy_town.hpp"

namespace maillage::strategy {
namespace {

std::int64_t count(Scope& scope, std::string_view what) {
    return scope.tx.single(platform::db::Sql{what, what}, [](platform::db::Row& row) { return row.int8(); });
}

TEST(What_people_left_behind, is_destroyed_after_a_week_or_a_month) {
    StrategyTest test;
    const auto real_now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    test.write([&](Scope& scope) {
        stage_import(scope, "0123456789abcdef", "code;title", {});
        scope.tx.run(sql::save_draft, scope.council, scope.account, "action", "title=Brouillon", real_now);
    });
    const auto left_after = [&](int days) {
        purge(test.database().pool(), real_now + std::chrono::days(days));
        std::pair<std::int64_t, std::int64_t> left;
        test.as_application([&](Scope& scope) {
            left = {count(scope, "select count(*) from strategy.staged_import"),
                    count(scope, "select count(*) from strategy.draft")};
        });
        return left;
    };
    EXPECT_EQ(left_after(staged_import_days - 1), std::pair(1L, 1L));
    EXPECT_EQ(left_after(staged_import_days + 1), std::pair(0L, 1L));
    EXPECT_EQ(left_after(draft_days + 1), std::pair(0L, 0L));
}

}  // namespace
}  // namespace maillage::strategy
