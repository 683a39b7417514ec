#pragma once

#include <memory>
#include <vector>

#include "domain/strategy/api.hpp"
#include "platform/html/components.hpp"

namespace maillage::app {

// What the strategy says of today: shown on the home page of who may read it, the same for all of them.
std::shared_ptr<const strategy::Standing> strategy_today(platform::db::Tx& tx, const identity::Call& call);

std::vector<platform::html::KeyFigure> strategy_figures(const identity::Call& call,
                                                        const strategy::Standing& today);
void strategy_panels(platform::html::Out& out, const identity::Call& call, const strategy::Standing& today);

}  // namespace maillage::app
