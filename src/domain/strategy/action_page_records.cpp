#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/history_words.hpp"
#include "platform/html/chart.hpp"
#include "platform/html/table.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::Out;

std::string record_path(const ActionView& view, const Record& record, std::string_view rest) {
    return action_path(view.call, view.action.code,
                       "/records/" + std::to_string(record.id.value) + std::string(rest));
}
std::string line_path(const ActionView& view, const Record& record, const RecordLine& line) {
    return record_path(view, record, "/lines/" + std::to_string(line.id));
}

void change_link(Out& out, const ActionView& view, const std::string& path, const std::string& about) {
    const html::Url target = html::Url::path(path);
    const std::string label = view.call.words("strategy.step.change"), name = label + " : " + about;
    el(out, "a", {url("href", target), a("class", "btn alt sm"), a("aria-label", name)}, label);
}

std::vector<double> values_of(const Record& record) {
    std::vector<double> values;
    for (const RecordLine& line : record.lines)
        if (line.kind == "value" && line.value) values.push_back(*line.value);
    return values;
}

html::LineChart chart_of(const platform::i18n::Words& words, const Record& record) {
    const std::string unit(localised(words, record.unit, record.unit_en).text);
    html::LineChart chart{.text = {.id = "record-" + std::to_string(record.id.value),
                                   .title = std::string(localised(words, record.title, record.title_en).text),
                                   .subtitle = unit,
                                   .sentence = {},
                                   .source = words("strategy.record.source")},
                          .labels = {},
                          .series = {{.label = unit, .values = {}, .low = {}, .high = {}}},
                          .target = record.target};
    for (const RecordLine& line : record.lines) {
        if (line.kind != "value" || !line.on_day) continue;
        chart.labels.push_back(words.date(*line.on_day));
        chart.series[0].values.push_back(line.value);
    }
    return chart;
}

void counter(Out& out, const ActionView& view, const Record& record) {
    const auto& words = view.call.words;
    const std::vector<double> values = values_of(record);
    if (values.empty()) return el(out, "p", {a("class", "muted")}, words("strategy.record.empty"));
    html::LineChart chart = chart_of(words, record);
    const RecordLine& latest = record.lines.back();
    html::key_figures(out, {{.title = words("strategy.record.latest"),
                             .value = words.decimal(values.back(), 0) + " " + chart.text.subtitle,
                             .trend = values,
                             .detail = latest.on_day ? words.date(*latest.on_day) : std::string()}});
    chart.text.sentence = words("strategy.record.sentence", {{"first", words.decimal(values.front(), 0)},
                                                             {"last", words.decimal(values.back(), 0)},
                                                             {"unit", chart.text.subtitle}});
    html::line_chart(out, words, chart);
    if (!view.scope.may_edit) return;
    html::disclosure(out, words("strategy.record.correct"), [&](Out& box) {
        el(box, "ul", {a("class", "files")}, [&](Out& list) {
            for (const RecordLine& line : record.lines)
                el(list, "li", {}, [&](Out& item) {
                    const std::string said = line_word(words, line);
                    item.text(said + " ");
                    change_link(item, view, line_path(view, record, line), said);
                });
        });
    });
}

void tick(Out& out, const ActionView& view, const Record& record, const RecordLine& line) {
    const auto& words = view.call.words;
    const html::Url target = html::Url::path(line_path(view, record, line));
    const std::string button = line.done_on ? words("strategy.step.untick") : words("strategy.step.tick");
    const std::string about = button + " : " + line.label;
    html::form_open(out, target, fresh_tokens(view.call));
    el(out, "button",
       {a("type", "submit"), a("class", "btn alt sm"), a("name", "act"),
        a("value", line.done_on ? "untick" : "tick"), a("aria-label", about)},
       button);
    html::form_close(out);
    change_link(out, view, line_path(view, record, line), line.label);
}

void study(Out& out, const ActionView& view, const Record& record) {
    const auto& words = view.call.words;
    if (record.lines.empty()) return el(out, "p", {a("class", "muted")}, words("strategy.record.no_stage"));
    html::Table table{.caption = record.title,
                      .columns = {{words("strategy.record.stage")},
                                  {words("strategy.field.due")},
                                  {words("strategy.field.state")}}};
    html::table(out, words, table, record.lines, [&](html::Row& row, const RecordLine& line) {
        const Localised label = localised(words, line.label, line.label_en);
        row.heading([&](Out& o) {
            if (line.kind == "prescription") o.text(words("strategy.record.prescription") + " ");
            el(o, "span", {a_if("lang", label.lang)}, label.text);
        });
        row.cell([&](Out& o) {
            if (line.on_day)
                html::day(o, words, *line.on_day);
            else
                o.text(words("strategy.value.none"));
        });
        row.cell([&](Out& o) {
            html::status(o, line.done_on ? html::State::ok : html::State::todo,
                         line.done_on ? words("strategy.step.done") : words("strategy.step.todo"));
            if (view.scope.may_edit) tick(o, view, record, line);
        });
    });
}

// What may be done to a whole record.
void record_tools(Out& out, const ActionView& view, const Record& record) {
    const auto& words = view.call.words;
    const html::Url add = html::Url::path(record_path(view, record, "/lines/new"));
    const std::string label =
        record.kind == "study" ? words("strategy.record.add_stage") : words("strategy.record.add");
    const std::string about = label + " : " + record.title;
    el(out, "div", {a("class", "noprint")}, [&](Out& tools) {
        el(tools, "a", {url("href", add), a("class", "btn alt sm"), a("aria-label", about)}, label);
        change_link(tools, view, record_path(view, record, "/edit"), record.title);
        button_form(tools, view.call, record_path(view, record, "/deletion"), words("strategy.record.remove"),
                    record.title);
    });
}

}  // namespace

void records_section(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    for (const Record& record : read_records(view.scope, view.action.id)) {
        const std::string title(localised(words, record.title, record.title_en).text);
        html::panel(out, "r" + std::to_string(record.id.value), title, [&](Out& panel) {
            if (record.kind == "study")
                study(panel, view, record);
            else
                counter(panel, view, record);
            if (view.scope.may_edit) record_tools(panel, view, record);
        });
    }
    if (!view.scope.may_edit) return;
    const html::Url add = html::Url::path(action_path(view.call, view.action.code, "/records/new"));
    el(out, "p", {a("class", "noprint")},
       [&](Out& p) { el(p, "a", {url("href", add), a("class", "btn alt")}, words("strategy.record.new")); });
}

}  // namespace maillage::strategy
