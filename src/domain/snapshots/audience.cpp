#include "domain/snapshots/audience.hpp"

#include <algorithm>

namespace maillage::snapshots {
namespace {

using indicators::Figure;

bool is_withheld(const std::vector<Figure>& figures, const Figure& one) {
    return std::ranges::any_of(figures, [&](const Figure& figure) {
        return figure.withheld && figure.period == one.period && figure.perimeter == one.perimeter;
    });
}

void guard(FrozenIndicator& frozen, int below) {
    const auto pair = indicators::pair_to_compare(frozen.figures, frozen.indicator.breaks);
    if (!indicators::withhold(frozen.indicator.definition, frozen.figures, below) || !pair) return;
    const auto& other = pair->earlier ? pair->earlier : pair->unlike;
    frozen.said_withheld =
        is_withheld(frozen.figures, pair->later) || (other && is_withheld(frozen.figures, *other));
    if (frozen.said_withheld) frozen.said = {};
}

}  // namespace

void guard(Snapshot& snapshot, int below) {
    snapshot.below = below;
    snapshot.head.fingerprint.clear();
    for (FrozenGroup& group : snapshot.content.groups)
        for (FrozenIndicator& frozen : group.indicators) guard(frozen, below);
}

}  // namespace maillage::snapshots
