#include <algorithm>

#include "domain/strategy/action_list_parts.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/action_rules.hpp"
#include "platform/html/chart.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::flag;
using html::Out;

constexpr std::int64_t most_cards = 200;

void move_menu(Out& out, const identity::Call& call, const Action& action) {
    const auto& words = call.words;
    const html::Url target = html::Url::path(action_path(call, action.code, "/state"));
    el(out, "details", {a("class", "menu")}, [&](Out& menu) {
        el(menu, "summary", {}, [&](Out& summary) {
            summary.text(words("strategy.board.move"));
            el(summary, "span", {a("class", "sr")}, " " + action.code);
        });
        el(menu, "div", {a("class", "sheet")}, [&](Out& sheet) {
            html::form_open(sheet, target, fresh_tokens(call));
            hidden(sheet, "back", here(call));
            for (const State state : all_states)
                if (state != action.state)
                    el(sheet, "button", {a("type", "submit"), a("name", "state"), a("value", name_of(state))},
                       state_word(words, state));
            html::form_close(sheet);
        });
    });
}

void card(Out& out, const identity::Call& call, const Action& action, bool may_edit) {
    const auto& words = call.words;
    const std::string id = "card-" + action.code;
    const std::string moved = words("strategy.board.moved", {{"code", action.code}});
    el(out, "li", {a("class", "card"), a("id", id), flag("data-grab", may_edit), a("data-moved", moved)},
       [&](Out& box) {
           el(box, "p", {}, [&](Out& line) { action_link(line, call, action); });
           if (is_late(action, call.today))
               html::status(box, html::State::late, words("strategy.state.late"));
           el(box, "div", {a("class", "meta")}, [&](Out& line) {
               html::progress(line, words, action.progress / 100.0, action.code);
               if (!action.due) return;
               el(line, "span", {}, [&](Out& due) {
                   el(due, "span", {a("class", "sr")}, words("strategy.field.due") + " ");
                   html::day(due, words, *action.due);
               });
           });
           if (may_edit) move_menu(box, call, action);
       });
}

void lane(Out& out, const identity::Call& call, State state, const std::vector<Action>& actions,
          std::int64_t count, bool may_edit) {
    const std::string id = "lane-" + std::string(name_of(state));
    const std::int64_t here = std::ranges::count(actions, state, &Action::state);
    const std::string counted =
        here == count ? call.words.number(count)
                      : call.words("strategy.board.part",
                                   {{"here", call.words.number(here)}, {"all", call.words.number(count)}});
    el(out, "section", {a("class", "lane"), a("data-state", name_of(state)), a("aria-labelledby", id)},
       [&](Out& section) {
           el(section, "h2", {a("id", id)}, state_word(call.words, state) + " (" + counted + ")");
           el(section, "ul", {}, [&](Out& list) {
               for (const Action& action : actions)
                   if (action.state == state) card(list, call, action, may_edit);
           });
       });
}

// What is drawn; and what the filters find, when one page does not hold it.
std::string gantt_sentence(const identity::Call& call, const std::vector<Action>& actions,
                           const ActionCounts& counts) {
    const auto& words = call.words;
    const std::int64_t drawn = std::ssize(actions);
    const std::int64_t late =
        std::ranges::count_if(actions, [&](const Action& action) { return is_late(action, call.today); });
    const std::string sentence =
        words.plural("strategy.gantt.sentence", drawn, {{"late", words.number(late)}});
    if (drawn == counts.shown) return sentence;
    return sentence + " " +
           words.plural("strategy.gantt.all", counts.shown, {{"late", words.number(counts.shown_late)}});
}

html::GanttChart gantt_of(const identity::Call& call, const std::vector<Action>& actions,
                          const ActionCounts& counts) {
    const auto& words = call.words;
    html::GanttChart chart{.text = {.id = "gantt",
                                    .title = words("strategy.gantt.title"),
                                    .subtitle = words("strategy.gantt.subtitle"),
                                    .sentence = gantt_sentence(call, actions, counts),
                                    .source = words("strategy.gantt.source")},
                           .rows = {},
                           .from = call.today.plus_months(-6),
                           .to = call.today.plus_months(6),
                           .today = call.today};
    for (const Action& action : actions) {
        if (action.starts) chart.from = std::min(chart.from, *action.starts);
        if (action.due) chart.to = std::max(chart.to, *action.due);
        chart.rows.push_back({.label = action.code + " " + std::string(title_of(words, action).text),
                              .path = action_path(call, action.code),
                              .start = action.starts,
                              .due = action.due,
                              .progress = action.progress / 100.0,
                              .state = state_word(words, action.state),
                              .late = is_late(action, call.today)});
    }
    return chart;
}

}  // namespace

html::Answer show_board(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto& words = call.words;
        ListView view = read_list_view(scope, call);
        view.filter.per_page = most_cards;
        const auto rows = read_rows(scope, view);
        const std::vector<Action>& actions = *rows;
        html::Page page{
            .title = words("strategy.board.title"), .main = {}, .section = "kanban", .help = "views"};
        html::page_heading(
            page.main, page.title,
            words.plural("strategy.table.situation", view.counts->shown, {{"date", words.date(call.today)}}));
        undo_bar(page.main, call, scope);
        list_tabs(page.main, call, "board");
        alarm_chips(page.main, call, view, call.request.path);
        filter_form(page.main, call, view, call.request.path);
        el(page.main, "div", {a("class", "kanban")}, [&](Out& board) {
            for (const State state : all_states)
                lane(board, call, state, actions,
                     view.counts->shown_by_state[static_cast<std::size_t>(state)], scope.may_edit);
        });
        html::pagination(page.main, words,
                         {.path = call.request.path,
                          .query = call.request.query,
                          .page = view.filter.page,
                          .rows = view.counts->shown,
                          .per_page = most_cards});
        return page;
    });
}

html::Answer show_gantt(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto& words = call.words;
        ListView view = read_list_view(scope, call);
        const auto rows = read_rows(scope, view);
        const std::vector<Action>& actions = *rows;
        html::Page page{
            .title = words("strategy.gantt.title"), .main = {}, .section = "gantt", .help = "views"};
        html::page_heading(
            page.main, page.title,
            words.plural("strategy.table.situation", view.counts->shown, {{"date", words.date(call.today)}}));
        list_tabs(page.main, call, "gantt");
        alarm_chips(page.main, call, view, call.request.path);
        filter_form(page.main, call, view, call.request.path);
        if (!actions.empty()) html::gantt_chart(page.main, words, gantt_of(call, actions, *view.counts));
        html::pagination(page.main, words,
                         {.path = call.request.path,
                          .query = call.request.query,
                          .page = view.filter.page,
                          .rows = view.counts->shown,
                          .per_page = view.filter.per_page});
        return page;
    });
}

}  // namespace maillage::strategy
