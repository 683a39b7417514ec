#include "domain/governance/body_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/governance/sql.hpp"
#include "foundation/check.hpp"

namespace maillage::governance {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

bool may(const Actor& actor, Act act) { return identity::may(actor.subject(), act); }
MemberId read_id(db::Row& row) { return MemberId(row.int8()); }

template <class Value>
Value known(std::optional<Value> value) {
    foundation::check(value.has_value(), "a stored word is one of its list");
    return *value;
}

Body read_body(db::Row& row) {
    Body body{.id = BodyId(row.int8()), .code = row.text()};
    body.kind = known(body_kind_named(row.text()));
    body.name = row.text();
    body.name_en = row.text();
    body.purpose = row.text();
    body.purpose_en = row.text();
    body.chaired_by = row.text();
    body.legal_gap_months = row.int8_or_null();
    body.legal_article = row.text();
    body.rhythm = known(rhythm_named(row.text()));
    body.month = row.int8_or_null();
    body.source = row.text();
    body.strategy_group = row.text_or_null();
    body.members = row.int8();
    return body;
}

Member read_member(db::Row& row) {
    Member member{.id = MemberId(row.int8()), .function = row.text()};
    member.organisation_key = row.text_or_null();
    member.organisation = row.text_or_null();
    member.standing = known(standing_named(row.text()));
    member.seat = known(seat_named(row.text()));
    member.from = row.date();
    member.until = row.date_or_null();
    return member;
}

void note_act(db::Tx& tx, const Actor& actor, std::string_view act, MemberId member) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "member",
                       .object = std::to_string(member.value)});
}

}  // namespace

std::vector<Body> bodies(db::Tx& tx, const Actor& actor, foundation::Date today) {
    if (!may(actor, Act::read_governance)) return {};
    return tx.all(sql::bodies_of_council, read_body, actor.council, today);
}

std::optional<Body> find_body(db::Tx& tx, const Actor& actor, std::string_view code, foundation::Date today) {
    if (!may(actor, Act::read_governance)) return std::nullopt;
    return tx.one(sql::body_by_code, read_body, actor.council, code, today);
}

std::vector<Member> members(db::Tx& tx, const Actor& actor, BodyId body, Members which,
                            foundation::Date today) {
    if (!may(actor, Act::read_governance)) return {};
    return tx.all(sql::members_of_body, read_member, actor.council, body, today,
                  which == Members::of_all_time);
}

std::expected<MemberId, MemberRefusal> add_member(db::Tx& tx, const Actor& actor, std::string_view body,
                                                  const NewMember& member, foundation::Date today) {
    if (!may(actor, Act::edit_governance)) return std::unexpected(MemberRefusal::not_found);
    const auto found = find_body(tx, actor, body, today);
    if (!found) return std::unexpected(MemberRefusal::not_found);
    std::optional<directory::OrganisationId> organisation;
    if (!member.organisation_key.empty()) {
        organisation = directory::organisation_with_key(tx, actor.council, member.organisation_key);
        if (!organisation) return std::unexpected(MemberRefusal::no_such_organisation);
    }
    const auto already = tx.single(
        sql::member_is_there, [](db::Row& row) { return row.int8(); }, actor.council, found->id,
        member.function, organisation, name_of(member.seat));
    if (already > 0) return std::unexpected(MemberRefusal::already_there);
    const MemberId id =
        tx.single(sql::add_member, read_id, actor.council, body, organisation, std::optional<std::int64_t>(),
                  std::optional<std::int64_t>(), member.function, name_of(member.standing),
                  name_of(member.seat), member.from);
    note_act(tx, actor, "governance.member.add", id);
    return id;
}

std::expected<void, MemberRefusal> end_member(db::Tx& tx, const Actor& actor, std::string_view body,
                                              MemberId member, foundation::Date last_day) {
    if (!may(actor, Act::edit_governance) ||
        !tx.one(sql::end_member, read_id, actor.council, body, member, last_day))
        return std::unexpected(MemberRefusal::not_found);
    note_act(tx, actor, "governance.member.end", member);
    return {};
}

std::expected<void, MemberRefusal> reinstate_member(db::Tx& tx, const Actor& actor, std::string_view body,
                                                    MemberId member) {
    if (!may(actor, Act::edit_governance) ||
        !tx.one(sql::reinstate_member, read_id, actor.council, body, member))
        return std::unexpected(MemberRefusal::not_found);
    note_act(tx, actor, "governance.member.reinstate", member);
    return {};
}

}  // namespace maillage::governance
