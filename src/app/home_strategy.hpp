#pragma once

#include <vector>

#include "domain/strategy/api.hpp"
#include "platform/html/components.hpp"

namespace maillage::app {

// What the strategy says of today: shown on the home page of who may read it.
struct StrategyToday {
    strategy::Situation situation;
    std::vector<strategy::ActionSummary> late, due, silent;
};
StrategyToday strategy_today(platform::db::Tx& tx, const identity::Call& call);

std::vector<platform::html::KeyFigure> strategy_figures(const identity::Call& call,
                                                        const StrategyToday& today);
void strategy_panels(platform::html::Out& out, const identity::Call& call, const StrategyToday& today);

}  // namespace maillage::app
