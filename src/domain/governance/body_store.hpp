#pragma once

#include <expected>
#include <string>
#include <vector>

#include "domain/governance/api.hpp"

namespace maillage::governance {

struct Member {
    MemberId id{0};
    std::string function;
    std::optional<std::string> organisation_key, organisation;
    Standing standing = Standing::member;
    Seat seat = Seat::holder;
    foundation::Date from;
    std::optional<foundation::Date> until;  // last day
};
enum class Members { of_today, of_all_time };
std::vector<Member> members(platform::db::Tx& tx, const identity::Actor& actor, BodyId body, Members which,
                            foundation::Date today);

struct NewMember {
    std::string function;
    std::string organisation_key;  // empty: a function without organisation
    Standing standing = Standing::member;
    Seat seat = Seat::holder;
    foundation::Date from;
};
enum class MemberRefusal { not_found, no_such_organisation, already_there };
std::expected<MemberId, MemberRefusal> add_member(platform::db::Tx& tx, const identity::Actor& actor,
                                                  std::string_view body, const NewMember& member,
                                                  foundation::Date today);
// The member sits until `last_day`, which is not before the first.
std::expected<void, MemberRefusal> end_member(platform::db::Tx& tx, const identity::Actor& actor,
                                              std::string_view body, MemberId member,
                                              foundation::Date last_day);
std::expected<void, MemberRefusal> reinstate_member(platform::db::Tx& tx, const identity::Actor& actor,
                                                    std::string_view body, MemberId member);

}  // namespace maillage::governance
