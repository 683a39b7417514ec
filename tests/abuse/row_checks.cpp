#include "tests/abuse/row_checks.hpp"

#include <libpq-fe.h>

#include <memory>

#include "app/demo.hpp"
#include "domain/identity/policy_rules.hpp"
#include "platform/db/context.hpp"
#include "platform/db/errors.hpp"

namespace maillage::test {
namespace {

namespace db = platform::db;
using Reach = db::Context::Reach;

struct Cleared {
    void operator()(PGresult* result) const { PQclear(result); }
};

Attacker member(const std::string& name, std::int64_t council, std::int64_t account,
                std::span<const identity::HeldRole> roles) {
    identity::Actor actor{.account = identity::AccountId(account), .council = territory::CouncilId(council)};
    actor.roles.assign(roles.begin(), roles.end());
    return {.name = name, .context = actor.context()};
}

// Statements run as the runtime role under this attacker's context, until the end of its life.
class InTheirSkin {
 public:
    InTheirSkin(db::Connection& connection, const Attacker& attacker) : connection_(connection) {
        connection_.command(
            "savepoint skin; set local role maillage_app; set local app.ctx = '" +
            db::signed_context(attacker.context, connection_.backend_pid(), TestDatabase::context_key()) +
            "'");
    }
    ~InTheirSkin() { connection_.command("rollback to savepoint skin; release savepoint skin"); }
    InTheirSkin(const InTheirSkin&) = delete;

