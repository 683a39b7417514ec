#include "domain/territory/membership_rules.hpp"

namespace maillage::territory {

bool overlap(const MembershipDays& one, const MembershipDays& other) {
    const auto begins_after = [](const MembershipDays& later, const MembershipDays& earlier) {
        return later.since && earlier.until && *later.since >= *earlier.until;
    };
    return !begins_after(one, other) && !begins_after(other, one);
}

}  // namespace maillage::territory
