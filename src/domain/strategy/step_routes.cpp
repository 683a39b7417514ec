#include <algorithm>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/action_routes.hpp"
#include "foundation/text.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;

html::FormState state_of_step(const platform::i18n::Words& words, const Step& step) {
    html::FormState state;
    state.values.add("step_title", step.title);
    state.values.add("step_due", step.due ? words.date(*step.due) : std::string());
    state.values.add("step_weight", std::to_string(step.weight));
    return state;
}

html::FormState typed_step(const identity::Call& call) {
    return typed(call, {"step_title", "step_due", "step_weight"});
}

// `base` with what the form says; the refusals go into `state`.
Step read_step(const platform::i18n::Words& words, const Step& base, html::FormState& state) {
    Step step = base;
    step.title = checked_text(words, state, "step_title", 200, true);
    step.due = checked_date(words, state, "step_due", false);
    step.weight = 1;
    const std::string_view weight = foundation::trimmed(state.value("step_weight"));
    if (weight.empty()) return step;
    const std::int64_t number = number_of(weight);
    if (number < 1 || number > 100)
        state.refuse("step_weight", words("strategy.form.bad_weight"));
    else
        step.weight = static_cast<int>(number);
    return step;
}

html::Page step_page(const identity::Call& call, const Action& action, const Step& step,
                     const html::FormState& state) {
    const auto& words = call.words;
    return part_page(
        call, action, words("strategy.step.edit_title", {{"code", action.code}}), state, [&](html::Out& out) {
            const html::Url target =
                html::Url::path(action_path(call, action.code, "/steps/" + std::to_string(step.id.value)));
            html::form_open(out, target, fresh_tokens(call));
            hidden(out, "act", "save");
            step_fields(out, words, state);
            html::submit(out, words("strategy.form.save"));
            html::form_close(out);
        });
}

std::vector<Step> steps_there(Scope& scope, ActionId action) {
    std::vector<Step> steps = read_steps(scope, action);
    std::erase_if(steps, [](const Step& step) { return step.deleted; });
    return steps;
}

auto asked_step(const identity::Call& call, const std::vector<Step>& steps) {
    return std::ranges::find(steps, StepId(number_of(call.request.param("step"))), &Step::id);
}

html::Answer written(const identity::Call& call, const Action& action, Change& change) {
    if (!change.refresh(action.id)) return not_found();
    return saved(call, action, change);
}

}  // namespace

html::Answer add_step(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        html::FormState state = typed_step(call);
        const Step step = read_step(call.words, Step{}, state);
        if (!state.valid()) return refused_page(call, scope, action, "steps", state);
        Change change(scope, ChangeKind::steps);
        change.create_step(action.id, step);
        return written(call, action, change);
    });
}

html::Answer show_step(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const std::vector<Step> steps = steps_there(scope, action.id);
        const auto found = asked_step(call, steps);
        if (found == steps.end()) return not_found();
        return step_page(call, action, *found, state_of_step(call.words, *found));
    });
}

html::Answer change_step(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const std::vector<Step> steps = steps_there(scope, action.id);
        const auto found = asked_step(call, steps);
        if (found == steps.end()) return not_found();
        const std::string_view act = call.form.fields.get("act");
        Change change(scope, ChangeKind::steps);
        Step after = *found;
        if (act == "save") {
            html::FormState state = typed_step(call);
            after = read_step(call.words, *found, state);
            if (!state.valid()) return step_page(call, action, *found, state);
        } else if (act == "tick") {
            after.done_at = call.today;
        } else if (act == "untick") {
            after.done_at.reset();
        } else if (act == "delete") {
            after.deleted = true;
        } else if ((act == "up" && found != steps.begin()) || (act == "down" && found + 1 != steps.end())) {
            const Step& other = act == "up" ? *(found - 1) : *(found + 1);
            Step moved = other;
            std::swap(moved.position, after.position);
            change.save_step(action.id, other, moved);
        } else {
            return not_found();
        }
        change.save_step(action.id, *found, after);
        return written(call, action, change);
    });
}

}  // namespace maillage::strategy
