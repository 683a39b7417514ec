#include "domain/identity/charter_rules.hpp"

namespace maillage::identity {

const CharterVersion* charter_in_force(std::span<const CharterVersion> versions, foundation::Date today) {
    const CharterVersion* found = nullptr;
    for (const CharterVersion& each : versions)
        if (each.from <= today && (found == nullptr || each.version > found->version)) found = &each;
    return found;
}

const CharterVersion* charter_to_come(std::span<const CharterVersion> versions, foundation::Date today) {
    const CharterVersion* const now = charter_in_force(versions, today);
    const CharterVersion* found = nullptr;
    for (const CharterVersion& each : versions) {
        if (each.from <= today || (now != nullptr && each.version < now->version)) continue;
        if (found == nullptr || each.from < found->from ||
            (each.from == found->from && each.version > found->version))
            found = &each;
    }
    return found;
}

bool signed_the_charter(std::span<const CharterVersion> versions, foundation::Date today) {
    const CharterVersion* const now = charter_in_force(versions, today);
    return now == nullptr || now->signed_by_self;
}

}  // namespace maillage::identity
