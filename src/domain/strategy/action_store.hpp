#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/strategy/action_filter.hpp"
#include "domain/strategy/action_types.hpp"
#include "domain/strategy/scope.hpp"

// Reading actions.
namespace maillage::strategy {

// How many actions match a filter, by state and alarm: the figures beside the filters.
struct ActionCounts {
    std::int64_t all = 0, late = 0, due14 = 0, due30 = 0, silent = 0;
    std::array<std::int64_t, all_states.size()> by_state{};
    std::int64_t progress_sum = 0;
    // Under the filter's own state and alarm too: what the list shows, all its pages together.
    std::int64_t shown = 0, shown_late = 0, shown_silent = 0;
    std::array<std::int64_t, all_states.size()> shown_by_state{};
};

std::vector<Action> list_actions(Scope& scope, const ActionFilter& filter);
ActionCounts count_actions(Scope& scope, const ActionFilter& filter);

std::optional<Action> find_action(Scope& scope, std::string_view code);
// Whether an action that bore this code was deleted.
bool is_code_of_deleted(Scope& scope, std::string_view code);
std::vector<Action> find_actions(Scope& scope, const std::vector<std::string>& codes);
// Deleted ones too, for the history.
std::optional<Action> load_action(Scope& scope, ActionId id);
std::vector<Step> read_steps(Scope& scope, ActionId action);

// One line of the pages per objective, group, pilot, quartier, state.
struct GroupedCount {
    std::string value;
    std::int64_t actions = 0, progress_sum = 0, late = 0, done = 0;
};
std::vector<GroupedCount> group_actions(Scope& scope, std::string_view dimension);

// Codes of the actions that carry each axis, by its code: all of them, in the usual order.
std::map<std::string, std::vector<std::string>> actions_of_axes(Scope& scope);

// Folded, and '%' and '_' are letters like others: what a search compares.
std::string like_pattern(std::string_view text);

// "PRE-16": one more than the highest code that a domain ever had. A code is given once: documents outside
// quote it.
std::string next_code(Scope& scope, std::string_view domain);

}  // namespace maillage::strategy
