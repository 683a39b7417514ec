#include "domain/indicators/group_set_rules.hpp"

#include <algorithm>
#include <tuple>

namespace maillage::indicators {

SetJudgement judge_set(std::span<const Indicator> indicators) {
    SetJudgement judged;
    bool activity = false, result = false;
    for (const Indicator& indicator : indicators) {
        if (indicator.standing == Standing::proposed) ++judged.proposed;
        if (indicator.standing != Standing::active) continue;
        ++judged.active;
        activity |= indicator.definition.kind == Kind::activity;
        result |= indicator.definition.kind == Kind::result;
    }
    const auto fault = [&](bool wrong, SetFault which) {
        if (wrong) judged.faults.push_back(which);
    };
    fault(judged.active < least_indicators, SetFault::too_few);
    fault(judged.active > most_indicators, SetFault::too_many);
    fault(!activity, SetFault::no_activity);
    fault(!result, SetFault::no_result);
    fault(judged.proposed > 0, SetFault::not_agreed);
    return judged;
}

bool asks_new_decision(const Definition& before, const Definition& after) {
    const auto agreed = [](const Definition& said) {
        return std::tie(said.kind, said.measure, said.unit, said.definition, said.target, said.target_by,
                        said.wanted);
    };
    return agreed(before) != agreed(after);
}

}  // namespace maillage::indicators
