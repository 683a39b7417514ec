#include <algorithm>

#include "domain/snapshots/snapshot_parts.hpp"
#include "domain/snapshots/snapshot_words.hpp"
#include "domain/strategy/api.hpp"
#include "platform/html/chart.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

// The tracking table (EVA-2) as it stood.
namespace maillage::snapshots {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::i18n::Words;

html::State shape_of(std::string_view state) {
    if (state == "done") return html::State::ok;
    if (state == "under_way") return html::State::run;
    return state == "to_start" ? html::State::todo : html::State::off;
}

void badge(Out& out, std::string_view look, html::State shape, const std::string& text, Medium medium) {
    if (medium == Medium::screen) return html::status(out, shape, text);
    el(out, "span", {a("class", look)}, text);
}

void states(Out& out, const Words& words, const FrozenAction& action, Medium medium) {
    if (action.late) {
        badge(out, "badge late", html::State::late, words("snapshots.action.is_late"), medium);
        out.text(" ");
    }
    badge(out, action.state == "done" ? "badge done" : "badge", shape_of(action.state),
          strategy::state_in_words(words, action.state), medium);
}

void day(Out& out, const Words& words, const std::optional<foundation::Date>& date) {
    if (date) html::day(out, words, *date);
}

// One series, its names beside it: nothing is lost with the colour.
void chart_of_states(Out& out, const Words& words, const Content& content, Medium medium) {
    html::BarChart chart{
        .text = {.id = "states",
                 .title = words("snapshots.action.chart"),
                 .setting = medium == Medium::paper ? html::ChartSetting::paper : html::ChartSetting::screen},
        .labels = {},
        .series = {{.label = words("snapshots.action.chart_label")}}};
    std::string parts;
    for (const std::string_view state : {"to_start", "under_way", "done", "suspended", "abandoned"}) {
        const auto found = std::ranges::count(content.actions, state, &FrozenAction::state);
        if (found == 0) continue;
        const std::string name = strategy::state_in_words(words, state);
        chart.labels.push_back(name);
        chart.series[0].values.emplace_back(static_cast<double>(found));
        parts += (parts.empty() ? "" : ", ") + name + " (" + words.number(found) + ")";
    }
    chart.text.sentence = words("snapshots.action.chart_sentence", {{"states", parts}});
    html::bar_chart(out, words, chart);
}

}  // namespace

void tracking_table(Out& out, const Words& words, const Content& content, Medium medium) {
    if (content.actions.empty()) return el(out, "p", {}, words("snapshots.action.none"));
    chart_of_states(out, words, content, medium);
    if (std::ranges::any_of(content.actions, &FrozenAction::fictional))
        el(out, "p", {a("class", "note")}, words("snapshots.action.fictional", {{"mark", "*"}}));
    const html::Table description{.caption = words("snapshots.action.title"),
                                  .columns = {{words("snapshots.column.action")},
                                              {words("snapshots.column.group")},
                                              {words("snapshots.column.pilot")},
                                              {words("snapshots.column.state")},
                                              {words("snapshots.column.progress"), "", true},
                                              {words("snapshots.column.due")},
                                              {words("snapshots.column.news")}}};
    html::table(out, words, description, content.actions, [&](html::Row& row, const FrozenAction& action) {
        row.heading([&](Out& cell) {
            const Localised title = localised(words, action.title, action.title_en);
            html::text_with_codes(cell, action.code);
            cell.text(" ");
            el(cell, "span", {html::a_if("lang", title.lang)}, title.text);
            if (action.fictional) el(cell, "span", {a("class", "mark")}, "\u00A0*");
        });
        row.cell(action.group);
        row.cell(action.pilot);
        row.cell([&](Out& cell) { states(cell, words, action, medium); });
        row.cell(words.percent(action.progress / 100.0));
        row.cell([&](Out& cell) { day(cell, words, action.due); });
        row.cell([&](Out& cell) { day(cell, words, action.news_on); });
    });
}

}  // namespace maillage::snapshots