 private:
    db::Connection& connection_;
};

// How many rows, and which: a sum over their texts.
std::string fingerprint_of(const std::string& rows) {
    return "select count(*) || ' rows ' || coalesce(sum(hashtext(r)::bigint), 0) from (" + rows + ") as kept";
}

std::string read_difference(db::Connection& admin, const GuardedTable& table, const Attacker& attacker) {
    const std::string rows = "select t::text as r from " + std::string(table.name) + " t";
    const std::string wanted = asked(admin, fingerprint_of(rows + " where " + must_read(table, attacker)));
    std::string got;
    {
        const InTheirSkin skin(admin, attacker);
        try {
            got = asked(admin, fingerprint_of(rows));
        } catch (const db::StatementFailed& failure) {
            got = "SQLSTATE " + failure.state;
        }
    }
    return got == wanted ? "" : "reads " + got + ", must read " + wanted;
}

// Without right to change any column the table only grows.
std::string changeable_column(db::Connection& admin, const GuardedTable& table) {
    return asked(admin, "select coalesce((select a.attname::text from pg_attribute a where a.attrelid = '" +
                            std::string(table.name) +
                            "'::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = '' "
                            "and has_column_privilege('maillage_app', a.attrelid, a.attnum, 'update') "
                            "order by a.attname <> 'council_id', a.attnum limit 1), '')");
}

std::string change_difference(db::Connection& admin, const GuardedTable& table, const Attacker& attacker) {
    const std::string column = changeable_column(admin, table);
    if (column.empty()) return {};
    const std::string name(table.name);
    const std::string wanted =
        asked(admin, "select count(*) from " + name + " t where " + must_change(table, attacker));
    std::string got;
    {
        const InTheirSkin skin(admin, attacker);
        try {
            got = asked(admin, "with changed as (update " + name + " set " + column + " = " + column +
                                   " returning 1) select count(*) from changed");
        } catch (const db::StatementFailed& failure) {
            got = "SQLSTATE " + failure.state;
        }
    }
    return got == wanted ? "" : "changes " + got + " rows, must change " + wanted;
}

std::string changed_by(db::Connection& connection, const std::string& statement) {
    const std::unique_ptr<PGresult, Cleared> result(PQexec(connection.raw(), statement.c_str()));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
        const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        throw db::StatementFailed(state == nullptr ? "" : state, PQerrorMessage(connection.raw()));
    }
    return PQcmdTuples(result.get());
}

// Who names no column to read is not asked the policies of reading: a change of rows unseen, by who must
// change none.
std::string blind_difference(db::Connection& admin, const GuardedTable& table, const Attacker& attacker) {
    const std::string column = changeable_column(admin, table);
    if (column.empty()) return {};
    const std::string name(table.name);
    if (asked(admin, "select count(*) from " + name + " t where " + must_change(table, attacker)) != "0")
        return {};
    const std::string value = asked(
        admin, "select coalesce((select quote_nullable(" + column + ") from " + name + " limit 1), '')");
    if (value.empty()) return {};
    const InTheirSkin skin(admin, attacker);
    try {
        const std::string changed = changed_by(admin, "update " + name + " set " + column + " = " + value);
        return changed == "0" ? "" : "changes " + changed + " rows unseen";
    } catch (const db::StatementFailed& failure) {
        return failure.state == "42501" ? "" : "reaches rows unseen, SQLSTATE " + failure.state;
    }
}

// PostgreSQL asks the policies before it looks for doubles: a copy that is refused as a double was allowed.
std::string add_difference(db::Connection& admin, const GuardedTable& table, const Attacker& attacker) {
    const std::string name(table.name);
    if (asked(admin, "select has_table_privilege('maillage_app', '" + name + "', 'insert')") != "t")
        return {};
    const bool wanted = must_add(table, attacker);
    const std::string council = std::to_string(attacker.context.council);
    std::string mine = "t.council_id = " + council;
    if (attacker.context.reach == Reach::system) mine = "true";
    if (!table.hidden.empty()) mine += " and not (" + std::string(table.hidden) + ")";
    if (!table.owner.empty() && !writes_all(table, attacker))
        mine += " and t." + std::string(table.owner) + " = " + std::to_string(attacker.context.account);
    admin.command(
        "savepoint sample; drop table if exists sample.one; create table sample.one as select * from " +
        name + " t where " + mine + " limit 1; grant select on sample.one to maillage_app");
    std::string got;
    const bool none = asked(admin, "select count(*) from sample.one") == "0";
    if (!none) {
        const InTheirSkin skin(admin, attacker);
        try {
            admin.command("insert into " + name + " overriding system value select * from sample.one");
            got = "adds";
        } catch (const db::StatementFailed& failure) {
            got = failure.state == "42501" ? "does not add" : "adds";
        }
    }
    admin.command("rollback to savepoint sample; release savepoint sample");
    if (none || got == (wanted ? "adds" : "does not add")) return {};
    return got + (wanted ? ", must add" : ", must not add");
}

}  // namespace

std::vector<std::string> all_asked(db::Connection& connection, const std::string& statement) {
    const std::unique_ptr<PGresult, Cleared> result(PQexec(connection.raw(), statement.c_str()));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
        const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        throw db::StatementFailed(state == nullptr ? "" : state, PQerrorMessage(connection.raw()));
    }
    std::vector<std::string> texts;
    for (int i = 0; i < PQntuples(result.get()); ++i) texts.emplace_back(PQgetvalue(result.get(), i, 0));
    return texts;
}

std::string asked(db::Connection& connection, const std::string& statement) {
    return all_asked(connection, statement).at(0);
}

GuardedTown::GuardedTown() {
    fill();
    db::Connection connection(admin());
    const auto number = [&](const std::string& statement) {
        return std::stoll(asked(connection, statement));
    };
    const std::int64_t council = number("select id from territory.council where slug = 'laval'"),
                       elsewhere = number("select id from territory.council where slug = 'ailleurs'");
    for (const app::DemoAccount& account : app::demo_accounts()) {
        const identity::HeldRole role = account.role;
        attackers_.push_back(member(
            std::string(identity::name_of(account.role)), council,
            number("select id from identity.account where email = '" + std::string(account.email) + "'"),
            {&role, 1}));
    }
    constexpr identity::HeldRole coordinator = identity::Role::coordinator;
    attackers_.push_back(member("no_mandate", council, attackers_.at(1).context.account, {}));
    attackers_.push_back(
        member("stranger", elsewhere,
               number("select id from identity.account where email = 'coordination@ailleurs.example'"),
               {&coordinator, 1}));
    attackers_.push_back({.name = "visitor", .context = {.council = council, .reach = Reach::visitor}});
    attackers_.push_back({.name = "application", .context = application()});
}

