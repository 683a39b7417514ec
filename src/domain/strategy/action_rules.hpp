#pragma once

#include <expected>
#include <span>

#include "domain/strategy/action_types.hpp"

namespace maillage::strategy {

// Weighted mean of the steps, in whole percent. Without steps: all or nothing, as the state says.
int progress_percent(State state, std::span<const Step> steps);

// The earliest due date among the steps that are not done.
std::optional<foundation::Date> next_step_due(std::span<const Step> steps);

// Its due date, or that of a step not done, has passed while it is still to be carried out.
bool is_late(const Action& action, foundation::Date today);

// Its due date, or that of its next step, falls today or in the `days` that follow.
bool is_due_within(const Action& action, foundation::Date today, int days);

// Nobody has written about it for more than 90 days while it is under way or suspended.
inline constexpr int silence_days = 90;
bool is_silent(const Action& action, foundation::Date last_news, foundation::Date today);

// EVA-2: the tracking table carries an update of at most four months for every action still open.
bool respects_reporting_rule(const Action& action, foundation::Date last_news, foundation::Date today);

enum class StateRefusal : std::uint8_t {
    reason_required,    // to suspend
    decision_required,  // to abandon: the reference of the decision
};
std::expected<void, StateRefusal> check_state(State state, std::string_view reason);

}  // namespace maillage::strategy
