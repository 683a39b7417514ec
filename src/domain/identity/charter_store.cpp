#include "domain/identity/charter_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/identity/sql.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

Charter read_charter(db::Row& row) {
    Charter charter{.version = row.int8()};
    charter.title = row.text();
    charter.body = row.text();
    charter.from = row.date();
    charter.written_at = row.instant();
    charter.written_by = row.text();
    charter.signed_at = row.instant_or_null();
    return charter;
}

std::int64_t read_version(db::Row& row) { return row.int8(); }

void note(db::Tx& tx, const Actor& actor, std::string_view act, std::int64_t version) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "charter",
                       .object = std::to_string(version)});
}

const Charter* with_version(const std::vector<Charter>& charters, const CharterVersion* wanted) {
    if (wanted == nullptr) return nullptr;
    return &*std::ranges::find(charters, wanted->version, &Charter::version);
}

}  // namespace

std::vector<Charter> charters(db::Tx& tx, const Actor& actor) {
    return tx.all(sql::charters, read_charter, actor.council, actor.account);
}

std::vector<CharterVersion> versions_of(const std::vector<Charter>& charters) {
    std::vector<CharterVersion> versions;
    versions.reserve(charters.size());
    for (const Charter& charter : charters)
        versions.push_back({.version = charter.version,
                            .from = charter.from,
                            .signed_by_self = charter.signed_at.has_value()});
    return versions;
}

const Charter* in_force(const std::vector<Charter>& charters, foundation::Date today) {
    const auto versions = versions_of(charters);
    return with_version(charters, charter_in_force(versions, today));
}

const Charter* to_come(const std::vector<Charter>& charters, foundation::Date today) {
    const auto versions = versions_of(charters);
    return with_version(charters, charter_to_come(versions, today));
}

bool suspended_by_charter(db::Tx& tx, const Actor& actor) {
    return tx.single(
        sql::suspended_by_charter, [](db::Row& row) { return row.boolean(); }, actor.council, actor.account,
        actor.today);
}

bool sign_charter(db::Tx& tx, const Actor& actor, std::int64_t version, foundation::Instant now) {
    if (!tx.one(sql::sign_charter, read_version, actor.council, actor.account, version, now)) return false;
    note(tx, actor, "identity.charter.sign", version);
    return true;
}

bool withdraw_signature(db::Tx& tx, const Actor& actor, std::int64_t version, foundation::Instant now) {
    if (!tx.one(sql::withdraw_charter_signature, read_version, actor.council, actor.account, version, now))
        return false;
    note(tx, actor, "identity.charter.withdraw", version);
    return true;
}

std::optional<std::int64_t> publish_charter(db::Tx& tx, const Actor& actor, const NewCharter& charter,
                                            foundation::Instant now) {
    if (!may(actor, Act::manage_accounts)) return std::nullopt;
    const auto version = tx.one(sql::publish_charter, read_version, actor.council, charter.title,
                                charter.body, charter.from, actor.account, now, charter.after);
    if (!version) return std::nullopt;
    note(tx, actor, "identity.charter.publish", *version);
    sign_charter(tx, actor, *version, now);
    return version;
}

Signatories signatories(db::Tx& tx, const Actor& actor, const std::vector<Charter>& charters,
                        std::int64_t page) {
    Signatories found;
    if (!may(actor, Act::manage_accounts)) return found;
    const auto version_of = [](const Charter* charter) {
        return charter == nullptr ? std::nullopt : std::optional(charter->version);
    };
    const auto read = [&](db::Row& row) {
        Signatory one{.name = row.text(), .public_id = row.text()};
        one.signed_at = row.instant_or_null();
        one.signed_early_at = row.instant_or_null();
        found.total = row.int8();
        found.have_signed = row.int8();
        found.have_signed_early = row.int8();
        return one;
    };
    found.rows =
        tx.all(sql::charter_signatories, read, actor.council, version_of(in_force(charters, actor.today)),
               version_of(to_come(charters, actor.today)), actor.today, signatories_per_page,
               (page - 1) * signatories_per_page);
    return found;
}

}  // namespace maillage::identity