// What no page of the attacked town has made yet. Owners are the coordinator and the elected person.
void GuardedTown::fill() {
    db::Connection connection(admin());
    connection.command(R"(
with who as (select id, council_id from identity.account
             where email in ('coordination@laval.example', 'elue@laval.example', 'dpo@laval.example'))
insert into identity.session (token_hash, council_id, account_id, csrf_secret, created_at, seen_at)
select sha256(id::text::bytea), council_id, id, 'x', now(), now() from who;
update identity.account set disabled_at = now() where email = 'dpo@laval.example';
insert into identity.submission (council_id, account_id, key, request_hash, started_at)
select council_id, id, 'a key of their own ' || id, '', now() from identity.account;
insert into identity.failure (subject, count, last_at) values ('somebody', 1, now());
insert into identity.kept_form (token_hash, path, fields, kept_at) values ('token', '/', '{}', now());
insert into identity.invitation (account_id, council_id, code_hash, expires_at)
select id, council_id, sha256(id::text::bytea), now() from identity.account where email like 'elue@%';
insert into identity.totp (account_id, council_id, secret)
select id, council_id, decode(repeat('00', 60), 'hex') from identity.account
where email in ('coordination@laval.example', 'elue@laval.example', 'coordination@ailleurs.example');
insert into identity.recovery_code (code_hash, council_id, account_id)
select sha256(id::text::bytea), council_id, id from identity.account
where email in ('coordination@laval.example', 'elue@laval.example', 'coordination@ailleurs.example');
insert into identity.passkey (council_id, account_id, credential_id, public_key, rp_id, sign_count, backup_eligible,
                              backed_up, name, created_at)
select council_id, id, sha256(id::text::bytea), decode(repeat('00', 77), 'hex'), 'localhost', 0, false, false, 'key',
       now()
from identity.account
where email in ('dpo@laval.example', 'coordination@ailleurs.example');
insert into identity.passkey_user (account_id, council_id, handle)
select id, council_id, sha256(id::text::bytea) from identity.account
where email in ('dpo@laval.example', 'coordination@ailleurs.example');
insert into identity.used_challenge (challenge_hash, used_at) values (sha256('x'), now());
insert into identity.key_pair (account_id, council_id, public_key, sealed_secret, made_at)
select id, council_id, sha256(''), decode(repeat('00', 112), 'hex'), now() from identity.account
on conflict do nothing;
insert into identity.half_sign_in (token_hash, council_id, account_id, started_at)
select sha256(id::text::bytea), council_id, id, now() from identity.account where email like 'elue@%';
insert into jobs.result (job_id, council_id, account_id, media_type, file_name, bytes, expires_at)
select id, council_id, account_id, 'text/plain', 'x.txt', 'x', now() from jobs.job
on conflict do nothing;
insert into strategy.draft (council_id, account_id, form, body)
select council_id, id, 'new', '{}' from identity.account where email like 'coordination@%' or email like 'elue@%';
insert into directory.draft (council_id, account_id, form, body)
select council_id, id, 'new', '' from identity.account where email like 'coordination@%' or email like 'elue@%';
insert into final_review.draft (council_id, account_id, part, seen, body, saved_at)
select council_id, id, 'OBJ-1', 0, '', now() from identity.account
where email like 'coordination@%' or email like 'elue@%';
insert into strategy.term_end (council_id, version, ends, source, set_by, set_at)
select id, 1, '2026-12-31', 'Lettre', 1, now() from territory.council;
insert into strategy.saved_view (council_id, account_id, name, query)
select council_id, id, 'theirs', '' from identity.account where email like 'elue@%';
insert into directory.network (council_id, code, name) select id, 'net', 'Net' from territory.council
on conflict do nothing;
insert into directory.network_member (council_id, network_id, organisation_id)
select n.council_id, n.id, o.id from directory.network n join directory.organisation o using (council_id)
on conflict do nothing;
insert into strategy.action_partner (council_id, action_id, name)
select council_id, id, 'Un partenaire' from strategy.action where code = 'TRQ-13';
update strategy.action set deleted_at = now() where code = 'PRE-3';
update documents.file set removed_at = now()
where id = (select document_id from strategy.evidence limit 1);
update strategy.evidence set removed_at = now()
where id = (select id from strategy.evidence limit 1);
insert into documents.file (id, council_id, title, kind, size_bytes, sha256, bytes, uploaded_by)
select gen_random_uuid(), council_id, 'kept', 'pdf', size_bytes, sha256, bytes, uploaded_by
from documents.file limit 1;
insert into strategy.evidence (council_id, action_id, document_id, title, account_id)
select e.council_id, e.action_id, f.id, 'kept', e.account_id
from strategy.evidence e join documents.file f on f.title = 'kept' limit 1;
insert into indicators.comment (council_id, indicator_id, account_id, author, written_at, removed_at, removed_by,
                                removed_because)
select council_id, indicator_id, account_id, author, now(), now(), account_id, 'taken away' from indicators.comment limit 1;
insert into indicators.comment_text (council_id, comment_id, number, text, written_at)
select council_id, id, 1, 'taken away', now() from indicators.comment where removed_at is not null;
insert into indicators.sent_table (id, council_id, account_id, sent_at)
select substr(md5(id::text), 1, 16), council_id, id, now() from identity.account where email like 'elue@%' or email like 'mediation@%';
insert into notices.setting (council_id, set_by, set_at)
select id, 1, now() from territory.council on conflict do nothing;
insert into notices.digest (council_id, quarter, automatic, recipients, subject_fr, subject_en, text_fr, text_en,
                            sent_by, sent_at)
select id, '2026-10-01', true, 1, 'S', 'S', 'T', 'T', 1, now() from territory.council on conflict do nothing;
insert into notices.reminder (council_id, organisation_id, week, figures, recipients, automatic, sent_by, sent_at)
select council_id, min(id), '2026-11-23', 1, 1, true, 1, now() from directory.organisation group by council_id
on conflict do nothing;
insert into notices.opt_out (council_id, account_id, kind)
select council_id, id, 'digest' from identity.account where email like 'coordination@%' or email like 'elue@%'
on conflict do nothing;
insert into indicators.key_figure (council_id, position, indicator_id)
select council_id, 1, min(id) from indicators.indicator group by council_id;
insert into notices.sender (council_id, site) select id, 'https://maillage.example' from territory.council
on conflict do nothing;
insert into mail.message (council_id, kind, created_at) select id, 'digest', now() from territory.council;
insert into mail.text (council_id, message_id, subject_fr, subject_en, text_fr, text_en)
select council_id, id, 'S', 'S', 'T', 'T' from mail.message
on conflict do nothing;
insert into mail.delivery (council_id, message_id, account_id, try_at)
select m.council_id, m.id, a.id, now() from mail.message m join identity.account a using (council_id)
where a.email like 'elue@%' or a.email like 'coordination@%'
on conflict do nothing;
create schema sample;
grant usage on schema sample to maillage_app)");
}

std::vector<std::string> differences(db::Connection& admin, const GuardedTable& table,
                                     const std::vector<Attacker>& attackers) {
    std::vector<std::string> found;
    for (const Attacker& attacker : attackers)
        for (const auto difference : {read_difference, change_difference, blind_difference, add_difference}) {
            const std::string text = difference(admin, table, attacker);
            if (!text.empty()) found.push_back(std::string(table.name) + ": " + attacker.name + " " + text);
        }
    return found;
}

}  // namespace maillage::test
