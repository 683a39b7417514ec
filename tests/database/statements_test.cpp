#include <gtest/gtest.h>

#include "app/all_sql.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"
#include "platform/db/migrate.hpp"
#include "tests/support/database.hpp"

namespace maillage {
namespace {

// By text, not through Connection::run, so that the coverage of the statements does not count it.
TEST(Every_statement, is_understood_by_the_database_it_was_written_for) {
    const test::TestDatabase database(app::all_migrations());
    platform::db::Connection connection(database.connection("maillage_app"));
    connection.command("set search_path to ''");
    int number = 0;
    for (const platform::db::Sql& statement : app::all_statements()) {
        try {
            connection.command("prepare s" + std::to_string(++number) + " as " + std::string(statement.text));
        } catch (const platform::db::StatementFailed& failure) {
            ADD_FAILURE() << statement.name << ": SQLSTATE " << failure.state;
        }
    }
    EXPECT_GT(number, 0);
}

TEST(The_migrations, run_once_and_find_nothing_to_do_the_second_time) {
    const test::TestDatabase database(app::all_migrations());
    platform::db::Connection owner(database.connection("maillage_owner"));
    const auto ran = platform::db::migrate(owner, app::all_migrations(), [](std::string_view) {});
    EXPECT_EQ(ran.value(), 0);
}

TEST(A_migration, that_was_edited_after_it_ran_is_refused_by_name) {
    const test::TestDatabase database(app::all_migrations());
    platform::db::Connection owner(database.connection("maillage_owner"));
    auto edited = app::all_migrations();
    edited.front().text = "select 1";
    const auto refused = platform::db::migrate(owner, edited, [](std::string_view) {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().stem, edited.front().stem);
}

TEST(A_migration, that_fails_leaves_nothing_of_itself) {
    const test::TestDatabase database(app::all_migrations());
    platform::db::Connection owner(database.connection("maillage_owner"));
    auto more = app::all_migrations();
    more.push_back({"test", "29991231-0000-broken", "create schema half; select 1 / 0"});
    EXPECT_THROW((void)platform::db::migrate(owner, more, [](std::string_view) {}),
                 platform::db::StatementFailed);
    more.back().text = "create schema half";
    platform::db::Connection again(database.connection("maillage_owner"));
    EXPECT_EQ(platform::db::migrate(again, more, [](std::string_view) {}).value(), 1);
}

}  // namespace
}  // namespace maillage
