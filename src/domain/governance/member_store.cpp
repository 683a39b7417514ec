#include "domain/governance/member_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/governance/sql.hpp"
#include "foundation/check.hpp"
#include "foundation/result.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::governance {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

MemberId read_id(db::Row& row) { return MemberId(row.int8()); }

template <class Value>
Value known(std::optional<Value> value) {
    foundation::check(value.has_value(), "a stored word is one of its list");
    return *value;
}

Member read_member(db::Row& row) {
    Member member{.id = MemberId(row.int8()), .function = row.text()};
    member.organisation_key = row.text_or_null();
    member.organisation = row.text_or_null();
    member.standing = known(standing_named(row.text()));
    member.seat = known(seat_named(row.text()));
    member.from = row.date();
    member.until = row.date_or_null();
    if (const auto college = row.text_or_null()) member.college = known(college_named(*college));
    member.account = row.int8_or_null();
    member.contact = row.int8_or_null();
    member.person = row.text_or_null();
    member.fictional = row.boolean();
    if (const auto replaced = row.int8_or_null()) member.replaces = MemberId(*replaced);
    return member;
}

void note_act(db::Tx& tx, const Actor& actor, std::string_view act, std::string_view kind,
              std::int64_t object) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = std::string(kind),
                       .object = std::to_string(object)});
}

// Who is named, and the organisation they sit for.
struct Named {
    std::optional<directory::OrganisationId> organisation;
    std::optional<std::int64_t> account, contact;

    NamedPerson person() const { return account || contact ? NamedPerson::present : NamedPerson::absent; }
};

std::optional<std::int64_t> number_after(std::string_view text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return std::nullopt;
    text.remove_prefix(prefix.size());
    return foundation::whole_number<std::int64_t>(text);
}

std::expected<Named, MemberRefusal> named_of(db::Tx& tx, const Actor& actor, const NewMember& member) {
    Named named;
    if (!member.organisation_key.empty()) {
        named.organisation = directory::organisation_with_key(tx, actor.council, member.organisation_key);
        if (!named.organisation) return std::unexpected(MemberRefusal::no_such_organisation);
    }
    if (member.person.empty()) return named;
    const auto read_number = [](db::Row& row) { return row.int8(); };
    if (const auto account = number_after(member.person, "account:"))
        named.account = tx.one(sql::account_offered, read_number, actor.council, *account);
    if (const auto contact = number_after(member.person, "contact:")) {
        // A contact sits for its own organisation, whatever else was chosen.
        const auto organisation = tx.one(sql::contact_offered, read_number, actor.council, *contact);
        if (organisation)
            named.contact = contact, named.organisation = directory::OrganisationId(*organisation);
    }
    if (named.person() == NamedPerson::absent) return std::unexpected(MemberRefusal::no_such_person);
    return named;
}

MemberRefusal as_member_refusal(MandateRefusal refusal) {
    switch (refusal) {
    case MandateRefusal::person_in_a_body_of_others: return MemberRefusal::person_in_a_body_of_others;
    case MandateRefusal::ends_before_it_begins: return MemberRefusal::ends_before_it_begins;
    }
    __builtin_unreachable();
}

std::expected<MemberId, MemberRefusal> insert(db::Tx& tx, const Actor& actor, const Body& body,
                                              const NewMember& member, std::optional<MemberId> replaces) {
    const Named named = TRY(named_of(tx, actor, member));
    const auto checked =
        check_mandate(body.kind, {.person = named.person(), .from = member.from, .until = member.until});
    if (!checked) return std::unexpected(as_member_refusal(checked.error()));
    const auto count = [](db::Row& row) { return row.int8(); };
    if (tx.single(sql::member_is_there, count, actor.council, body.id, member.function, named.organisation,
                  name_of(member.seat), replaces) > 0)
        return std::unexpected(MemberRefusal::already_there);
    if (tx.single(sql::person_sits, count, actor.council, body.id, named.account, named.contact, member.from,
                  member.until, replaces) > 0)
        return std::unexpected(MemberRefusal::person_sits_already);
    std::optional<std::string> college;
    if (member.college) college = std::string(name_of(*member.college));
    return tx.single(sql::add_member, read_id, actor.council, body.code, named.organisation, named.contact,
                     named.account, member.function, name_of(member.standing), name_of(member.seat),
                     member.from, member.until, college, false, replaces);
}

}  // namespace

