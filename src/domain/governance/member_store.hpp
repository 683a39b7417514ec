#pragma once

#include <expected>
#include <string>
#include <vector>

#include "domain/governance/api.hpp"
#include "domain/governance/member_rules.hpp"

namespace maillage::governance {

struct Member {
    MemberId id{0};
    std::string function;
    std::optional<std::string> organisation_key, organisation;
    Standing standing = Standing::member;
    Seat seat = Seat::holder;
    foundation::Date from;
    std::optional<foundation::Date> until;  // last day
    std::optional<College> college;
    std::optional<std::int64_t> account, contact;
    std::optional<std::string> person;  // the name of who holds the function, when it is known
    bool fictional = false;
    std::optional<MemberId> replaces;
};
enum class Members { of_today, of_all_time };
std::vector<Member> members(platform::db::Tx& tx, const identity::Actor& actor, BodyId body, Members which,
                            foundation::Date today);
std::optional<Member> find_member(platform::db::Tx& tx, const identity::Actor& actor, BodyId body,
                                  MemberId member, foundation::Date today);
std::vector<HeldSeat> held_seats(const std::vector<Member>& members, foundation::Date today);

// Who may be put in a seat: the accounts of the council in activity, the contacts of its directory. Empty for
// who may not edit the governance.
struct PersonOffered {
    std::string key;  // "account:12", "contact:5"
    std::string name, function, organisation;
};
std::vector<PersonOffered> persons_offered(platform::db::Tx& tx, const identity::Actor& actor);

struct NewMember {
    std::string function;
    std::string organisation_key = {};  // empty: a function without organisation, or a contact's own
    std::string person = {};            // a key of persons_offered; empty: nobody is named
    Standing standing = Standing::member;
    Seat seat = Seat::holder;
    std::optional<College> college = {};
    foundation::Date from;
    std::optional<foundation::Date> until = {};
};
enum class MemberRefusal {
    not_found,
    no_such_organisation,
    no_such_person,
    already_there,
    person_sits_already,
    person_in_a_body_of_others,
    ends_before_it_begins,
    begins_before_the_other
};
std::expected<MemberId, MemberRefusal> add_member(platform::db::Tx& tx, const identity::Actor& actor,
                                                  std::string_view body, const NewMember& member,
                                                  foundation::Date today);
// The old mandate ends on the day before the new one begins; the new one says which it follows. Both or
// neither.
std::expected<MemberId, MemberRefusal> replace_member(platform::db::Tx& tx, const identity::Actor& actor,
                                                      std::string_view body, MemberId old,
                                                      const NewMember& member, foundation::Date today);
// The member sits until `last_day`, which is not before the first.
std::expected<void, MemberRefusal> end_member(platform::db::Tx& tx, const identity::Actor& actor,
                                              std::string_view body, MemberId member,
                                              foundation::Date last_day);
std::expected<void, MemberRefusal> reinstate_member(platform::db::Tx& tx, const identity::Actor& actor,
                                                    std::string_view body, MemberId member);

// The share of the voting seats that must be there, and who decided it; nothing takes the rule away.
struct Quorum {
    std::int64_t percent = 50;
    std::string source;
};
bool set_quorum(platform::db::Tx& tx, const identity::Actor& actor, std::string_view body,
                const std::optional<Quorum>& quorum);

}  // namespace maillage::governance
