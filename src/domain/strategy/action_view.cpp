#include "domain/strategy/action_view.hpp"

#include "domain/strategy/action_rules.hpp"
#include "foundation/whole_number.hpp"
#include "platform/html/link.hpp"

namespace maillage::strategy {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::Out;
using platform::i18n::Language;
using platform::i18n::Words;

Localised localised(const Words& words, std::string_view french, std::string_view english) {
    if (words.language() == Language::fr) return {french, ""};
    if (english.empty()) return {french, "fr"};
    return {english, ""};
}

std::string label_of(const Words& words, const Reference& reference) {
    return std::string(localised(words, reference.label, reference.label_en).text);
}

std::string label_of(const Words& words, const std::vector<Reference>& list, std::string_view code) {
    const Reference* reference = find(list, code);
    return reference == nullptr ? std::string(code) : label_of(words, *reference);
}

void late_pill(Out& out, const Words& words, const Action& action, foundation::Date today) {
    if (!is_late(action, today)) return;
    html::status(out, html::State::late, words("strategy.state.late"));
    out.text(" ");
    // The date of the action itself may still be to come.
    if (action.next_step_due && *action.next_step_due < today && !(action.due && *action.due < today))
        html::el(out, "span", {html::a("class", "sub")},
                 words("strategy.state.late_step", {{"day", words.date(*action.next_step_due)}}) + " ");
}

void state_pill(Out& out, const Words& words, State state) {
    html::State shape = html::State::todo;
    switch (state) {
    case State::to_start: shape = html::State::todo; break;
    case State::under_way: shape = html::State::run; break;
    case State::done: shape = html::State::ok; break;
    case State::suspended:
    case State::abandoned: shape = html::State::off; break;
    }
    html::status(out, shape, state_word(words, state));
}

void state_pills(Out& out, const Words& words, const Action& action, foundation::Date today) {
    late_pill(out, words, action, today);
    state_pill(out, words, action.state);
}

std::string action_path(const identity::Call& call, std::string_view code, std::string_view rest) {
    return call.path("/actions/" + std::string(code) + std::string(rest));
}

void action_link(Out& out, const identity::Call& call, const Action& action) {
    const html::Url target = html::Url::path(action_path(call, action.code));
    const Localised title = title_of(call.words, action);
    el(out, "span", {a("class", "code")}, action.code);
    out.text(" ");
    el(out, "a", {url("href", target), a_if("lang", title.lang)}, title.text);
}

platform::http::Response json_page(std::string document) {
    return platform::http::Response::json(std::move(document));
}

void hidden(Out& out, std::string_view name, std::string_view value) {
    void_el(out, "input", {a("type", "hidden"), a("name", name), a("value", value)});
}

std::string offering_undo(std::string path, std::optional<ChangeSetId> set) {
    if (!set) return path;
    path += (path.find('?') == path.npos ? "?changed=" : "&changed=") + std::to_string(set->value);
    return path;
}

void undo_bar(Out& out, const identity::Call& call, Scope& scope) {
    const auto id = foundation::whole_number<std::int64_t>(call.request.query.get("changed")).value_or(0);
    if (id == 0 || !scope.may_edit) return;
    const std::optional<ChangeSet> set = find_change_set(scope, ChangeSetId(id));
    if (!set || set->undone || set->at < call.now - std::chrono::days(undo_days)) return;
    const html::Url target = html::Url::path(call.path("/changes/" + std::to_string(id) + "/undo"));
    const html::FormTokens tokens = fresh_tokens(call);
    const bool undoing = set->kind == "undo";
    el(out, "form", {a("method", "post"), url("action", target), a("class", "undo"), a("data-undo", "10")},
       [&](Out& form) {
           hidden(form, "csrf", tokens.csrf);
           hidden(form, "key", tokens.idempotency);
           hidden(form, "back", here(call));
           el(form, "span", {a("role", "status")},
              undoing ? call.words("strategy.undo.undone")
                      : call.words.plural("strategy.undo.changed", set->actions));
           if (undoing) return;
           el(form, "button", {a("class", "btn sm"), a("type", "submit")},
              call.words("strategy.undo.button"));
       });
}

std::string here(const identity::Call& call) {
    return html::link(call.request.path, call.request.query, {{"changed", ""}});
}

std::string back_path(const identity::Call& call, std::string otherwise) {
    const std::string back(call.form.fields.get("back"));
    const bool ours =
        back.starts_with(call.path("/")) && back.size() < 2000 && html::Url::path(back).value() == back;
    return ours ? back : otherwise;
}

}  // namespace maillage::strategy
