#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/all_sql.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/tx.hpp"
#include "tests/support/database.hpp"

// What every migration must leave behind, read from PostgreSQL's own catalogue.
namespace maillage {
namespace {

using platform::db::Row;
using platform::db::Sql;
using testing::IsEmpty;

std::vector<std::string> found_by(std::string_view query) {
    const test::TestDatabase database(app::all_migrations());
    platform::db::Connection connection(database.connection("maillage_admin"));
    connection.command("begin");
    platform::db::Tx tx(connection);
    return tx.all(Sql{"test.catalogue", query}, [](Row& row) { return row.text(); });
}

TEST(Every_table, forces_row_level_security_and_has_a_policy) {
    EXPECT_THAT(found_by(R"(
select format('%s.%s', n.nspname, c.relname)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'maillage_meta')
and (not c.relrowsecurity or not c.relforcerowsecurity
     or not exists (select from pg_policy p where p.polrelid = c.oid)))"),
                IsEmpty());
}

// The councils themselves, and the key that only the owner reads, belong to no council.
TEST(Every_table, has_its_council) {
    EXPECT_THAT(found_by(R"(
select format('%s.%s', n.nspname, c.relname)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'maillage_meta')
and format('%s.%s', n.nspname, c.relname) not in ('territory.council', 'ctx.mac_key')
and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'council_id' and a.attnotnull))"),
                IsEmpty());
}

TEST(Every_view, reads_with_the_rights_of_who_asks) {
    EXPECT_THAT(found_by(R"(
select format('%s.%s', n.nspname, c.relname)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'public')
and not coalesce('security_invoker=true' = any (c.reloptions), false))"),
                IsEmpty());
}

TEST(The_runtime_roles, own_nothing_and_have_no_power_over_the_cluster) {
    EXPECT_THAT(found_by(R"(
select rolname::text from pg_roles
where rolname in ('maillage_owner', 'maillage_app', 'maillage_public')
and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
union all
select c.relname::text from pg_class c join pg_roles r on r.oid = c.relowner
where r.rolname in ('maillage_app', 'maillage_public')
union all
select p.proname::text from pg_proc p join pg_roles r on r.oid = p.proowner
where r.rolname in ('maillage_app', 'maillage_public')
union all
select nspname::text from pg_namespace n join pg_roles r on r.oid = n.nspowner
where r.rolname in ('maillage_app', 'maillage_public'))"),
                IsEmpty());
}

TEST(The_runtime_roles, can_neither_truncate_nor_create) {
    EXPECT_THAT(found_by(R"(
select format('%s may %s %s.%s', grantee, privilege_type, table_schema, table_name)
from information_schema.role_table_grants
where grantee in ('maillage_app', 'maillage_public', 'PUBLIC')
and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')
and table_schema not in ('pg_catalog', 'information_schema', 'public')
union all
select format('%s may create in %s', r.rolname, n.nspname)
from pg_namespace n cross join pg_roles r
where r.rolname in ('maillage_app', 'maillage_public') and has_schema_privilege(r.oid, n.oid, 'create'))"),
                IsEmpty());
}

TEST(No_function, of_ours_is_leakproof_or_borrows_rights_without_a_fixed_search_path) {
    EXPECT_THAT(found_by(R"(
select format('%s.%s', n.nspname, p.proname)
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname not in ('pg_catalog', 'information_schema', 'public')
and (p.proleakproof
     or (p.prosecdef and not exists (select from unnest(p.proconfig) s where s like 'search_path=%'))))"),
                IsEmpty());
}

}  // namespace
}  // namespace maillage
