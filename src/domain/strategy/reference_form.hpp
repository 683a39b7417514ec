#pragma once

#include "domain/strategy/action_view.hpp"

namespace maillage::strategy {

// The domains and groups of a council, and for who may edit the strategy the form that adds one.
void references_panel(platform::html::Out& out, const identity::Call& call, const References& references,
                      bool may_edit, const platform::html::FormState& state);

// The page of the strategy, again when the form was refused.
platform::html::Page strategy_page(const identity::Call& call, Scope& scope,
                                   const platform::html::FormState& state);

}  // namespace maillage::strategy
