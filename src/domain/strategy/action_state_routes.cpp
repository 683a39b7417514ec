#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_routes.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

// Suspending asks for a reason, abandoning for a decision: one more field, then the same POST.
html::Page reason_page(const identity::Call& call, const Action& action, State wanted,
                       const html::FormState& state, int status) {
    const auto& words = call.words;
    const bool suspended = wanted == State::suspended;
    html::Page page{
        .title = words("strategy.state_form.title", {{"code", action.code}}),
        .main = {},
        .status = status,
        .section = "actions",
        .crumbs = {{words("strategy.table.title"), call.path("/actions")},
                   {action.code, action_path(call, action.code)},
                   {suspended ? words("strategy.state_form.suspend") : words("strategy.state_form.abandon"),
                    ""}},
        .help = "one-action"};
    const html::Url target = html::Url::path(action_path(call, action.code, "/state"));
    html::page_heading(page.main, page.title);
    html::error_summary(page.main, words, state);
    html::form_open(page.main, target, fresh_tokens(call));
    hidden(page.main, "state", name_of(wanted));
    hidden(page.main, "back", back_path(call, action_path(call, action.code)));
    hidden(page.main, "asked", "1");
    html::text_field(
        page.main, words,
        {.name = "reason",
         .label = suspended ? words("strategy.state_form.reason") : words("strategy.state_form.decision"),
         .hint = suspended ? words("strategy.state_form.reason_hint")
                           : words("strategy.state_form.decision_hint"),
         .required = true,
         .max_length = 300},
        state);
    html::submit(page.main,
                 suspended ? words("strategy.state_form.suspend") : words("strategy.state_form.abandon"));
    html::form_close(page.main);
    const html::Url back = html::Url::path(back_path(call, action_path(call, action.code)));
    el(page.main, "p", {},
       [&](Out& p) { el(p, "a", {url("href", back)}, words("strategy.state_form.leave")); });
    return page;
}

}  // namespace

html::Answer change_state(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto before = find_action(scope, call.request.param("code"));
        const auto wanted = state_named(call.form.fields.get("state"));
        if (!before || !scope.may_edit) return not_found();
        if (!wanted) return not_found();
        html::FormState state;
        state.values.add("reason", std::string(call.form.fields.get("reason")));
        const std::string reason = checked_text(call.words, state, "reason", 300, false);
        if (!state.valid()) return reason_page(call, *before, *wanted, state, 422);
        Action after = *before;
        after.state = *wanted;
        after.state_reason = reason;
        Change change(scope, ChangeKind::state);
        if (const auto saved = change.save_action(*before, after); !saved) {
            // The first time nothing is wrong yet: the reason is simply asked for.
            const bool asked = call.form.fields.get("asked") == "1";
            if (asked) state.refuse("reason", refusal_sentence(call.words, saved.error()));
            return reason_page(call, *before, *wanted, state, 422);
        }
        return http::Response::see_other(
            offering_undo(back_path(call, action_path(call, before->code)), change.finish()));
    });
}

html::Answer delete_action(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto before = find_action(scope, call.request.param("code"));
        if (!before || !scope.may_edit) return not_found();
        Action after = *before;
        after.deleted = true;
        Change change(scope, ChangeKind::deletion);
        if (!change.save_action(*before, after)) return not_found();
        return http::Response::see_other(offering_undo(call.path("/actions"), change.finish()));
    });
}

}  // namespace maillage::strategy
