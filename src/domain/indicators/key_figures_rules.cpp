#include "domain/indicators/key_figures_rules.hpp"

namespace maillage::indicators {
namespace {

bool proposed_by_the_council(const KeyCandidate& one) {
    return one.indicator.standing == Standing::proposed && one.indicator.definition.group.empty() &&
           one.has_figure;
}

}  // namespace

std::vector<std::string> default_key_figures(std::span<const KeyCandidate> candidates) {
    std::vector<std::string> codes;
    const auto add = [&](auto wanted) {
        for (const KeyCandidate& one : candidates)
            if (codes.size() < most_key_figures && wanted(one))
                codes.push_back(one.indicator.definition.code);
    };
    for (const Kind kind : {Kind::result, Kind::impact, Kind::context, Kind::activity})
        add([&](const KeyCandidate& one) {
            return one.indicator.standing == Standing::active && one.indicator.definition.kind == kind;
        });
    add(proposed_by_the_council);
    return codes;
}

}  // namespace maillage::indicators
