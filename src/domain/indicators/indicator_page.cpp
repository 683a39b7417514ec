#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

// One indicator: its figures, what may be said of them, how they are counted.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;
using platform::i18n::Words;

void comparison(Out& out, const Words& words, const Reading& reading) {
    if (!reading.pair)
        return html::empty_state(out, {.title = words("indicators.page.no_figure"),
                                       .why = words("indicators.page.no_figure_why")});
    const Pair& pair = *reading.pair;
    const Figure* other = pair.earlier ? &*pair.earlier : pair.unlike ? &*pair.unlike : nullptr;
    if (other == nullptr) {
        return el(
            out, "p", {},
            words("indicators.page.alone", {{"value", value_in_words(words, reading.measure(), pair.later)},
                                            {"period", in_words(words, pair.later.period)}}));
    }
    const auto made = compare(reading.measure(), pair.later, *other);
    if (!made)
        return html::notice(out, html::NoticeKind::info, words("indicators.page.not_compared"),
                            in_words(words, made.error(), pair.later, *other));
    el(out, "ul", {a("class", "said")}, [&](Out& list) {
        for (const std::string& sentence : in_words(words, reading.measure(), *made))
            el(list, "li", {}, sentence);
    });
}

void method(Out& out, const Words& words, const Reading& reading) {
    const Definition& said = reading.indicator.definition;
    html::how_computed(out, words, [&](Out& o) {
        const auto paragraph = [&](const std::string& text) {
            if (!text.empty()) el(o, "p", {}, text);
        };
        paragraph(localised(words, said.method, said.method_en));
        switch (said.measure) {
        case Measure::count: paragraph(words("indicators.method.count")); break;
        case Measure::share: paragraph(words("indicators.method.share")); break;
        case Measure::percent: paragraph(words("indicators.method.percent")); break;
        case Measure::number: paragraph(words("indicators.method.number")); break;
        }
        paragraph(words("indicators.method.certainty"));
        paragraph(
            words("indicators.method.source", {{"source", localised(words, said.source, said.source_en)}}));
    });
}

void facts(Out& out, const Call& call, const Reading& reading) {
    const Words& words = call.words;
    const Indicator& indicator = reading.indicator;
    const Definition& said = indicator.definition;
    std::vector<html::SummaryRow> rows;
    const auto add = [&](std::string term, std::string text) {
        if (!text.empty()) rows.push_back({std::move(term), [text](Out& o) { o.text(text); }});
    };
    add(words("indicators.field.definition"), localised(words, said.definition, said.definition_en));
    add(words("indicators.field.kind"), in_words(words, said.kind));
    add(words("indicators.field.measure"), in_words(words, said.measure));
    add(words("indicators.field.unit"), localised(words, said.unit, said.unit_en));
    add(words("indicators.field.source"), localised(words, said.source, said.source_en));
    add(words("indicators.field.perimeter"), perimeter_in_words(words, said));
    add(words("indicators.field.frequency"), in_words(words, said.frequency));
    if (!said.owner.empty())
        rows.push_back({words("indicators.field.owner"), [&, owner = said.owner](Out& o) {
                            const html::Url target = html::Url::path(call.path("/organisations/" + owner));
                            el(o, "a", {url("href", target)}, indicator.owner_name);
                        }});
    if (said.baseline)
        add(words("indicators.field.baseline"),
            number_in_words(words, said.measure, *said.baseline) +
                (said.baseline_period ? " (" + in_words(words, *said.baseline_period) + ")" : ""));
    if (said.target)
        add(words("indicators.field.target"),
            number_in_words(words, said.measure, *said.target) +
                (said.target_by ? " (" + words.date(*said.target_by) + ")" : ""));
    add(words("indicators.field.wanted"), in_words(words, said.wanted));
    add(words("indicators.field.limits"), localised(words, said.limits, said.limits_en));
    if (said.police_initiated) add(words("indicators.field.caution"), words("indicators.caution.police"));
    add(words("indicators.field.standing"), in_words(words, indicator.standing));
    if (indicator.agreed_on)
        add(words("indicators.field.agreed"), words.date(*indicator.agreed_on) + " · " + indicator.agreed_in);
    html::summary_list(out, words, rows);
}

void withdrawal(Out& out, const Call& call, const Reading& reading, const Figure& figure) {
    button_form(out, call, indicator_path(call, reading.indicator, "/figures/withdrawal"),
                call.words("indicators.figure.withdraw"), in_words(call.words, figure.period),
                {{"period", written(figure.period)}, {"perimeter", figure.perimeter}});
}

// After a withdrawal: what was withdrawn, and the way back.
void restoration(Out& out, const Call& call, const Reading& reading) {
    const auto period = parse_period(call.request.query.get("withdrawn"));
    if (!period || !call.may(Act::edit_indicators)) return;
    const std::string said = in_words(call.words, *period);
    html::notice(out, html::NoticeKind::ok, call.words("indicators.figure.withdrawn", {{"period", said}}),
                 "");
    button_form(out, call, indicator_path(call, reading.indicator, "/figures/restoration"),
                call.words("indicators.figure.restore"), said,
                {{"period", written(*period)}, {"perimeter", std::string(call.request.query.get("of"))}});
}

