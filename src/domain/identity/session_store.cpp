#include "domain/identity/session_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/identity/held_roles.hpp"
#include "domain/identity/key_pair_store.hpp"
#include "domain/identity/roles_of_act.hpp"
#include "domain/identity/sql.hpp"
#include "platform/crypto/token.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
using platform::crypto::token_hash;

constexpr db::Context application{.reach = db::Context::Reach::system};

constexpr std::chrono::minutes failures_told{15};

struct Found {
    OpenSession session;
    foundation::Instant seen_at, created_at;
};

Found read_session(db::Row& row) {
    const AccountId account(row.int8());
    const territory::CouncilId council(row.int8());
    Found found{
        .session = {.actor = {.account = account, .council = council}}, .seen_at = {}, .created_at = {}};
    OpenSession& session = found.session;
    session.actor.council_slug = row.text();
    session.actor.council_name = row.text();
    session.demonstration = row.boolean();
    session.actor.display_name = row.text();
    session.language = row.text();
    session.theme = row.text();
    session.shortcuts = row.boolean();
    session.csrf_secret = row.text();
    session.actor.session_id = row.text();
    found.seen_at = row.instant();
    found.created_at = row.instant();
    session.failures = row.int8();
    session.actor.roles = held_roles(row.texts());
    session.actor.organisation = row.int8_or_null();
    session.charter_unsigned = row.boolean();
    return found;
}

}  // namespace

std::optional<OpenSession> find_session(Services& services, std::string_view cookie) {
    const auto hash = token_hash(cookie);
    if (!hash) return std::nullopt;
    const foundation::Instant now = services.clock();
    const foundation::Date today = services.catalogues.of(platform::i18n::Language::fr).today(now);
    return services.database.transaction(application, [&](db::Tx& tx) -> std::optional<OpenSession> {
        auto found = tx.one(sql::actor_of_session, read_session, db::Bytes{*hash},
                            now - services.session_limits.absolute, now - services.session_limits.idle, today,
                            roles_of_act(Act::fill_indicators));
        if (!found) {
            // Too old once is too old for good, whatever the clock says later.
            tx.run(sql::end_old_session, db::Bytes{*hash}, now - services.session_limits.absolute,
                   now - services.session_limits.idle);
            return std::nullopt;
        }
        if (now - found->seen_at > std::chrono::minutes(1)) {
            tx.run(sql::touch_session, db::Bytes{*hash}, now);
            found->seen_at = now;
        }
        OpenSession& session = found->session;
        session.actor.today = today;
        session.last_at = found->created_at + services.session_limits.absolute;
        if (now - found->created_at > failures_told) session.failures = 0;
        session.ends_at = std::min(found->seen_at + services.session_limits.idle, session.last_at);
        return std::move(found->session);
    });
}

bool session_lives(db::Tx& tx, const Actor& actor, const SessionLimits& limits, foundation::Instant now) {
    return tx.single(
        sql::session_lives, [](db::Row& row) { return row.boolean(); }, actor.council, actor.account,
        actor.session_id, now - limits.absolute, now - limits.idle);
}

void sign_out(Services& services, std::string_view cookie) {
    const auto hash = token_hash(cookie);
    if (!hash) return;
    services.database.transaction(application, [&](db::Tx& tx) {
        const auto ended = tx.one(
            sql::end_session,
            [](db::Row& row) {
                const std::int64_t council = row.int8();
                return std::pair(council, row.int8());
            },
            db::Bytes{*hash});
        if (!ended) return;
        audit::record(tx, {.council = ended->first,
                           .account = ended->second,
                           .act = "identity.session.close",
                           .object_kind = "account",
                           .object = std::to_string(ended->second)});
    });
}

std::string rotate_session(db::Tx& tx, const Actor& actor, std::string_view old_token) {
    return rotate_session(tx, actor, secret_of_session(tx, actor, old_token));
}

std::string rotate_session(db::Tx& tx, const Actor& actor, const std::optional<SecretKey>& secret) {
    auto token = platform::crypto::new_token(platform::crypto::random_bytes);
    const auto sealed = sealed_for({.council = actor.council, .account = actor.account}, token.text, secret);
    tx.run(sql::rotate_session, actor.council, actor.account, actor.session_id, db::Bytes{token.hash},
           sealed ? std::optional(db::Bytes{*sealed}) : std::nullopt);
    return std::move(token.text);
}

std::vector<SessionRow> sessions_of(db::Tx& tx, const Actor& actor) {
    return tx.all(
        sql::sessions_of_account,
        [](db::Row& row) {
            return SessionRow{
                .id = row.text(), .created_at = row.instant(), .seen_at = row.instant(), .agent = row.text()};
        },
        actor.council, actor.account);
}

void end_session(db::Tx& tx, const Actor& actor, const std::string& id) {
    tx.run(sql::end_session_by_id, actor.council, actor.account, id);
}

void end_other_sessions(db::Tx& tx, const Actor& actor) {
    tx.run(sql::end_other_sessions, actor.council, actor.account, actor.session_id);
}

void purge(Services& services) {
    const foundation::Instant now = services.clock();
    services.database.transaction(application, [&](db::Tx& tx) {
        tx.run(sql::purge_old, now - std::chrono::hours(24), now - std::chrono::minutes(10),
               now - services.session_limits.absolute, now - services.session_limits.idle, now);
    });
}

platform::db::Context Actor::context() const {
    std::vector<std::string> acts;
    for (const Act act : all_acts())
        if (may(*this, act)) acts.emplace_back(name_of(act));
    // The act and whose: "fill_indicators:42", which the policies of the figures compare with their
    // organisation.
    const Act fill = Act::fill_indicators;
    if (organisation && may(*this, fill, {.kind = Object::Kind::indicator, .organisation = organisation}))
        acts.push_back(std::string(name_of(fill)) + ":" + std::to_string(*organisation));
    return {.account = account.value,
            .council = council.value,
            .reach = signed_in() ? db::Context::Reach::member : db::Context::Reach::visitor,
            .acts = std::move(acts),
            .before_commit = before_commit};
}

}  // namespace maillage::identity
