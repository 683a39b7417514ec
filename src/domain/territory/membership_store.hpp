#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "domain/territory/api.hpp"
#include "domain/territory/membership_rules.hpp"

// Communes attached to the council, from when to when. Whoever calls has looked at the right: this slice
// stands below the one that knows rights.
namespace maillage::territory {

using MembershipId = foundation::StrongId<struct MembershipIdTag>;

struct Membership {
    MembershipId id{0};
    std::string code, commune;
    std::string standing;  // "member", "associated", "proposed"
    MembershipDays days;
    std::string source;
};
std::vector<Membership> memberships(platform::db::Tx& tx, CouncilId council);

// Who does it, for the journal.
struct Author {
    CouncilId council;
    std::int64_t account = 0;
};
struct NewMembership {
    std::string code, standing, source;
    foundation::Date since;
};
enum class MembershipRefusal : std::uint8_t { not_found, no_such_commune, overlaps };
std::expected<MembershipId, MembershipRefusal> attach_commune(platform::db::Tx& tx, const Author& author,
                                                              const NewMembership& membership);
// `until` is the first day on which the commune is no longer attached; not before its second day.
std::expected<void, MembershipRefusal> end_membership(platform::db::Tx& tx, const Author& author,
                                                      MembershipId membership, foundation::Date until);
std::expected<void, MembershipRefusal> reopen_membership(platform::db::Tx& tx, const Author& author,
                                                         MembershipId membership);

}  // namespace maillage::territory
