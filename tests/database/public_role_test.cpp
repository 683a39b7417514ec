#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/all_sql.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"
#include "platform/db/tx.hpp"
#include "tests/support/database.hpp"

// The residents' site is a process of its own with a role of its own (R50): whoever takes it over reads what
// is published and nothing else.
namespace maillage {
namespace {

namespace db = platform::db;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found_by(const std::string& connection, std::string_view query) {
    db::Connection opened(connection);
    opened.command("begin");
    db::Tx tx(opened);
    return tx.all(db::Sql{"test.public_role", query}, [](db::Row& row) { return row.text(); });
}

TEST(The_public_role, may_read_the_published_tables_and_nothing_else) {
    const test::TestDatabase database(app::all_migrations());
    EXPECT_THAT(found_by(database.connection("maillage_admin"), R"(
select format('%s %s.%s', p.privilege, n.nspname, c.relname)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as p (privilege)
where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'public')
  and case when p.privilege in ('select', 'insert', 'update', 'references')
           then has_any_column_privilege('maillage_public', c.oid, p.privilege)
           else has_table_privilege('maillage_public', c.oid, p.privilege) end
order by 1)"),
                ElementsAre("select territory.council", "select territory_api.council"));
    EXPECT_THAT(found_by(database.connection("maillage_admin"), R"(
select format('%s.%s', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
where case when c.relkind = 'S' then has_sequence_privilege('maillage_public', c.oid, 'usage') end
union all
select rolname::text from pg_roles where rolname <> 'maillage_public' and pg_has_role('maillage_public', oid, 'member'))"),
                IsEmpty());
}

TEST(The_public_role, is_refused_a_table_of_the_agents_even_with_a_context_signed_for_the_application) {
    const test::TestDatabase database(app::all_migrations());
    db::Pool pool({.connection = database.connection("maillage_public"),
                   .context_key = test::TestDatabase::context_key(),
                   .size = 1});
    for (const char* table : {"strategy.action", "identity.account", "audit.entry", "directory.contact"}) {
        const std::string query = "select count(*) from " + std::string(table);
        try {
            pool.transaction(test::application(), [&](db::Tx& tx) {
                return tx.single(db::Sql{"test.not_for_the_public", query},
                                 [](db::Row& row) { return row.int8(); });
            });
            ADD_FAILURE() << table;
        } catch (const db::StatementFailed& failure) {
            EXPECT_EQ(failure.state, "42501") << table;
        }
    }
}

}  // namespace
}  // namespace maillage
