#include "domain/strategy/action_list_parts.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "platform/html/chart.hpp"
#include "platform/html/link.hpp"
#include "platform/html/table.hpp"
#include "platform/json_writer.hpp"

// Actions counted per objective, group, pilot…, and the matrix of the axes.
namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::JsonWriter;

constexpr std::array<std::string_view, 6> dimensions{"group", "objective", "domain",
                                                     "pilot", "quartier",  "state"};

bool is_dimension(std::string_view name) {
    return std::find(dimensions.begin(), dimensions.end(), name) != dimensions.end();
}

std::string dimension_word(const platform::i18n::Words& words, std::string_view dimension) {
    return field_word(words, dimension == "quartier" ? "quartiers" : dimension);
}

// "Actions par groupe de travail": of the page and of its chart.
std::string grouped_title(const platform::i18n::Words& words, std::string_view dimension) {
    if (dimension == "group") return words("strategy.grouped.by_group");
    if (dimension == "objective") return words("strategy.grouped.by_objective");
    if (dimension == "domain") return words("strategy.grouped.by_domain");
    if (dimension == "pilot") return words("strategy.grouped.by_pilot");
    if (dimension == "quartier") return words("strategy.grouped.by_quartier");
    return words("strategy.grouped.by_state");
}

// The row of the actions that have no such thing; every action has a state.
std::string without_label(const platform::i18n::Words& words, std::string_view dimension) {
    if (dimension == "group") return words("strategy.grouped.no_group");
    if (dimension == "objective") return words("strategy.grouped.no_objective");
    if (dimension == "domain") return words("strategy.grouped.no_domain");
    if (dimension == "pilot") return words("strategy.grouped.no_pilot");
    return words("strategy.grouped.no_quartier");
}

std::string value_label(const platform::i18n::Words& words, const References& references,
                        std::string_view dimension, std::string_view value) {
    if (value.empty()) return without_label(words, dimension);
    if (dimension == "state") return state_word(words, state_named(value).value_or(State::to_start));
    if (dimension == "group") return label_of(words, references.groups, value);
    if (dimension == "objective") return label_of(words, references.objectives, value);
    if (dimension == "domain") return label_of(words, references.domains, value);
    return std::string(value);
}

std::int64_t mean(const GroupedCount& count) {
    return count.actions == 0 ? 0 : count.progress_sum / count.actions;
}

void grouped_table(Out& out, const identity::Call& call, const References& references,
                   std::string_view dimension, const std::vector<GroupedCount>& counts) {
    const auto& words = call.words;
    const html::Table table{.caption = words("strategy.grouped.caption"),
                            .columns = {{dimension_word(words, dimension)},
                                        {words("strategy.grouped.actions"), "", true},
                                        {words("strategy.grouped.late"), "", true},
                                        {words("strategy.grouped.done"), "", true},
                                        {words("strategy.grouped.progress"), "", true}}};
    html::table(out, words, table, counts, [&](html::Row& row, const GroupedCount& count) {
        const std::string label = value_label(words, references, dimension, count.value);
        const auto target = [&](std::string_view alarm) {
            return html::Url::path(
                html::link(call.path("/actions"), {}, {{dimension, count.value}, {"alarm", alarm}}));
        };
        row.heading([&](Out& o) {
            if (count.value.empty()) return o.text(label);
            const html::Url all = target("");
            el(o, "a", {url("href", all)}, label);
        });
        row.cell(words.number(count.actions));
        row.cell([&](Out& o) {
            if (count.late == 0 || count.value.empty()) return o.text(words.number(count.late));
            const html::Url late = target("late");
            el(o, "a", {url("href", late)}, words.number(count.late));
        });
        row.cell(words.number(count.done));
        row.cell([&](Out& o) { html::progress(o, words, static_cast<double>(mean(count)) / 100, label); });
    });
}

// Done, late and the others, one bar a value; of many pilots only the table is readable.
void grouped_chart(Out& out, const identity::Call& call, const References& references,
                   std::string_view dimension, const std::vector<GroupedCount>& counts) {
    constexpr std::size_t most_bars = 24;
    if (counts.empty() || counts.size() > most_bars) return;
    const auto& words = call.words;
    html::BarChart chart{
        .text = {.id = "grouped", .title = grouped_title(words, dimension)},
        .series = {{.label = words("strategy.grouped.done")},
                   {.label = words("strategy.grouped.late")},
                   {.label = words("strategy.grouped.others"), .part = html::Series::Part::rest}},
        .stacked = true};
    std::int64_t all = 0, late = 0;
    for (const GroupedCount& count : counts) {
        chart.labels.push_back(value_label(words, references, dimension, count.value));
        const std::int64_t others = count.actions - count.done - count.late;
        chart.series[0].values.emplace_back(static_cast<double>(count.done));
        chart.series[1].values.emplace_back(static_cast<double>(count.late));
        chart.series[2].values.emplace_back(static_cast<double>(others));
        all += count.actions;
        late += count.late;
    }
    const std::string day = words.date(call.today);
    chart.text.subtitle = words("strategy.grouped.chart_unit", {{"day", day}});
    chart.text.sentence = words("strategy.grouped.sentence", {{"n", words.number(all)},
                                                              {"late", words.number(late)},
                                                              {"groups", words.number(std::ssize(counts))}});
    chart.text.source = words("strategy.grouped.source", {{"day", day}});
    html::bar_chart(out, words, chart);
}

