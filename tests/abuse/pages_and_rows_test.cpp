#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "app/demo.hpp"
#include "domain/identity/policy_rules.hpp"
#include "platform/db/context.hpp"
#include "platform/db/errors.hpp"
#include "tests/abuse/row_checks.hpp"

// The two walls give the same: what a twin lists for an account is what raw SQL under the runtime role gives
// with that account's context, thing by thing, for every role and every list.
namespace maillage {
namespace {

namespace db = platform::db;
using test::Attacker;
using test::GuardedTown;
using test::HttpAnswer;
using test::HttpClient;
using Set = std::multiset<std::string>;

struct Listed {
    std::string_view path, array, member, sql;
    std::string_view members_of = {};  // the array is that of this object alone
};

constexpr std::string_view visible_action =
    " join strategy.action a on a.id = t.action_id and a.code = 'TRQ-13'";

const std::vector<Listed>& lists() {
    static const std::string of_the_action(visible_action);
    static const std::vector<std::string> statements{
        "select t.text from strategy.news t" + of_the_action,
        "select t.title from strategy.step t" + of_the_action + " where t.deleted_at is null",
        "select t.title from strategy.record t" + of_the_action,
        "select t.label from strategy.budget_line t" + of_the_action};
    static const std::vector<Listed> all{
        {"/laval/actions.json?size=200", "actions", "code",
         "select code from strategy.action where deleted_at is null"},
        {"/laval/actions/TRQ-13.json", "news", "text", statements[0]},
        {"/laval/actions/TRQ-13.json", "steps", "title", statements[1]},
        {"/laval/actions/TRQ-13.json", "records", "title", statements[2]},
        {"/laval/actions/TRQ-13.json", "budget", "label", statements[3]},
        {"/laval/organisations/sdis.json", "contacts", "function",
         "select function from directory.contact c join directory.organisation o on o.id = c.organisation_id "
         "where o.key = 'sdis' and c.removed_at is null"},
        {"/laval/bodies.json", "bodies", "code", "select code from governance.body"},
        {"/laval/prefect-records.json", "records", "subject",
         "select subject from governance.prefect_record where withdrawn_at is null"},
        {"/laval/territory/communes.json", "memberships", "commune",
         "select commune_code from territory.membership"},
        {"/laval/territory.json", "communes", "code", "select code from territory.commune"},
        {"/laval/accounts.json", "accounts", "email",
         "select email from identity.account where (select ctx.council_for('manage_accounts')) is not null"},
        {"/laval/journal.json", "entries", "id",
         "select id::text from audit.entry order by id desc limit 50"},
        {"/laval/jobs.json", "jobs", "id", "select id::text from jobs.job"},
    };
    return all;
}

// The values of `member` in the objects that stand directly in the first array of that name.
Set values_of(const std::string& json, std::string_view array, std::string_view member) {
    Set values;
    const std::string mark = "\"" + std::string(array) + "\":[", name = "\"" + std::string(member) + "\":";
    std::size_t at = json.find(mark);
    if (at == json.npos) return values;
    int depth = 0;
    bool quoted = false;
    for (at += mark.size(); at < json.size() && depth >= 0; ++at) {
        const char c = json[at];
        if (!quoted && depth == 1 && json.compare(at, name.size(), name) == 0) {
            const std::size_t from = at + name.size();
            std::size_t end = from;
            if (json[from] == '"')
                for (end = from + 1; json[end] != '"' || json[end - 1] == '\\';) ++end;
            else
                end = json.find_first_of(",}", from);
            values.insert(json[from] == '"' ? json.substr(from + 1, end - from - 1)
                                            : json.substr(from, end - from));
            at = json[from] == '"' ? end : end - 1;
            continue;
        }
        if (c == '"' && json[at - 1] != '\\') quoted = !quoted;
        if (quoted) continue;
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
    }
    return values;
}

Set rows_of(db::Connection& connection, const Attacker& attacker, std::string_view sql) {
    connection.command(
        "begin; set local app.ctx = '" +
        db::signed_context(attacker.context, connection.backend_pid(), test::TestDatabase::context_key()) +
        "'");
    const auto rows = test::all_asked(connection, std::string(sql));
    connection.command("rollback");
    return {rows.begin(), rows.end()};
}

TEST(What_a_page_lists, is_what_raw_sql_gives_with_the_same_account) {
    GuardedTown town;
    db::Connection runtime(town.laval().database().connection("maillage_app"));
    std::size_t things = 0, empty = 0;
    for (std::size_t i = 0; i < app::demo_accounts().size(); ++i) {
        const std::string email(app::demo_accounts()[i].email);
        if (email.starts_with("dpo@")) continue;  // closed in this town
        HttpClient browser = town.laval().signed_in(email.substr(0, email.find('@')));
        for (const Listed& list : lists()) {
            // Between the two nothing is written but the trace of a refusal, which the journal's line must
            // hold.
            const HttpAnswer page = browser.get(std::string(list.path));
            const Set rows = rows_of(runtime, town.attackers()[i], list.sql);
            const Set shown = page.status == 200 ? values_of(page.body, list.array, list.member) : Set();
            EXPECT_EQ(shown, rows) << town.attackers()[i].name << " " << list.path << " " << list.array;
            things += rows.size();
            empty += rows.empty() ? 1 : 0;
        }
    }
    EXPECT_GT(things, 500U);
    EXPECT_GT(empty, 20U) << "roles that may not were asked too";
}

}  // namespace
}  // namespace maillage
