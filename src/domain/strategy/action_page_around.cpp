#include "domain/strategy/action_page.hpp"
#include "platform/html/chart.hpp"
#include "platform/html/table.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::Out;

html::Url target_of(const ActionView& view, std::string_view rest) {
    return html::Url::path(action_path(view.call, view.action.code, rest));
}

std::string link_kind_word(const platform::i18n::Words& words, std::string_view kind) {
    if (kind == "action") return words("strategy.link.action");
    if (kind == "commitment") return words("strategy.link.commitment");
    if (kind == "decision") return words("strategy.link.decision");
    if (kind == "indicator") return words("strategy.link.indicator");
    return words("strategy.link.url");
}

void link_target(Out& out, const ActionView& view, const Link& link) {
    const std::string& label = link.label.empty() ? link.target : link.label;
    if (link.kind == "url") {
        const html::Url target = html::Url::external(link.target);
        el(out, "a", {url("href", target), a("rel", "noreferrer")}, label);
    } else if (link.kind == "action") {
        const html::Url target = html::Url::path(action_path(view.call, link.target));
        el(out, "a", {url("href", target)}, label);
    } else if (link.kind == "commitment") {
        const html::Url target = html::Url::path(view.call.path("/strategy"));
        el(out, "a", {url("href", target)}, label);
    } else {
        out.text(label);
    }
}

void link_form(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const html::FormState& state = view.state_of("links");
    const html::Url target = target_of(view, "/links");
    std::vector<html::Option> kinds;
    for (const char* kind : {"action", "commitment", "decision", "indicator", "url"})
        kinds.push_back({kind, link_kind_word(words, kind)});
    const auto content = [&](Out& box) {
        html::form_open(box, target, fresh_tokens(view.call));
        html::select_field(
            box, words,
            {.name = "link_kind", .label = words("strategy.link.kind"), .options = kinds, .required = true},
            state);
        html::text_field(box, words,
                         {.name = "link_target",
                          .label = words("strategy.link.target"),
                          .hint = words("strategy.link.target_hint"),
                          .required = true,
                          .max_length = 500},
                         state);
        html::text_field(box, words, {.name = "link_label", .label = words("strategy.link.label")}, state);
        html::submit(box, words("strategy.link.add"));
        html::form_close(box);
    };
    if (state.valid())
        html::disclosure(out, words("strategy.link.add"), content);
    else
        content(out);
}

void counter(Out& out, const ActionView& view, const Record& record) {
    const auto& words = view.call.words;
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
    if (chart.labels.empty()) {
        el(out, "p", {a("class", "muted")}, words("strategy.record.empty"));
        return;
    }
    const double first = chart.series[0].values.front().value_or(0);
    const double last = chart.series[0].values.back().value_or(0);
    chart.text.sentence =
        words("strategy.record.sentence",
              {{"first", words.decimal(first, 0)}, {"last", words.decimal(last, 0)}, {"unit", unit}});
    html::line_chart(out, words, chart);
}

void counter_form(Out& out, const ActionView& view, const Record& record) {
    const auto& words = view.call.words;
    const html::FormState& state = view.state_of("records");
    const std::string id = std::to_string(record.id.value);
    const bool refused = !state.valid() && state.value("record") == id;
    const html::Url target = target_of(view, "/records");
    const auto content = [&](Out& box) {
        html::form_open(box, target, fresh_tokens(view.call));
        hidden(box, "record", id);
        html::date_field(box, words,
                         {.name = "record_day", .label = words("strategy.record.day"), .required = true},
                         state);
        html::text_field(box, words,
                         {.name = "record_value",
                          .label = words("strategy.record.value"),
                          .kind = html::FieldKind::number,
                          .required = true,
                          .max_length = 20},
                         state);
        html::submit(box, words("strategy.record.add"));
        html::form_close(box);
    };
    if (refused)
        content(out);
    else
        html::disclosure(out, words("strategy.record.add"), content);
}

void study(Out& out, const ActionView& view, const Record& record) {
    const auto& words = view.call.words;
    const html::Url target = target_of(view, "/records");
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
            if (!view.scope.may_edit) return;
            const std::string button =
                line.done_on ? words("strategy.step.untick") : words("strategy.step.tick");
            const std::string about = button + " : " + line.label;
            html::form_open(o, target, fresh_tokens(view.call));
            hidden(o, "record", std::to_string(record.id.value));
            hidden(o, "line", std::to_string(line.id));
            el(o, "button",
               {a("type", "submit"), a("class", "btn alt sm"), a("name", "act"),
                a("value", line.done_on ? "untick" : "tick"), a("aria-label", about)},
               button);
            html::form_close(o);
        });
    });
}

}  // namespace

void news_section(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const std::vector<News> entries = read_news(view.scope, view.action.id);
    html::panel(out, "news", words("strategy.news.heading"), [&](Out& panel) {
        if (view.scope.may_comment || view.scope.may_edit) {
            const html::Url target = target_of(view, "/news");
            html::form_open(panel, target, fresh_tokens(view.call));
            html::text_field(panel, words,
                             {.name = "news_text",
                              .label = words("strategy.news.text"),
                              .hint = words("strategy.news.hint"),
                              .kind = html::FieldKind::textarea,
                              .required = true,
                              .max_length = 2000},
                             view.state_of("news"));
            html::submit(panel, words("strategy.news.add"));
            html::form_close(panel);
        }
        if (entries.empty()) el(panel, "p", {a("class", "muted")}, words("strategy.news.none"));
        el(panel, "ol", {a("class", "timeline")}, [&](Out& list) {
            for (const News& entry : entries)
                el(list, "li", {}, [&](Out& item) {
                    html::day(item, words, words.today(entry.at));
                    if (!entry.author.empty()) item.text(" · " + entry.author);
                    el(item, "p", {a("lang", "fr")}, entry.text);
                });
        });
    });
}

void links_section(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const std::vector<Link> links = read_links(view.scope, view.action.id);
    html::panel(out, "links", words("strategy.link.heading"), [&](Out& panel) {
        if (links.empty()) el(panel, "p", {a("class", "muted")}, words("strategy.link.none"));
        el(panel, "ul", {a("class", "files")}, [&](Out& list) {
            for (const Link& link : links)
                el(list, "li", {}, [&](Out& item) {
                    item.text(link_kind_word(words, link.kind) + " ");
                    link_target(item, view, link);
                    if (!view.scope.may_edit) return;
                    const html::Url away = target_of(view, "/links/" + std::to_string(link.id) + "/deletion");
                    html::form_open(item, away, fresh_tokens(view.call));
                    el(item, "button", {a("type", "submit"), a("class", "btn alt sm")},
                       words("strategy.link.remove", {{"target", link.target}}));
                    html::form_close(item);
                });
        });
        if (view.scope.may_edit) link_form(panel, view);
    });
}

void records_section(Out& out, const ActionView& view) {
    for (const Record& record : read_records(view.scope, view.action.id)) {
        const std::string title(localised(view.call.words, record.title, record.title_en).text);
        html::panel(out, "r" + std::to_string(record.id.value), title, [&](Out& panel) {
            if (record.kind == "study") return study(panel, view, record);
            counter(panel, view, record);
            if (view.scope.may_edit) counter_form(panel, view, record);
        });
    }
}

}  // namespace maillage::strategy
