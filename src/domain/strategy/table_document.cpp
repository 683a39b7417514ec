#include "domain/strategy/table_document.hpp"

#include <algorithm>

#include "domain/strategy/action_rules.hpp"
#include "platform/html/chart.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::i18n::Words;

void column(Out& out, std::string_view label, std::string_view kind = {}) {
    el(out, "th", {a("scope", "col"), html::a_if("class", kind)}, label);
}

void state_badges(Out& out, const Words& words, const Action& action, foundation::Date today) {
    if (is_late(action, today)) {
        el(out, "span", {a("class", "badge late")}, words("strategy.state.late"));
        out.text(" ");
    }
    const bool done = action.state == State::done;
    el(out, "span", {a("class", done ? "badge done" : "badge")}, state_word(words, action.state));
}

void line(Out& out, const Words& words, const Action& action, foundation::Date today) {
    el(out, "tr", {}, [&](Out& row) {
        el(row, "th", {a("scope", "row"), a("class", "nowrap")}, action.code);
        el(row, "td", {}, [&](Out& o) {
            const Localised title = title_of(words, action);
            el(o, "span", {html::a_if("lang", title.lang)}, title.text);
            if (action.fictional) el(o, "span", {a("class", "mark")}, "\u00A0*");
        });
        el(row, "td", {}, action.group);
        el(row, "td", {}, action.pilot);
        el(row, "td", {a("class", "nowrap")},
           action.due ? words.date(*action.due) : words("strategy.value.none"));
        el(row, "td", {}, [&](Out& o) { state_badges(o, words, action, today); });
        el(row, "td", {a("class", "number")}, words.percent(action.progress / 100.0));
    });
}

void section(Out& out, const Words& words, const std::string& title, const std::vector<const Action*>& lines,
             foundation::Date today) {
    el(out, "h2", {}, title);
    el(out, "table", {}, [&](Out& table) {
        const auto count = static_cast<std::int64_t>(lines.size());
        el(table, "caption", {}, words.plural("strategy.print.caption", count));
        el(table, "thead", {}, [&](Out& head) {
            el(head, "tr", {}, [&](Out& row) {
                column(row, words("strategy.field.code"));
                column(row, words("strategy.field.action"));
                column(row, words("strategy.field.group"));
                column(row, words("strategy.field.pilot"));
                column(row, words("strategy.field.due"));
                column(row, words("strategy.field.state"));
                column(row, words("strategy.field.progress"), "number");
            });
        });
        el(table, "tbody", {}, [&](Out& body) {
            for (const Action* action : lines) line(body, words, *action, today);
        });
    });
}

// One series with its names beside it and its outline: the paper loses nothing with the colour.
void chart_of_states(Out& out, const Words& words, std::span<const Action> actions, foundation::Date today) {
    html::BarChart chart{.text = {.id = "states", .title = words("strategy.print.chart")},
                         .labels = {},
                         .series = {{.label = words("strategy.grouped.actions")}}};
    std::string parts;
    for (const State state : all_states) {
        const auto count = std::ranges::count(actions, state, &Action::state);
        if (count == 0) continue;
        const std::string name = state_word(words, state);
        chart.labels.push_back(name);
        chart.series[0].values.emplace_back(static_cast<double>(count));
        parts += (parts.empty() ? "" : ", ") + name + " (" + words.number(count) + ")";
    }
    chart.text.sentence = words("strategy.print.chart_sentence", {{"states", parts}});
    chart.text.source = words("strategy.grouped.source", {{"day", words.date(today)}});
    html::bar_chart(out, words, chart);
}

void groups(Out& out, const Words& words, const std::vector<Reference>& all) {
    if (all.empty()) return;
    el(out, "h2", {}, words("strategy.print.groups"));
    el(out, "dl", {}, [&](Out& list) {
        for (const Reference& group : all) {
            el(list, "dt", {}, group.code);
            el(list, "dd", {}, label_of(words, group));
        }
    });
}

}  // namespace

Out table_document(const Words& words, const References& references, std::span<const Action> actions,
                   std::int64_t all, foundation::Date today) {
    Out out;
    el(out, "h1", {}, words("strategy.print.document"));
    const auto shown = static_cast<std::int64_t>(actions.size());
    const auto late =
        std::ranges::count_if(actions, [&](const Action& each) { return is_late(each, today); });
    el(out, "p", {}, words.plural("strategy.table.situation", shown, {{"date", words.date_long(today)}}));
    if (shown < all) el(out, "p", {}, words("strategy.print.selection", {{"all", words.number(all)}}));
    el(out, "p", {}, words.plural("strategy.print.late", late));
    if (std::ranges::any_of(actions, &Action::fictional))
        el(out, "p", {a("class", "note")}, words("strategy.print.fictional", {{"mark", "*"}}));
    chart_of_states(out, words, actions, today);
    // In the strategy's order of domains; within one, in the order that was asked for.
    std::vector<std::string> codes;
    for (const Reference& domain : references.domains) codes.push_back(domain.code);
    for (const Action& action : actions)
        if (std::ranges::find(codes, action.domain) == codes.end()) codes.push_back(action.domain);
    for (const std::string& code : codes) {
        std::vector<const Action*> lines;
        for (const Action& action : actions)
            if (action.domain == code) lines.push_back(&action);
        if (!lines.empty()) section(out, words, label_of(words, references.domains, code), lines, today);
    }
    groups(out, words, references.groups);
    return out;
}

}  // namespace maillage::strategy