void figures_table(Out& out, const Call& call, const Reading& reading) {
    const Words& words = call.words;
    if (reading.figures.empty()) return;
    const bool edits = call.may(Act::edit_indicators) && !reading.indicator.definition.computed;
    html::Table description{.caption = words("indicators.page.figures"),
                            .columns = {{words("indicators.field.period")},
                                        {words("indicators.field.value"), "", true},
                                        {words("indicators.field.perimeter")},
                                        {words("indicators.field.note")}}};
    if (edits) description.columns.push_back({words("indicators.field.act")});
    html::table(out, words, description, reading.figures, [&](html::Row& row, const Figure& figure) {
        row.heading(in_words(words, figure.period));
        row.cell(value_in_words(words, reading.measure(), figure));
        row.cell(figure.perimeter.empty() ? words("indicators.perimeter.unknown") : figure.perimeter);
        row.cell([&](Out& o) {
            if (figure.provisional) html::status(o, html::State::run, words("indicators.value.provisional"));
            for (const std::string* text : {&figure.note, &figure.source_line})
                if (!text->empty()) el(o, "div", {a("class", "muted")}, *text);
        });
        if (edits) row.cell([&](Out& o) { withdrawal(o, call, reading, figure); });
    });
}

void entry(Out& out, const Call& call, const Reading& reading, const html::FormState& state) {
    const Words& words = call.words;
    const html::Url target = html::Url::path(indicator_path(call, reading.indicator, "/figures"));
    html::panel(out, "entry", words("indicators.figure.title"), [&](Out& o) {
        html::form_open(o, target, fresh_tokens(call));
        figure_fields(o, words, reading.indicator.definition, state);
        html::submit(o, words("indicators.figure.enter"));
        html::form_close(o);
    });
}

void history(Out& out, const Words& words, const std::vector<DefinitionVersion>& versions) {
    if (versions.size() < 2) return;
    html::panel(out, "versions", words("indicators.page.versions"), [&](Out& o) {
        el(o, "ol", {a("class", "history")}, [&](Out& list) {
            for (const DefinitionVersion& version : versions)
                el(list, "li", {}, [&](Out& item) {
                    item.text(
                        words("indicators.page.version",
                              {{"version", words.number(version.version)},
                               {"day", words.time(version.changed_at)},
                               {"author", version.changed_by.empty() ? words("indicators.page.data_file")
                                                                     : version.changed_by}}));
                    el(item, "div", {a("class", "muted")},
                       localised(words, version.definition.definition, version.definition.definition_en));
                });
        });
    });
}

}  // namespace

html::Page indicator_page(Call& call, const IndicatorView& view) {
    const Words& words = call.words;
    const Reading& reading = view.reading;
    const html::FormState& state = view.entry;
    const Definition& said = reading.indicator.definition;
    const std::string name = localised(words, said.name, said.name_en);
    html::Page page{.title = state.valid() ? name : words("form.error_title", {{"title", name}}),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "dashboard",
                    .crumbs = {{words("indicators.board.title"), call.path("/dashboard")}, {name, ""}},
                    .help = "indicators"};
    Out& out = page.main;
    html::page_heading(out, name, localised(words, said.unit, said.unit_en), [&](Out& o) {
        if (!call.may(Act::edit_indicators)) return;
        const html::Url edit = html::Url::path(indicator_path(call, reading.indicator, "/edit"));
        el(o, "a", {url("href", edit), a("class", "btn alt")}, words("indicators.act.edit"));
        const bool retired = reading.indicator.standing == Standing::retired;
        button_form(o, call, indicator_path(call, reading.indicator, retired ? "/return" : "/retirement"),
                    retired ? words("indicators.act.return") : words("indicators.act.retire"), name);
    });
    restoration(out, call, reading);
    html::error_summary(out, words, state);
    html::panel(out, "said", words("indicators.page.said"), [&](Out& o) {
        comparison(o, words, reading);
        method(o, words, reading);
    });
    charts(out, words, reading);
    html::panel(out, "figures", words("indicators.page.figures"), [&](Out& o) {
        figures_table(o, call, reading);
        if (!reading.missing.empty())
            el(o, "p", {a("class", "muted")},
               words("indicators.page.missing", {{"periods", periods_in_words(words, reading.missing)}}));
    });
    if (call.may(Act::edit_indicators) && !said.computed) entry(out, call, reading, state);
    html::panel(out, "facts", words("indicators.page.facts"), [&](Out& o) { facts(o, call, reading); });
    history(out, words, view.versions);
    return page;
}

}  // namespace maillage::indicators
