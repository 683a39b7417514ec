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

TEST(Every_function, of_ours_has_a_fixed_search_path_and_is_open_to_no_passer_by) {
    EXPECT_THAT(found_by(R"(
select format('%s.%s', n.nspname, p.proname)
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname not in ('pg_catalog', 'information_schema', 'public')
and (not exists (select from unnest(p.proconfig) s where s like 'search_path=%')
     or has_function_privilege('public', p.oid, 'execute')))"),
                IsEmpty());
}

// Asked once a query and not once a row: (select ctx.…()).
TEST(Every_policy, asks_the_context_in_a_sub_select) {
    EXPECT_THAT(found_by(R"(
select format('%s on %s.%s', policyname, schemaname, tablename)
from pg_policies
where schemaname not in ('pg_catalog', 'information_schema', 'public')
and replace(coalesce(qual, '') || ' ' || coalesce(with_check, ''), 'SELECT ctx.', '') ~ '\mctx\.')"),
                IsEmpty());
}

// A table without a policy for a command refuses it; one that grants a command must have thought of its rows.
TEST(Every_policy, is_permissive_and_for_everybody_so_that_the_acts_alone_decide) {
    EXPECT_THAT(found_by(R"(
select format('%s on %s.%s', policyname, schemaname, tablename)
from pg_policies
where schemaname not in ('pg_catalog', 'information_schema', 'public')
and (permissive <> 'PERMISSIVE' or roles <> '{public}'))"),
                IsEmpty());
}

// A violation of a unique key tells that an invisible row is there: a text that people choose is unique
// within its council. Two are not: the address of an account, since the sign-in page asks for no council, and
// the first segment of a council's own addresses, known to all. An import waits under a random id.
TEST(Every_unique_key, that_people_choose_is_unique_within_their_council) {
    EXPECT_THAT(found_by(R"(
select i.relname::text
from pg_index x
join pg_class i on i.oid = x.indexrelid
join pg_class c on c.oid = x.indrelid
join pg_namespace n on n.oid = c.relnamespace
where x.indisunique and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'maillage_meta', 'ctx')
and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any (x.indkey)
            and a.atttypid in ('text'::regtype, 'varchar'::regtype))
and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any (x.indkey)
                and (a.attname = 'council_id' or a.attname ~ '_id$'))
and i.relname not in ('account_email', 'council_slug_key', 'staged_import_pkey'))"),
                IsEmpty());
}

TEST(The_server, is_recent_enough_for_row_level_security) {
    EXPECT_THAT(found_by("select 'PostgreSQL before 15.3: CVE-2023-2455' where "
                         "current_setting('server_version_num')::int < 150003"),
                IsEmpty());
}

TEST(The_runtime_roles, are_members_of_no_other_role_and_make_no_temporary_table) {
    EXPECT_THAT(found_by(R"(
select format('%s is in %s', member::regrole, roleid::regrole) from pg_auth_members
where member::regrole::text in ('maillage_owner', 'maillage_app', 'maillage_public')
union all
select format('%s may make temporary tables', r.rolname) from pg_roles r
where r.rolname in ('maillage_app', 'maillage_public')
  and has_database_privilege(r.oid, current_database(), 'temporary'))"),
                IsEmpty());
}

}  // namespace
}  // namespace maillage
