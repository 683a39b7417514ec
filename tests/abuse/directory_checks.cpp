#include "tests/abuse/directory_checks.hpp"

#include "domain/identity/directory_token_store.hpp"
#include "platform/db/context.hpp"
#include "platform/db/errors.hpp"

namespace maillage::test {
namespace {

namespace db = platform::db;

struct Attempt {
    const char* what;
    std::string statement;
    const char* wanted;  // rows ("t"), no row ("f"), "done", or "42501": the database says no
};

// What is written without being read back is run alone: "done".
std::string answered(db::Connection& admin, const db::Context& context, const std::string& statement) {
    admin.command("savepoint directory; set local role maillage_app; set local app.ctx = '" +
                  db::signed_context(context, admin.backend_pid(), TestDatabase::context_key()) + "'");
    std::string answer = "done";
    try {
        if (statement.starts_with("select") || statement.ends_with("returning 1"))
            answer = asked(admin, "with done as (" + statement + ") select count(*) > 0 from done");
        else
            admin.command(statement);
    } catch (const db::StatementFailed& failure) {
        answer = failure.state;
    }
    admin.command("rollback to savepoint directory; release savepoint directory");
    return answer;
}

std::vector<Attempt> attempts(const std::string& council, const std::string& kept, const std::string& other) {
    const std::string account = "update identity.account set ", mandate = "update identity.mandate set ",
                      of_kept = " where account_id = " + kept + " returning 1",
                      is_kept = " where id = " + kept + " returning 1",
                      new_account =
                          "insert into identity.account (council_id, email, display_name, directory, "
                          "password) values (";
    return {
        {"sees what it keeps", "select 1 from identity.account where id = " + kept, "t"},
        {"sees another account", "select 1 from identity.account where id = " + other, "f"},
        {"renames", account + "display_name = 'Autre'" + is_kept, "t"},
        {"renames another", account + "display_name = 'Autre' where id = " + other + " returning 1", "f"},
        {"sees the name", "select 1 from identity.known_account where account_id = " + kept, "t"},
        {"sees the name of another", "select 1 from identity.known_account where account_id = " + other, "f"},
        {"sets a password", account + "password = 'x'" + is_kept, "42501"},
        {"makes somebody else the opener", account + "opened_by = null, fictional = not fictional" + is_kept,
         "42501"},
        {"creates", new_account + council + ", 'n@laval.example', 'N', 'kept', null) returning 1", "t"},
        {"creates one that is open",
         new_account + council + ", 'n@laval.example', 'N', 'kept', 'x') returning 1", "42501"},
        {"creates one of nobody", new_account + council + ", 'n@laval.example', 'N', null, null) returning 1",
         "42501"},
        {"sees mandates", "select 1 from identity.mandate where account_id = " + kept, "t"},
        {"sees those of another", "select 1 from identity.mandate where account_id = " + other, "f"},
        {"ends mandates", mandate + "until_day = from_day" + of_kept, "t"},
        {"lets them wait", mandate + "confirmed_at = null, confirmed_by = null" + of_kept, "t"},
        {"prolongs", mandate + "until_day = '2099-01-01'" + of_kept, "42501"},
        {"changes a role", mandate + "role = 'coordinator'" + of_kept, "42501"},
        {"confirms", mandate + "confirmed_at = now(), confirmed_by = " + other + of_kept, "42501"},
        {"gives a mandate",
         "insert into identity.mandate (council_id, account_id, role, from_day) values (" + council + ", " +
             kept + ", 'coordinator', '2026-01-01') returning 1",
         "42501"},
        {"ends those of another",
         mandate + "until_day = from_day where account_id = " + other + " returning 1", "f"},
        {"sees the sessions of who is not closed",
         "select 1 from identity.session where account_id = " + other, "f"},
        {"sees its tokens", "select 1 from identity.directory_token", "f"},
        {"opens one of who is closed",
         "insert into identity.session (token_hash, council_id, account_id, csrf_secret, created_at, "
         "seen_at) "
         "select sha256('open'), council_id, id, 'x', now(), now() from identity.account where disabled_at "
         "is "
         "not null limit 1",
         "42501"},
        {"ends the sessions of who is closed",
         "delete from identity.session where account_id = (select max(id) from identity.account where "
         "disabled_at "
         "is not null) returning 1",
         "t"},
        {"leaves a trace",
         "insert into audit.entry (council_id, account_id, act, object_kind, object, outcome) values (" +
             council + ", 0, 'a', 'account', '1', 'p')",
         "done"},
        {"leaves a trace of somebody",
         "insert into audit.entry (council_id, account_id, act, object_kind, object, outcome) values (" +
             council + ", " + other + ", 'a', 'account', '1', 'p')",
         "42501"},
        {"reads strategy", "select 1 from strategy.plan", "f"},
    };
}

}  // namespace

std::vector<std::string> directory_differences(db::Connection& admin, const GuardedTown&) {
    const auto id_of = [&](const char* who) {
        return asked(admin, "select id::text from identity.account where email = '" + std::string(who) + "'");
    };
    const std::string council = asked(admin, "select id::text from territory.council where slug = 'laval'");
    const std::string kept = id_of("elue@laval.example"), other = id_of("prefecture@laval.example"),
                      closed = id_of("mediation@laval.example");
    admin.command("update identity.account set directory = 'kept' where id in (" + kept + ", " + closed +
                  ")");
    admin.command("update identity.account set disabled_at = now() where id = " + closed);
    admin.command(
        "insert into identity.session (token_hash, council_id, account_id, csrf_secret, created_at, seen_at) "
        "select sha256(id::text::bytea), council_id, id, 'x', now(), now() from identity.account where id in "
        "(" +
        closed + ", " + other + ")");
    admin.command("update identity.mandate set until_day = '2026-12-31' where account_id = " + kept);
    const identity::DirectoryClient client{.council = territory::CouncilId(std::stoll(council)), .token = {}};
    std::vector<std::string> found;
    for (const Attempt& attempt : attempts(council, kept, other)) {
        const std::string answer = answered(admin, client.context(), attempt.statement);
        if (answer != attempt.wanted)
            found.push_back("the directory: " + std::string(attempt.what) + ": " + answer + ", not " +
                            attempt.wanted);
    }
    return found;
}

}  // namespace maillage::test
