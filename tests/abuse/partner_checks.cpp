#include "tests/abuse/partner_checks.hpp"

#include "domain/identity/policy_rules.hpp"
#include "platform/db/context.hpp"
#include "platform/db/errors.hpp"

namespace maillage::test {
namespace {

namespace db = platform::db;

std::string answered(db::Connection& admin, const db::Context& context, const std::string& statement) {
    admin.command("savepoint partner; set local role maillage_app; set local app.ctx = '" +
                  db::signed_context(context, admin.backend_pid(), TestDatabase::context_key()) + "'");
    std::string answer;
    try {
        answer = asked(admin, "with done as (" + statement + " returning 1) select count(*) > 0 from done");
    } catch (const db::StatementFailed& failure) {
        answer = "SQLSTATE " + failure.state;
    }
    admin.command("rollback to savepoint partner; release savepoint partner");
    return answer;
}

struct Attempt {
    const char* what;
    std::string statement;
};

// On one indicator, in the name of one account; `comment` is a comment of this account on it.
std::vector<Attempt> attempts(const std::string& indicator, const std::string& account,
                              const std::string& comment) {
    const std::string of_it = " from indicators.indicator where id = " + indicator;
    return {
        {"adds a figure",
         "insert into indicators.figure (council_id, indicator_id, first_month, months, value, entered_at) "
         "select council_id, id, '1990-01-01', 1, 1, now()" +
             of_it},
        {"replaces a figure",
         "update indicators.figure set replaced_at = now() where indicator_id = " + indicator},
        {"comments",
         "insert into indicators.comment (council_id, indicator_id, account_id, author, written_at) "
         "select council_id, id, " +
             account + ", 'partner', now()" + of_it},
        {"writes again",
         "insert into indicators.comment_text (council_id, comment_id, number, text, written_at) "
         "select council_id, " +
             comment + ", 9, 'again', now()" + of_it},
    };
}

}  // namespace

std::vector<std::string> partner_differences(db::Connection& admin, const GuardedTown& town) {
    constexpr identity::HeldRole role = identity::Role::local_partner;
    const std::string given =
        " from indicators.described d where d.owner_id is not null and d.standing <> 'retired' "
        "and d.computed is null";
    const std::string own = asked(admin, "select min(d.id)::text" + given);
    const std::string owner =
        asked(admin, "select d.owner_id::text from indicators.described d where d.id = " + own);
    const std::string other = asked(admin, "select min(d.id)::text" + given + " and d.owner_id <> " + owner);
    admin.command(
        "insert into indicators.figure (council_id, indicator_id, first_month, months, value, entered_at) "
        "select council_id, id, '1991-01-01', 1, 1, now() from indicators.indicator where id in (" +
        own + ", " + other + ") on conflict do nothing");
    identity::Actor partner{.account = identity::AccountId(0), .council = territory::CouncilId(0)};
    for (const Attacker& attacker : town.attackers())
        if (attacker.name == identity::name_of(identity::Role::local_partner)) {
            partner.account = identity::AccountId(attacker.context.account);
            partner.council = territory::CouncilId(attacker.context.council);
        }
    partner.roles = {role};
    partner.organisation = std::stoll(owner);
    const std::string account = std::to_string(partner.account.value);
    std::vector<std::string> found;
    for (const std::string& indicator : {own, other}) {
        const std::string comment = asked(
            admin,
            "with made as (insert into indicators.comment (council_id, indicator_id, account_id, author, "
            "written_at) select council_id, id, " +
                account + ", 'partner', now() from indicators.indicator where id = " + indicator +
                " returning id) select id::text from made");
        for (const Attempt& attempt : attempts(indicator, account, comment)) {
            const std::string answer = answered(admin, partner.context(), attempt.statement);
            const bool done = answer == "t";
            if (done != (indicator == own))
                found.push_back(std::string(attempt.what) + " on the indicator of " +
                                (indicator == own ? "its own" : "another") + " organisation: " + answer);
        }
    }
    return found;
}

}  // namespace maillage::test
