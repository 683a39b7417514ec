#include "domain/strategy/action_rules.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace maillage::strategy {
namespace {

using foundation::Date;

bool is_to_be_carried_out(State state) { return state == State::to_start || state == State::under_way; }

bool is_open(State state) { return state != State::done && state != State::abandoned; }

// The nearest of the action's own date and that of its next step.
std::optional<Date> nearest_date(const Action& action) {
    if (!action.due) return action.next_step_due;
    if (!action.next_step_due) return action.due;
    return std::min(*action.due, *action.next_step_due);
}

}  // namespace

std::string_view name_of(State state) {
    switch (state) {
    case State::to_start: return "to_start";
    case State::under_way: return "under_way";
    case State::done: return "done";
    case State::suspended: return "suspended";
    case State::abandoned: return "abandoned";
    }
    __builtin_unreachable();
}

std::optional<State> state_named(std::string_view name) {
    for (const State state : all_states)
        if (name_of(state) == name) return state;
    return std::nullopt;
}

int progress_percent(State state, std::span<const Step> steps) {
    int total = 0, done = 0;
    for (const Step& step : steps) {
        if (step.deleted) continue;
        total += step.weight;
        if (step.done_at) done += step.weight;
    }
    if (total == 0) return state == State::done ? 100 : 0;
    return done * 100 / total;
}

std::optional<Date> next_step_due(std::span<const Step> steps) {
    std::optional<Date> earliest;
    for (const Step& step : steps)
        if (!step.deleted && !step.done_at && step.due && (!earliest || *step.due < *earliest))
            earliest = step.due;
    return earliest;
}

bool is_late(const Action& action, Date today) {
    const std::optional<Date> nearest = nearest_date(action);
    return is_to_be_carried_out(action.state) && nearest && *nearest < today;
}

bool is_due_within(const Action& action, Date today, int days) {
    const std::optional<Date> nearest = nearest_date(action);
    return is_to_be_carried_out(action.state) && nearest && *nearest >= today &&
           *nearest <= today.plus_days(days);
}

bool is_silent(const Action& action, Date last_news, Date today) {
    return (action.state == State::under_way || action.state == State::suspended) &&
           today - last_news > silence_days;
}

bool respects_reporting_rule(const Action& action, Date last_news, Date today) {
    return !is_open(action.state) || last_news.plus_months(4) >= today;
}

std::expected<void, StateRefusal> check_state(State state, std::string_view reason) {
    const bool reasoned = !foundation::trimmed(reason).empty();
    if (state == State::suspended && !reasoned) return std::unexpected(StateRefusal::reason_required);
    if (state == State::abandoned && !reasoned) return std::unexpected(StateRefusal::decision_required);
    return {};
}

}  // namespace maillage::strategy
