#include "domain/indicators/computed_rules.hpp"

#include <utility>

namespace maillage::indicators {
namespace {

// {part, whole}
std::pair<std::int64_t, std::int64_t> share_of(Computed what, const StrategyFacts& facts) {
    switch (what) {
    case Computed::actions_on_time: return {facts.open - facts.late, facts.open};
    case Computed::actions_done: return {facts.done, facts.actions};
    case Computed::mean_progress: return {facts.progress, facts.actions};
    case Computed::actions_with_recent_news: return {facts.followed - facts.silent, facts.followed};
    }
    __builtin_unreachable();
}

}  // namespace

Measure measure_of(Computed what) {
    return what == Computed::mean_progress ? Measure::percent : Measure::share;
}

std::optional<Figure> computed_figure(Computed what, const StrategyFacts& facts, foundation::Date today) {
    const auto [part, whole] = share_of(what, facts);
    if (whole == 0) return std::nullopt;
    Figure figure{.period = *Period::of(12 * today.year() + static_cast<int>(today.month()) - 1, 1)};
    if (measure_of(what) == Measure::share) {
        figure.value = static_cast<double>(part);
        figure.of = static_cast<double>(whole);
    } else {
        figure.value = static_cast<double>(part) / static_cast<double>(whole);
    }
    return figure;
}

}  // namespace maillage::indicators
