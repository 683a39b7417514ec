#include "domain/snapshots/content.hpp"

#include <algorithm>

namespace maillage::snapshots {

Counts count(const Content& content) {
    Counts counts;
    for (const FrozenGroup& group : content.groups)
        for (const FrozenIndicator& frozen : group.indicators) {
            ++counts.indicators;
            counts.figures += std::ssize(frozen.figures);
            counts.missing += std::ssize(frozen.missing);
        }
    std::int64_t progress = 0;
    for (const FrozenAction& action : content.actions) {
        ++counts.actions;
        counts.done += action.state == "done" ? 1 : 0;
        counts.late += action.late ? 1 : 0;
        progress += action.progress;
    }
    // As the tracking table rounds it.
    if (counts.actions > 0) counts.mean_progress = progress / counts.actions;
    return counts;
}

const FrozenIndicator* find_indicator(const Content& content, std::string_view code) {
    for (const FrozenGroup& group : content.groups)
        for (const FrozenIndicator& frozen : group.indicators)
            if (frozen.indicator.definition.code == code) return &frozen;
    return nullptr;
}

const FrozenAction* find_action(const Content& content, std::string_view code) {
    const auto found = std::ranges::find(content.actions, code, &FrozenAction::code);
    return found == content.actions.end() ? nullptr : &*found;
}

}  // namespace maillage::snapshots
