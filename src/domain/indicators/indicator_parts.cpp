#include <algorithm>

#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/series_rules.hpp"
#include "domain/indicators/small_counts.hpp"
#include "engine/rates/poisson_interval.hpp"
#include "platform/html/chart.hpp"
#include "platform/html/components.hpp"
#include "platform/html/link.hpp"
#include "platform/html/table.hpp"

// The parts that the pages of the indicators share.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

void latest(Out& out, const Words& words, const Reading& reading) {
    if (!reading.pair) return el(out, "span", {a("class", "muted")}, words("indicators.value.missing"));
    const Figure& figure = reading.pair->later;
    el(out, "strong", {}, value_in_words(words, reading.measure(), figure));
    const std::string when = reading.indicator.definition.computed ? words("indicators.value.today")
                                                                   : in_words(words, figure.period);
    out.text(" ");
    el(out, "span", {a("class", "muted")}, when);
    if (figure.provisional)
        el(out, "span", {a("class", "muted")}, " " + words("indicators.value.provisional"));
    if (const std::string caution = caution_of(words, reading.indicator.definition); !caution.empty())
        el(out, "div", {a("class", "muted")}, caution);
}

// One sentence: the whole of them is on the indicator's page.
void in_short(Out& out, const Words& words, const Reading& reading) {
    if (!reading.pair) return;
    if (!reading.pair->earlier) {
        if (reading.pair->unlike)
            el(out, "span", {a("class", "muted")}, words("indicators.page.not_compared"));
        return;
    }
    const auto made =
        compare(reading.measure(), reading.pair->later, *reading.pair->earlier, reading.indicator.breaks);
    if (!made) return out.text(in_words(words, made.error(), reading.pair->later, *reading.pair->earlier));
    const auto sentences = in_words(words, reading.measure(), *made);
    out.text(sentences.front());
    el(out, "div", {a("class", "muted")}, sentences.back());
}

void target(Out& out, const Words& words, const Definition& said) {
    if (!said.target) return;
    out.text(number_in_words(words, said.measure, *said.target));
    if (!said.target_by) return;
    out.text(" ");
    html::day(out, words, *said.target_by);
}

std::string why_missing(const Words& words, const FigureSeries& series) {
    const bool withheld =
        std::ranges::any_of(series.figures, [](const auto& figure) { return figure && figure->withheld; });
    return withheld ? words("indicators.chart.missing_or_withheld") : words("indicators.chart.missing");
}

html::Series drawn(const Words& words, const Definition& said, const FigureSeries& series) {
    html::Series line{.label = localised(words, said.unit, said.unit_en),
                      .missing_reason = why_missing(words, series)};
    for (const auto& shown : series.figures) {
        const std::optional<Figure> figure = shown && shown->withheld ? std::nullopt : shown;
        line.values.push_back(figure ? std::optional(figure->shown()) : std::nullopt);
        line.provisional.push_back(figure && figure->provisional);
        if (said.measure != Measure::count) continue;
        const auto interval = figure ? engine::poisson_interval_of(figure->value)
                                     : std::unexpected(engine::Refusal{engine::Reason::empty});
        line.low.push_back(interval ? std::optional(interval->low) : std::nullopt);
        line.high.push_back(interval ? std::optional(interval->high) : std::nullopt);
    }
    return line;
}

// R-STA-2: a series of shares with a small base among its figures is drawn as its counts, the part and the
// whole.
std::vector<html::Series> drawn_as_counts(const Words& words, const FigureSeries& series) {
    html::Series part{.label = words("indicators.field.part"), .missing_reason = why_missing(words, series)};
    html::Series whole{.label = words("indicators.table.whole"), .missing_reason = part.missing_reason};
    for (const auto& figure : series.figures) {
        const bool known = figure && !figure->withheld;
        part.values.push_back(known ? std::optional(figure->value) : std::nullopt);
        whole.values.push_back(known ? figure->of : std::nullopt);
        for (html::Series* line : {&part, &whole}) line->provisional.push_back(known && figure->provisional);
    }
    return {std::move(part), std::move(whole)};
}

// Where the periods of a series pass from one meaning to another.
std::vector<html::ChartBreak> breaks_in(const Words& words, const Indicator& indicator,
                                        const FigureSeries& series) {
    std::vector<html::ChartBreak> found;
    for (std::size_t i = 1; i < series.periods.size(); ++i)
        if (broken_between(series.periods[i - 1], series.periods[i], indicator.breaks))
            found.push_back(
                {i, words("indicators.chart.break", {{"period", in_words(words, series.periods[i])}})});
    return found;
}

}  // namespace

std::string first_and_last(const Words& words, const Definition& said, const FigureSeries& series) {
    return words("indicators.chart.sentence",
                 {{"first", value_in_words(words, said.measure, *series.figures.front())},
                  {"from", in_words(words, series.periods.front())},
                  {"last", value_in_words(words, said.measure, *series.figures.back())},
                  {"until", in_words(words, series.periods.back())}});
}

