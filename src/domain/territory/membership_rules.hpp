#pragma once

#include <optional>

#include "foundation/date.hpp"

namespace maillage::territory {

// From its first day to the day before `until`; without a first day, for as long as anybody knows.
struct MembershipDays {
    std::optional<foundation::Date> since, until;
};
bool overlap(const MembershipDays& one, const MembershipDays& other);

}  // namespace maillage::territory