std::vector<Member> members(db::Tx& tx, const Actor& actor, BodyId body, Members which,
                            foundation::Date today) {
    if (!may(actor, Act::read_governance)) return {};
    return tx.all(sql::members_of_body, read_member, actor.council, body, today,
                  which == Members::of_all_time);
}

std::optional<Member> find_member(db::Tx& tx, const Actor& actor, BodyId body, MemberId member,
                                  foundation::Date today) {
    for (Member& one : members(tx, actor, body, Members::of_all_time, today))
        if (one.id == member) return std::move(one);
    return std::nullopt;
}

std::vector<HeldSeat> held_seats(const std::vector<Member>& members, foundation::Date today) {
    std::vector<HeldSeat> seats;
    for (const Member& member : members)
        if (member.from <= today && (!member.until || *member.until >= today))
            seats.push_back({.standing = member.standing, .seat = member.seat, .college = member.college});
    return seats;
}

std::vector<PersonOffered> persons_offered(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::edit_governance)) return {};
    return tx.all(
        sql::persons_offered,
        [](db::Row& row) {
            PersonOffered person{.key = row.text() + ":"};
            person.key += std::to_string(row.int8());
            person.name = row.text();
            person.function = row.text();
            person.organisation = row.text();
            return person;
        },
        actor.council);
}

std::expected<MemberId, MemberRefusal> add_member(db::Tx& tx, const Actor& actor, std::string_view body,
                                                  const NewMember& member, foundation::Date today) {
    if (!may(actor, Act::edit_governance)) return std::unexpected(MemberRefusal::not_found);
    const auto found = find_body(tx, actor, body, today);
    if (!found) return std::unexpected(MemberRefusal::not_found);
    const MemberId id = TRY(insert(tx, actor, *found, member, std::nullopt));
    note_act(tx, actor, "governance.member.add", "member", id.value);
    return id;
}

std::expected<MemberId, MemberRefusal> replace_member(db::Tx& tx, const Actor& actor, std::string_view body,
                                                      MemberId old, const NewMember& member,
                                                      foundation::Date today) {
    if (!may(actor, Act::edit_governance)) return std::unexpected(MemberRefusal::not_found);
    const auto found = find_body(tx, actor, body, today);
    if (!found) return std::unexpected(MemberRefusal::not_found);
    const auto leaving = find_member(tx, actor, found->id, old, today);
    if (!leaving) return std::unexpected(MemberRefusal::not_found);
    if (member.from <= leaving->until.value_or(leaving->from))
        return std::unexpected(MemberRefusal::begins_before_the_other);
    // A refusal leaves the old mandate as it is: it ends once the new one is written.
    const MemberId id = TRY(insert(tx, actor, *found, member, old));
    if (!leaving->until) {
        tx.run(sql::end_member, actor.council, body, old, member.from.plus_days(-1));
        note_act(tx, actor, "governance.member.end", "member", old.value);
    }
    note_act(tx, actor, "governance.member.replace", "member", id.value);
    return id;
}

std::expected<void, MemberRefusal> end_member(db::Tx& tx, const Actor& actor, std::string_view body,
                                              MemberId member, foundation::Date last_day) {
    if (!may(actor, Act::edit_governance) ||
        !tx.one(sql::end_member, read_id, actor.council, body, member, last_day))
        return std::unexpected(MemberRefusal::not_found);
    note_act(tx, actor, "governance.member.end", "member", member.value);
    return {};
}

std::expected<void, MemberRefusal> reinstate_member(db::Tx& tx, const Actor& actor, std::string_view body,
                                                    MemberId member) {
    if (!may(actor, Act::edit_governance) ||
        !tx.one(sql::reinstate_member, read_id, actor.council, body, member))
        return std::unexpected(MemberRefusal::not_found);
    note_act(tx, actor, "governance.member.reinstate", "member", member.value);
    return {};
}

bool set_quorum(db::Tx& tx, const Actor& actor, std::string_view body, const std::optional<Quorum>& quorum) {
    if (!may(actor, Act::edit_governance)) return false;
    const std::optional<std::int64_t> percent = quorum ? std::optional(quorum->percent) : std::nullopt;
    const auto id = tx.one(
        sql::set_quorum, [](db::Row& row) { return row.int8(); }, actor.council, body, percent,
        quorum ? quorum->source : std::string());
    if (!id) return false;
    note_act(tx, actor, "governance.body.quorum", "body", *id);
    return true;
}

}  // namespace maillage::governance
