#include "domain/indicators/method_panel.hpp"

#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/small_counts.hpp"
#include "platform/html/components.hpp"

namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::el;
using html::Out;
using platform::i18n::Words;

std::string of_measure(const Words& words, Measure measure) {
    switch (measure) {
    case Measure::count: return words("indicators.method.count");
    case Measure::share: return words("indicators.method.share");
    case Measure::percent: return words("indicators.method.percent");
    case Measure::number: return words("indicators.method.number");
    }
    __builtin_unreachable();
}

std::string in_short(const Words& words, Measure measure, const Figure& figure) {
    return value_in_words(words, measure, figure) + " (" + in_words(words, figure.period) + ")";
}

}  // namespace

void how_it_is_computed(Out& out, const Words& words, const Reading& reading) {
    const Definition& said = reading.indicator.definition;
    std::vector<html::SummaryRow> rows;
    const auto add = [&](std::string term, std::string text) {
        if (!text.empty()) rows.push_back({std::move(term), [text](Out& o) { o.text(text); }});
    };
    add(words("indicators.field.method"), localised(words, said.method, said.method_en));
    add(words("indicators.method.statistics"), of_measure(words, said.measure));
    if (reading.pair) {
        std::string figures = in_short(words, said.measure, reading.pair->later);
        if (reading.pair->earlier) figures += " · " + in_short(words, said.measure, *reading.pair->earlier);
        add(words("indicators.method.figures"), figures);
    }
    add(words("indicators.method.parameters"),
        words("indicators.method.base", {{"base", words.decimal(least_base, 0)}}));
    add(words("indicators.method.reliability"), words("indicators.method.certainty"));
    if (counts_people_or_facts(said))
        add(words("indicators.method.audience"), audience_in_words(words, reading.below));
    add(words("indicators.field.source"), localised(words, said.source, said.source_en));
    add(words("indicators.field.perimeter"), perimeter_in_words(words, said));
    html::how_computed(out, words, [&](Out& o) { html::summary_list(o, words, rows); });
}

}  // namespace maillage::indicators
