#pragma once

#include <span>

#include "domain/strategy/action_view.hpp"

namespace maillage::strategy {

// The tracking table for paper: how many actions are in each state, then a section for each domain, so that
// the file has bookmarks, and every state a word. `all`: how many actions the strategy has, when `actions` is
// a selection.
platform::html::Out table_document(const platform::i18n::Words& words, const References& references,
                                   std::span<const Action> actions, std::int64_t all, foundation::Date today);

}  // namespace maillage::strategy