std::string indicator_path(const Call& call, const Indicator& indicator, std::string_view rest) {
    return call.path("/indicators/" + indicator.definition.code + std::string(rest));
}

std::string group_path(const Call& call, const strategy::WorkingGroup& group, std::string_view rest) {
    const std::string section = group.code.empty() ? std::string(council_section) : group.code;
    return call.path("/dashboard/" + section + std::string(rest));
}

std::string group_name(const Words& words, const strategy::WorkingGroup& group) {
    return group.code.empty() ? words("indicators.board.council")
                              : localised(words, group.name, group.name_en);
}

void button_form(Out& out, const Call& call, const std::string& path, const std::string& label,
                 const std::string& about, const std::vector<std::pair<std::string, std::string>>& fields) {
    const html::Url target = html::Url::path(path);
    const std::string name = label + " : " + about;
    html::form_open(out, target, fresh_tokens(call));
    for (const auto& [field, value] : fields)
        html::void_el(out, "input", {a("type", "hidden"), a("name", field), a("value", value)});
    el(out, "button", {a("type", "submit"), a("class", "btn alt sm"), a("aria-label", name)}, label);
    html::form_close(out);
}

void readings_table(Out& out, const Call& call, std::string_view caption,
                    const std::vector<Reading>& readings) {
    const Words& words = call.words;
    const html::Table description{.caption = std::string(caption),
                                  .columns = {{words("indicators.field.name")},
                                              {words("indicators.field.kind")},
                                              {words("indicators.field.latest")},
                                              {words("indicators.field.change")},
                                              {words("indicators.field.target")}}};
    html::table(out, words, description, readings, [&](html::Row& row, const Reading& reading) {
        const Definition& said = reading.indicator.definition;
        row.heading([&](Out& o) {
            const html::Url target = html::Url::path(indicator_path(call, reading.indicator));
            el(o, "a", {url("href", target)}, localised(words, said.name, said.name_en));
            if (reading.indicator.standing == Standing::proposed) {
                o.text(" ");
                html::status(o, html::State::todo, in_words(words, Standing::proposed));
            }
        });
        row.cell(in_words(words, said.kind));
        row.cell([&](Out& o) { latest(o, words, reading); });
        row.cell([&](Out& o) { in_short(o, words, reading); });
        row.cell([&](Out& o) { target(o, words, said); });
    });
    const auto withheld = std::ranges::find_if(readings, [](const Reading& reading) {
        return reading.pair && reading.pair->later.withheld.has_value();
    });
    if (withheld != readings.end())
        el(out, "p", {a("class", "muted")}, audience_in_words(words, withheld->below));
}

void set_notice(Out& out, const Words& words, const SetJudgement& judged) {
    if (judged.faults.empty())
        return html::notice(out, html::NoticeKind::ok, words("indicators.set.valid_title"),
                            words.plural("indicators.set.valid", judged.active));
    std::string all;
    for (const SetFault fault : judged.faults)
        all += (all.empty() ? "" : " ") + in_words(words, fault, judged);
    html::notice(out, html::NoticeKind::warn, words("indicators.set.faults_title"), all);
}

void chart(Out& out, const Words& words, const Reading& reading, const FigureSeries& series, int number,
           html::ChartSetting setting) {
    const Definition& said = reading.indicator.definition;
    const std::string months = words.plural("indicators.chart.months", series.months);
    const std::string name = localised(words, said.name, said.name_en);
    const html::ChartText text{
        .id = "series-" + said.code + "-" + std::to_string(number),
        .title = words("indicators.chart.title", {{"name", name}, {"months", months}}),
        .subtitle = localised(words, said.unit, said.unit_en),
        .sentence = first_and_last(words, said, series),
        .source = words("indicators.chart.source", {{"source", localised(words, said.source, said.source_en)},
                                                    {"perimeter", perimeter_in_words(words, said)}}),
        .setting = setting};
    std::vector<std::string> labels;
    for (const Period& period : series.periods) labels.push_back(in_words(words, period));
    html::LineChart chart{.text = text, .labels = std::move(labels)};
    chart.breaks = breaks_in(words, reading.indicator, series);
    if (has_small_base(series)) {
        chart.series = drawn_as_counts(words, series);
    } else {
        chart.series = {drawn(words, said, series)};
        chart.target = said.target;
        chart.digits = digits_of(said.measure);
    }
    html::line_chart(out, words, chart);
}

void charts(Out& out, const Words& words, const Reading& reading, html::ChartSetting setting) {
    int number = 0;
    for (const FigureSeries& series : series_of(reading.figures))
        if (series.known >= 2) chart(out, words, reading, series, ++number, setting);
}

}  // namespace maillage::indicators
