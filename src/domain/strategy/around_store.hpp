#pragma once

#include <vector>

#include "domain/strategy/around_types.hpp"
#include "domain/strategy/scope.hpp"

// Reading what stands around an action. It is changed through Change::save_part alone.
namespace maillage::strategy {

inline constexpr std::int64_t news_per_page = 50;

// The latest first, one page of them.
std::vector<News> read_news(Scope& scope, ActionId action, std::int64_t page);
std::int64_t count_news(Scope& scope, ActionId action);
std::vector<Link> read_links(Scope& scope, ActionId action);
std::vector<Record> read_records(Scope& scope, ActionId action);
std::vector<BudgetLine> read_budget(Scope& scope, ActionId action);

}  // namespace maillage::strategy
