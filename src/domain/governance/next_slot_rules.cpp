#include "domain/governance/next_slot_rules.hpp"

namespace maillage::governance {

std::optional<Period> next_slot(Rhythm rhythm, std::optional<unsigned> month, foundation::Date today) {
    for (const int year : {today.year(), today.year() + 1})
        for (const Period& slot : slots_of_year(rhythm, month, year))
            if (slot.to >= today) return slot;
    return std::nullopt;
}

}  // namespace maillage::governance