bool carries(const Action& action, std::string_view axis) {
    return std::find(action.axes.begin(), action.axes.end(), axis) != action.axes.end();
}

void matrix_table(Out& out, const identity::Call& call, const References& references,
                  const std::vector<Action>& actions) {
    const auto& words = call.words;
    const std::string caption = words("strategy.matrix.caption");
    el(out, "div", {a("class", "scroll"), a("tabindex", "0"), a("role", "region"), a("aria-label", caption)},
       [&](Out& box) {
           el(box, "table", {a("class", "matrix")}, [&](Out& table) {
               el(table, "caption", {a("class", "sr")}, caption);
               el(table, "thead", {}, [&](Out& head) {
                   el(head, "tr", {}, [&](Out& row) {
                       el(row, "th", {a("scope", "col")}, words("strategy.field.action"));
                       for (const Reference& axis : references.axes)
                           el(row, "th", {a("scope", "col")}, axis.code + " · " + label_of(words, axis));
                   });
               });
               el(table, "tbody", {}, [&](Out& body) {
                   for (const Action& action : actions)
                       el(body, "tr", {}, [&](Out& row) {
                           el(row, "th", {a("scope", "row")}, [&](Out& o) { action_link(o, call, action); });
                           for (const Reference& axis : references.axes) {
                               const bool on = carries(action, axis.code);
                               el(row, "td", {a("class", on ? "on" : "none")}, [&](Out& cell) {
                                   if (on) return cell.text(words("strategy.matrix.yes"));
                                   el(cell, "span", {a("class", "sr")}, words("strategy.matrix.no"));
                                   el(cell, "span", {a("aria-hidden", "true")}, "–");
                               });
                           }
                       });
               });
           });
       });
}

}  // namespace

html::Answer show_grouped(identity::Call& call) {
    const std::string dimension(call.request.param("dimension"));
    if (!is_dimension(dimension)) return not_found();
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto& words = call.words;
        const References references = read_references(scope);
        const std::string title = grouped_title(words, dimension);
        html::Page page{.title = title, .main = {}, .section = "actions", .help = "views"};
        html::page_heading(page.main, title);
        list_tabs(page.main, call, "by");
        std::vector<html::Chip> chips;
        for (const std::string_view other : dimensions)
            chips.push_back({dimension_word(words, other), call.path("/actions/by/" + std::string(other)),
                             std::nullopt, other == dimension});
        html::chips(page.main, words, words("strategy.grouped.choose"), chips);
        const std::vector<GroupedCount> counts = group_actions(scope, dimension);
        grouped_chart(page.main, call, references, dimension, counts);
        grouped_table(page.main, call, references, dimension, counts);
        return page;
    });
}

platform::http::Response grouped_json(identity::Call& call) {
    const std::string dimension(call.request.param("dimension"));
    if (!is_dimension(dimension)) return not_found();
    return within(call, [&](Scope& scope) {
        JsonWriter json;
        json.begin_object().member("dimension", dimension).key("groups").begin_array();
        for (const GroupedCount& count : group_actions(scope, dimension))
            json.begin_object()
                .member("value", count.value)
                .member("actions", count.actions)
                .member("late", count.late)
                .member("done", count.done)
                .member("progress", mean(count))
                .end_object();
        json.end_array().end_object();
        return json_page(json.take());
    });
}

html::Answer show_matrix(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto& words = call.words;
        const References references = read_references(scope);
        ActionFilter filter;
        filter.page = filter_of(call.request.query).page;
        filter.per_page = filter_of(call.request.query).per_page;
        auto carriers = actions_of_axes(scope);
        html::Page page{
            .title = words("strategy.matrix.title"), .main = {}, .section = "actions", .help = "views"};
        html::page_heading(page.main, page.title);
        list_tabs(page.main, call, "matrix");
        for (const Reference& axis : references.axes)
            el(page.main, "p", {},
               words.plural("strategy.matrix.count", std::ssize(carriers[axis.code]),
                            {{"axis", axis.code + " · " + label_of(words, axis)}, {"scheme", axis.scheme}}));
        matrix_table(page.main, call, references, list_actions(scope, filter));
        html::pagination(page.main, words,
                         {.path = call.request.path,
                          .query = call.request.query,
                          .page = filter.page,
                          .rows = count_actions(scope, {}).all,
                          .per_page = filter.per_page});
        return page;
    });
}

platform::http::Response matrix_json(identity::Call& call) {
    return within(call, [&](Scope& scope) {
        const References references = read_references(scope);
        auto carriers = actions_of_axes(scope);
        JsonWriter json;
        json.begin_object().key("axes").begin_array();
        for (const Reference& axis : references.axes) {
            json.begin_object().member("code", axis.code).member("scheme", axis.scheme);
            json.member("label", axis.label).key("actions").begin_array();
            for (const std::string& code : carriers[axis.code]) json.value(code);
            json.end_array().end_object();
        }
        json.end_array().end_object();
        return json_page(json.take());
    });
}

}  // namespace maillage::strategy
