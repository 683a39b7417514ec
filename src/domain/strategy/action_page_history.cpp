#include <algorithm>
#include <span>

#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_routes.hpp"
#include "domain/strategy/history_words.hpp"

// What happened to an action, one act after the other: who, what, and each change in words.
namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

using Act = std::span<const HistoryLine>;  // the lines of one set of changes

// A whole action came into being: its first values are those of its page, not changes.
bool is_beginning(Act act) {
    return act.front().kind == "create" ||
           (act.front().kind == "import" && std::ranges::any_of(act, [](const HistoryLine& line) {
                return line.field == "code" && line.old_value.empty();
            }));
}

// A step that comes or goes says so once, not once a field.
bool is_said_by_another(Act act, const HistoryLine& line) {
    return line.step && line.field != "deleted" && std::ranges::any_of(act, [&](const HistoryLine& other) {
               return other.step == line.step && other.field == "deleted";
           });
}

void undo_form(Out& out, const identity::Call& call, const HistoryLine& line) {
    const html::Url target =
        html::Url::path(call.path("/changes/" + std::to_string(line.set.value) + "/undo"));
    html::form_open(out, target, fresh_tokens(call));
    hidden(out, "back", here(call));
    el(out, "button", {a("type", "submit"), a("class", "btn alt sm")}, call.words("strategy.undo.button"));
    html::form_close(out);
}

bool may_be_undone(const identity::Call& call, const Scope& scope, Act act) {
    const HistoryLine& first = act.front();
    const bool recent = first.at >= call.now - std::chrono::days(undo_days);
    return scope.may_edit && recent && !first.undone && first.kind != "undo" && first.kind != "news" &&
           first.kind != "create" && first.kind != "import";
}

void one_act(Out& out, const identity::Call& call, const Scope& scope, const References& references,
             Act act) {
    const auto& words = call.words;
    const HistoryLine& first = act.front();
    const bool beginning = is_beginning(act);
    el(out, "p", {}, [&](Out& head) {
        html::day(head, words, words.today(first.at));
        head.text(" ");
        el(head, "strong", {}, deed_sentence(words, first, beginning ? Deed::beginning : Deed::change));
        if (first.undone) {
            head.text(" ");
            el(head, "span", {a("class", "tag")}, words("strategy.history.undone"));
        }
    });
    if (!beginning)
        el(out, "ul", {a("class", "changes")}, [&](Out& list) {
            for (const HistoryLine& line : act)
                if (!is_said_by_another(act, line))
                    el(list, "li", {}, [&](Out& item) {
                        html::text_with_codes(item, history_sentence(words, references, line));
                    });
        });
    if (may_be_undone(call, scope, act)) undo_form(out, call, first);
}

}  // namespace

void history_section(Out& out, const HistoryView& view) {
    const auto& [call, scope, action, references, most] = view;
    const auto& words = call.words;
    const std::vector<HistoryLine> lines = read_history(scope, action.id, most * 20);
    if (lines.empty()) return el(out, "p", {a("class", "muted")}, words("strategy.history.none"));
    el(out, "ol", {a("class", "timeline")}, [&](Out& list) {
        int shown = 0;
        for (auto from = lines.begin(); from != lines.end() && shown < most; ++shown) {
            const auto end = std::find_if(from, lines.end(),
                                          [&](const HistoryLine& line) { return line.set != from->set; });
            el(list, "li", {}, [&](Out& item) { one_act(item, call, scope, references, Act(from, end)); });
            from = end;
        }
    });
    if (lines.size() >= static_cast<std::size_t>(most)) {
        const html::Url all = html::Url::path(action_path(call, action.code, "/history"));
        el(out, "p", {}, [&](Out& p) { el(p, "a", {url("href", all)}, words("strategy.history.all")); });
    }
}

}  // namespace maillage::strategy
