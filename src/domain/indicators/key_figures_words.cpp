#include "domain/indicators/key_figures_words.hpp"

#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"

namespace maillage::indicators {
namespace {

using platform::i18n::Words;

void say_comparison(KeySaid& said, const Words& words, const Reading& reading) {
    const Pair& pair = *reading.pair;
    if (!pair.earlier) {
        said.certainty =
            pair.unlike ? words("indicators.page.not_compared") : words("indicators.key.only_one");
        if (pair.unlike && pair.why)
            said.sentences.push_back(in_words(words, *pair.why, pair.later, *pair.unlike));
        return;
    }
    const Figure &later = pair.later, &earlier = *pair.earlier;
    const auto made = compare(reading.measure(), later, earlier, reading.indicator.breaks);
    if (!made) {
        said.certainty = words("indicators.page.not_compared");
        said.sentences.push_back(in_words(words, made.error(), later, earlier));
        return;
    }
    said.certainty = in_words(words, made->certainty);
    for (std::string& sentence : in_words(words, reading.measure(), *made))
        if (sentence != said.certainty) said.sentences.push_back(std::move(sentence));
}

void say_trend(KeySaid& said, const Words& words, const Reading& reading) {
    const auto series = series_beside(reading);
    if (!series) return;
    said.trend = first_and_last(words, reading.indicator.definition, *series);
    // Its line would be one of percentages.
    if (has_small_base(*series)) return;
    for (const auto& figure : series->figures)
        if (figure && !figure->withheld) said.drawn.push_back(figure->shown());
}

}  // namespace

std::optional<FigureSeries> series_beside(const Reading& reading) {
    if (!reading.pair) return std::nullopt;
    const Figure& latest = reading.pair->later;
    for (FigureSeries& series : series_of(reading.figures))
        for (const auto& figure : series.figures)
            if (figure && figure->period == latest.period && figure->perimeter == latest.perimeter)
                return series.known < 2 ? std::nullopt : std::optional(std::move(series));
    return std::nullopt;
}

KeySaid key_said(const Words& words, const Reading& reading) {
    KeySaid said;
    if (!reading.missing.empty())
        said.missing = words.plural("indicators.key.missing", std::ssize(reading.missing));
    if (!reading.pair) {
        said.certainty = words("indicators.key.no_figure");
        return said;
    }
    const Figure& figure = reading.pair->later;
    said.value = value_in_words(words, reading.measure(), figure);
    said.period = reading.indicator.definition.computed ? words("indicators.value.today")
                                                        : in_words(words, figure.period);
    if (figure.provisional) said.period += " " + words("indicators.value.provisional");
    say_comparison(said, words, reading);
    if (const std::string caution = caution_of(words, reading.indicator.definition); !caution.empty())
        said.sentences.push_back(caution);
    say_trend(said, words, reading);
    return said;
}

}  // namespace maillage::indicators
