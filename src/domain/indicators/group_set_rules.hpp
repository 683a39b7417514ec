#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/indicators/indicator_types.hpp"

namespace maillage::indicators {

// Why a group's set does not satisfy EVA-1 of the strategy: activity and result indicators, 5 to 8, agreed
// collegially.
enum class SetFault : std::uint8_t { too_few, too_many, no_activity, no_result, not_agreed };

inline constexpr int least_indicators = 5, most_indicators = 8;

struct SetJudgement {
    int active = 0, proposed = 0;
    std::vector<SetFault> faults;  // every rule that fails, in the order above; none: the set is valid
};
// Of the indicators of one group. Retired ones do not count; a proposed one counts once its group agreed: the
// fault not_agreed says that some wait.
SetJudgement judge_set(std::span<const Indicator> indicators);

// What a group agreed on is what is counted, how, in which unit, and where it is to go. A change of one of
// these is a new proposition; names, translations, sources, methods and owners may be put right without a
// meeting.
bool asks_new_decision(const Definition& before, const Definition& after);

}  // namespace maillage::indicators
