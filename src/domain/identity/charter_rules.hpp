#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "foundation/date.hpp"

// Which charter holds. Versions are never changed: a later one takes the place of an earlier one from its own
// first day on, and one that was planned for a later day is passed over by a higher version that began.
namespace maillage::identity {

struct CharterVersion {
    std::int64_t version = 0;
    foundation::Date from;
    bool signed_by_self = false;  // and not withdrawn
};

// The highest version of those that have begun.
const CharterVersion* charter_in_force(std::span<const CharterVersion> versions, foundation::Date today);
// The one that takes its place next: the first to begin, of those that will; the highest of one day.
const CharterVersion* charter_to_come(std::span<const CharterVersion> versions, foundation::Date today);
// Before any charter is in force nothing is suspended.
bool signed_the_charter(std::span<const CharterVersion> versions, foundation::Date today);

}  // namespace maillage::identity
