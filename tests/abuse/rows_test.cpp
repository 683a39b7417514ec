#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "platform/db/context.hpp"
#include "platform/db/errors.hpp"
#include "tests/abuse/directory_checks.hpp"
#include "tests/abuse/partner_checks.hpp"
#include "tests/abuse/row_checks.hpp"

// The second wall (R03, R13): raw SQL under the runtime role gives each account what the policy gives it and
// no row more; and no wall stands that nothing leans on: without any one policy these tests fail.
namespace maillage {
namespace {

namespace db = platform::db;
using test::asked;
using test::GuardedTable;
using test::GuardedTown;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> all_differences(db::Connection& admin, const GuardedTown& town) {
    std::vector<std::string> found;
    for (const GuardedTable& table : test::guarded_tables()) {
        admin.command("begin");
        std::ranges::move(differences(admin, table, town.attackers()), std::back_inserter(found));
        admin.command("rollback");
    }
    return found;
}

TEST(Raw_sql, gives_each_role_the_rows_that_the_policy_gives_it) {
    GuardedTown town;
    db::Connection admin(town.admin());
    for (const GuardedTable& table : test::guarded_tables())
        EXPECT_NE(asked(admin, "select count(*) from " + std::string(table.name)), "0")
            << table.name << ": nothing is proved about an empty table";
    EXPECT_THAT(all_differences(admin, town), IsEmpty());
}

// territory.council is known to all; ctx.mac_key and the migrations' own table are granted to nobody.
TEST(Every_table, has_its_line_in_the_list_of_guarded_tables) {
    GuardedTown town;
    db::Connection admin(town.admin());
    std::set<std::string> listed{"territory.council", "ctx.mac_key"};
    for (const GuardedTable& table : test::guarded_tables()) listed.emplace(table.name);
    const auto tables = test::all_asked(admin, R"(
select format('%s.%s', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p')
  and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'maillage_meta', 'sample'))");
    for (const std::string& table : tables)
        EXPECT_TRUE(listed.contains(table))
            << table << ": say in tests/abuse/guarded_tables.cpp who reads it";
    EXPECT_EQ(listed.size(), tables.size());
}

TEST(A_partner_in_raw_sql, writes_for_its_own_organisation_and_for_no_other) {
    GuardedTown town;
    db::Connection admin(town.admin());
    admin.command("begin");
    EXPECT_THAT(test::partner_differences(admin, town), IsEmpty());
}

TEST(A_directory_in_raw_sql, keeps_its_accounts_in_step_and_gives_no_right) {
    GuardedTown town;
    db::Connection admin(town.admin());
    admin.command("begin");
    EXPECT_THAT(directory_differences(admin, town), IsEmpty());
}

struct Mutation {
    std::string policy, table, statement;
};

// Each policy taken away, and each opened to everybody where it is not open already.
std::vector<Mutation> mutations(db::Connection& admin) {
    std::vector<Mutation> all;
    const std::string of_ours =
        " from pg_policies where schemaname not in ('pg_catalog', 'information_schema', 'public') "
        "order by schemaname, tablename, policyname, 1";
    const auto names =
        test::all_asked(admin, "select policyname || ' on ' || schemaname || '.' || tablename" + of_ours);
    const auto opened = test::all_asked(
        admin,
        "select case when qual = 'true' or schemaname = 'ctx' then '' else format('alter policy %I on "
        "%I.%I%s%s', policyname, "
        "schemaname, "
        "tablename, case when cmd <> 'INSERT' then ' using (true)' else '' end, "
        "case when cmd in ('INSERT') or with_check is not null then ' with check (true)' else '' end) end" +
            of_ours);
    for (const std::string& name : names) {
        const std::string table = name.substr(name.find(" on ") + 4);
        all.push_back({"without " + name, table, "drop policy " + name});
    }
    for (const std::string& statement : opened) {
        if (statement.empty()) continue;
        const std::string rest = statement.substr(std::string("alter policy ").size());
        const std::string on = rest.substr(rest.find(" on ") + 4);
        all.push_back(
            {"open to all: " + rest.substr(0, rest.find(" using")), on.substr(0, on.find(' ')), statement});
    }
    return all;
}

// territory.council has no line of its own: every council is known, only the application writes one.
// The key of the context is granted to nobody: what is seen is that nothing is believed without its policy.
GuardedTable guarded(const std::string& name) {
    if (name == "ctx.mac_key") return guarded("strategy.plan");
    for (const GuardedTable& table : test::guarded_tables())
        if (table.name == name) return table;
    return {.name = "territory.council"};
}

std::vector<std::string> differences_on_councils(db::Connection& admin, const GuardedTown& town);

TEST(Any_single_policy, taken_away_or_opened_to_all_is_noticed) {
    GuardedTown town;
    db::Connection admin(town.admin());
    int killed = 0;
    for (const Mutation& mutation : mutations(admin)) {
        admin.command("begin");
        admin.command(mutation.statement);
        const GuardedTable table = guarded(mutation.table);
        auto found = table.name == "territory.council" ? differences_on_councils(admin, town)
                                                       : differences(admin, table, town.attackers());
        if (found.empty() && table.name.starts_with("indicators.")) found = partner_differences(admin, town);
        if (found.empty() && (table.name.starts_with("identity.") || table.name == "audit.entry"))
            found = directory_differences(admin, town);
        EXPECT_THAT(found, Not(IsEmpty())) << mutation.policy;
        killed += found.empty() ? 0 : 1;
        admin.command("rollback");
    }
    std::printf("mutations of policies: %d noticed\n", killed);
    EXPECT_GT(killed, 100);
}

std::string as(db::Connection& admin, const test::Attacker& attacker, const std::string& statement) {
    admin.command(
        "savepoint theirs; set local role maillage_app; set local app.ctx = '" +
        db::signed_context(attacker.context, admin.backend_pid(), test::TestDatabase::context_key()) + "'");
    std::string answer;
    try {
        answer = asked(admin, statement);
    } catch (const db::StatementFailed& failure) {
        answer = failure.state;
    }
    admin.command("rollback to savepoint theirs");
    return answer;
}

std::vector<std::string> differences_on_councils(db::Connection& admin, const GuardedTown& town) {
    std::vector<std::string> found;
    const std::string all = asked(admin, "select count(*) from territory.council");
    for (const test::Attacker& attacker : town.attackers()) {
        const bool application = attacker.name == "application";
        if (as(admin, attacker, "select count(*) from territory.council") != all)
            found.push_back(attacker.name + " does not know every council");
        const std::string changed =
            as(admin, attacker,
               "with changed as (update territory.council set name = name returning 1) "
               "select count(*) from changed");
        if (changed != (application ? all : "0"))
            found.push_back(attacker.name + " changes councils: " + changed);
    }
    return found;
}

TEST(The_councils, are_known_to_all_and_written_by_the_application_alone) {
    GuardedTown town;
    db::Connection admin(town.admin());
    admin.command("begin");
    EXPECT_THAT(differences_on_councils(admin, town), IsEmpty());
}

}  // namespace
}  // namespace maillage
