#include "domain/territory/membership_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/territory/sql.hpp"

namespace maillage::territory {
namespace {

namespace db = platform::db;

MembershipId read_id(db::Row& row) { return MembershipId(row.int8()); }

void note_act(db::Tx& tx, const Author& author, std::string_view act, MembershipId membership) {
    audit::record(tx, {.council = author.council.value,
                       .account = author.account,
                       .act = act,
                       .object_kind = "membership",
                       .object = std::to_string(membership.value)});
}

}  // namespace

std::vector<Membership> memberships(db::Tx& tx, CouncilId council) {
    return tx.all(
        sql::memberships_of_council,
        [](db::Row& row) {
            Membership membership{.id = MembershipId(row.int8()), .code = row.text(), .commune = row.text()};
            membership.standing = row.text();
            membership.days.since = row.date_or_null();
            membership.days.until = row.date_or_null();
            membership.source = row.text();
            return membership;
        },
        council);
}

std::expected<MembershipId, MembershipRefusal> attach_commune(db::Tx& tx, const Author& author,
                                                              const NewMembership& membership) {
    for (const Membership& known : memberships(tx, author.council))
        if (known.code == membership.code && overlap(known.days, {.since = membership.since}))
            return std::unexpected(MembershipRefusal::overlaps);
    const auto id = tx.one(sql::add_membership, read_id, author.council, membership.code, membership.standing,
                           membership.since, membership.source);
    if (!id) return std::unexpected(MembershipRefusal::no_such_commune);
    note_act(tx, author, "territory.membership.add", *id);
    return *id;
}

std::expected<void, MembershipRefusal> end_membership(db::Tx& tx, const Author& author,
                                                      MembershipId membership, foundation::Date until) {
    if (!tx.one(sql::end_membership, read_id, author.council, membership, until))
        return std::unexpected(MembershipRefusal::not_found);
    note_act(tx, author, "territory.membership.end", membership);
    return {};
}

std::expected<void, MembershipRefusal> reopen_membership(db::Tx& tx, const Author& author,
                                                         MembershipId membership) {
    if (!tx.one(sql::reopen_membership, read_id, author.council, membership))
        return std::unexpected(MembershipRefusal::not_found);
    note_act(tx, author, "territory.membership.reopen", membership);
    return {};
}

}  // namespace maillage::territory
