#include <algorithm>

#include "domain/snapshots/period_table.hpp"
#include "domain/snapshots/snapshot_parts.hpp"
#include "domain/snapshots/snapshot_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::snapshots {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using indicators::Definition;
using indicators::Figure;
using indicators::FigureSeries;
using platform::i18n::Words;

struct Fact {
    std::string term, text;
};

std::vector<Fact> facts_of(const Words& words, const FrozenIndicator& frozen) {
    const indicators::Indicator& indicator = frozen.indicator;
    const Definition& said = indicator.definition;
    std::vector<Fact> facts;
    const auto add = [&](std::string term, std::string text) {
        if (!text.empty()) facts.push_back({std::move(term), std::move(text)});
    };
    const auto dated = [](const std::string& written, const std::string& when) {
        return when.empty() ? written : written + " (" + when + ")";
    };
    add(words("snapshots.fact.definition"), localised(words, said.definition, said.definition_en).text);
    add(words("snapshots.fact.version"), words.number(indicator.version));
    add(words("snapshots.fact.kind"), in_words(words, said.kind));
    add(words("snapshots.fact.unit"), localised(words, said.unit, said.unit_en).text);
    add(words("snapshots.fact.source"), localised(words, said.source, said.source_en).text);
    add(words("snapshots.fact.method"), localised(words, said.method, said.method_en).text);
    add(words("snapshots.fact.perimeter"), perimeter_in_words(words, said));
    add(words("snapshots.fact.frequency"), in_words(words, said.frequency));
    add(words("snapshots.fact.owner"), indicator.owner_name);
    if (const std::string baseline = baseline_in_words(words, said); !baseline.empty())
        add(words("snapshots.fact.baseline"),
            dated(baseline, said.baseline_period ? in_words(words, *said.baseline_period) : ""));
    if (said.target)
        add(words("snapshots.fact.target"), dated(number_in_words(words, said.measure, *said.target),
                                                  said.target_by ? words.date(*said.target_by) : ""));
    add(words("snapshots.fact.wanted"), in_words(words, said.wanted));
    add(words("snapshots.fact.limits"), localised(words, said.limits, said.limits_en).text);
    add(words("snapshots.fact.standing"), in_words(words, indicator.standing));
    if (indicator.agreed_on)
        add(words("snapshots.fact.agreed"), words.date(*indicator.agreed_on) + " · " + indicator.agreed_in);
    return facts;
}

void facts(Out& out, const Words& words, const FrozenIndicator& frozen, Medium medium) {
    const std::vector<Fact> all = facts_of(words, frozen);
    if (medium == Medium::paper)
        return el(out, "dl", {a("class", "facts")}, [&](Out& list) {
            for (const Fact& fact : all) {
                el(list, "dt", {}, fact.term);
                el(list, "dd", {}, fact.text);
            }
        });
    std::vector<html::SummaryRow> rows;
    for (const Fact& fact : all) rows.push_back({fact.term, [text = fact.text](Out& o) { o.text(text); }});
    html::disclosure(out, words("snapshots.fact.title"), [&](Out& o) { html::summary_list(o, words, rows); });
}

bool has_remark(const Figure& figure) {
    return figure.provisional || !figure.note.empty() || !figure.source_line.empty();
}

// What no chart draws, and what must be known of a figure besides its value.
void remarks(Out& out, const Words& words, const FrozenIndicator& frozen,
             const std::vector<FigureSeries>& all_series) {
    std::vector<const Figure*> told;
    for (const FigureSeries& series : all_series)
        for (const auto& figure : series.figures)
            if (figure && (series.known < 2 || has_remark(*figure))) told.push_back(&*figure);
    if (told.empty()) return;
    const html::Table description{
        // Two indicators may have one name: a landmark of the page has one of its own.
        .caption = words("snapshots.remarks.caption", {{"name", indicator_name(words, frozen) + " (" +
                                                                    frozen.indicator.definition.code + ")"}}),
        .columns = {{words("snapshots.column.period")},
                    {words("snapshots.column.value"), "", true},
                    {words("snapshots.column.perimeter")},
                    {words("snapshots.column.remark")}}};
    html::table(out, words, description, told, [&](html::Row& row, const Figure* figure) {
        row.heading(in_words(words, figure->period));
        row.cell(value_in_words(words, frozen.indicator.definition.measure, *figure));
        row.cell(figure->perimeter.empty() ? words("snapshots.perimeter.unknown") : figure->perimeter);
        row.cell([&](Out& cell) {
            if (figure->provisional) el(cell, "div", {}, words("snapshots.remarks.provisional"));
            for (const std::string* text : {&figure->note, &figure->source_line})
                if (!text->empty()) el(cell, "div", {}, *text);
        });
    });
}

// On paper a series of more figures than a column holds is read by year: the chart's own table is left out.
void charts_with_tables(Out& out, const Words& words, const indicators::Reading& reading,
                        const std::vector<FigureSeries>& all_series, Medium medium) {
    const bool by_year =
        medium == Medium::paper && std::ranges::any_of(all_series, [](const FigureSeries& series) {
            return series.periods.size() > most_lines_of_a_chart;
        });
    if (!by_year)
        return indicators::charts(
            out, words, reading,
            medium == Medium::paper ? html::ChartSetting::paper : html::ChartSetting::screen);
    indicators::charts(out, words, reading, html::ChartSetting::drawing_alone);
    for (const FigureSeries& series : all_series)
        if (series.known > 1) period_table(out, words, reading.indicator.definition, series);
}

}  // namespace

void indicator_section(Out& out, const Words& words, const FrozenIndicator& frozen, Medium medium) {
    const std::string anchor = anchor_of(frozen);
    el(out, "h3", {a("id", anchor)}, indicator_name(words, frozen));
    std::vector<std::string> said = said_of(words, frozen);
    if (std::string caution = caution_of(words, frozen.indicator.definition); !caution.empty())
        said.push_back(std::move(caution));
    if (!said.empty())
        el(out, "ul", {a("class", "said")}, [&](Out& list) {
            for (const std::string& sentence : said) el(list, "li", {}, sentence);
        });
    if (frozen.figures.empty()) el(out, "p", {}, words("snapshots.figure.none"));
    const indicators::Reading reading{.indicator = frozen.indicator, .figures = frozen.figures};
    const std::vector<FigureSeries> all_series = indicators::series_of(frozen.figures);
    charts_with_tables(out, words, reading, all_series, medium);
    remarks(out, words, frozen, all_series);
    if (!frozen.missing.empty())
        el(out, "p", {},
           words("snapshots.figure.missing_periods",
                 {{"periods", indicators::periods_in_words(words, frozen.missing)}}));
    facts(out, words, frozen, medium);
}

}  // namespace maillage::snapshots
