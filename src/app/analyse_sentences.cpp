#include "app/analyse_sentences.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace maillage::app {
namespace {

using platform::i18n::Key;
using platform::i18n::Words;

std::string written(const SaidFigure& figure, const Words& words) {
    // Beyond it, or infinite: "not known", as the words write what is no number.
    constexpr double largest = 1e15;
    if (figure.form != SaidFigure::Form::text && !(std::abs(figure.value) < largest))
        return words.decimal(std::numeric_limits<double>::quiet_NaN(), 0);
    switch (figure.form) {
    case SaidFigure::Form::whole: return words.number(std::llround(figure.value));
    case SaidFigure::Form::rounded: {
        const bool whole = std::abs(figure.value) >= 10 || figure.value == std::round(figure.value);
        return words.decimal(figure.value, whole ? 0 : 2);
    }
    case SaidFigure::Form::percent: return words.percent(figure.value);
    case SaidFigure::Form::change: {
        const auto whole = std::lround(figure.value * 100);
        const std::string sign = whole < 0 ? "\u2212" : whole > 0 ? "+" : "";
        return sign + words.percent(static_cast<double>(std::abs(whole)) / 100);
    }
    case SaidFigure::Form::text: return figure.text;
    }
    __builtin_unreachable();
}

// French: 0, 1 and 1,5 are singular. English: 1 alone.
bool is_singular(const SaidFigure& figure, const Words& words) {
    if (words.language() == platform::i18n::Language::fr) return std::abs(figure.value) < 2;
    return figure.value == 1;
}

// "{events}", or "{events|fact|facts}": the word that agrees with that figure.
std::string written(std::string_view place, const Said& said, const Words& words) {
    const std::size_t bar = place.find('|');
    const auto figure = std::ranges::find(said.figures, place.substr(0, bar), &SaidFigure::name);
    if (figure == said.figures.end()) return "{" + std::string(place) + "}";
    if (bar == std::string_view::npos) return written(*figure, words);
    const std::string_view forms = place.substr(bar + 1);
    const std::size_t between = std::min(forms.find('|'), forms.size());
    return std::string(is_singular(*figure, words) ? forms.substr(0, between)
                                                   : forms.substr(std::min(between + 1, forms.size())));
}

// The catalogue's sentence with its {places} filled: several figures, each with the words that agree with it.
std::string written(const Said& said, const Words& words) {
    const std::string sentence = words(said.key);
    std::string text;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t open = std::min(sentence.find('{', at), sentence.size());
        const std::size_t close = std::min(sentence.find('}', open), sentence.size());
        text += sentence.substr(at, open - at);
        if (open < close)
            text += written(std::string_view(sentence).substr(open + 1, close - open - 1), said, words);
        at = close + 1;
    }
    return text;
}

std::array<std::span<const MethodSentences>, 6> groups() {
    return {count_sentences(),      zone_sentences(),  time_sentences(),
            evaluation_sentences(), place_sentences(), other_sentences()};
}

struct RefusalSentence {
    std::string_view code;
    Key key;
};

constexpr std::array refusals{
    RefusalSentence{"empty", "said.refused.empty"},
    RefusalSentence{"too_few_events", "said.refused.too_few_events"},
    RefusalSentence{"fewer_than_3_distinct_places", "said.refused.few_places"},
    RefusalSentence{"zero_population", "said.refused.zero_population"},
    RefusalSentence{"all_identical", "said.refused.all_identical"},
    RefusalSentence{"collinear", "said.refused.collinear"},
    RefusalSentence{"not_finite", "said.refused.not_finite"},
    RefusalSentence{"negative", "said.refused.negative"},
    RefusalSentence{"looks_like_degrees", "said.refused.degrees"},
    RefusalSentence{"lengths_differ", "said.refused.lengths_differ"},
    RefusalSentence{"periods_differ", "said.refused.periods_differ"},
    RefusalSentence{"units_differ", "said.refused.units_differ"},
    RefusalSentence{"window_invalid", "said.refused.window_invalid"},
    RefusalSentence{"parameter_out_of_range", "said.refused.parameter"},
    RefusalSentence{"zero_cell", "said.refused.zero_cell"},
    RefusalSentence{"no_neighbours", "said.refused.no_neighbours"},
    RefusalSentence{"index_out_of_range", "said.refused.index"},
    RefusalSentence{"overflow", "said.refused.overflow"},
    RefusalSentence{"too_large", "said.refused.overflow"},
    RefusalSentence{"did_not_converge", "said.refused.did_not_converge"},
    RefusalSentence{"unreadable_cell", "said.refused.unreadable_cell"},
    RefusalSentence{"missing_column", "said.refused.missing_column"},
};

}  // namespace

std::vector<std::string> sentences_of(std::string_view method, const Analysis& analysis, const Words& words) {
    std::vector<std::string> sentences;
    for (const auto group : groups())
        for (const MethodSentences& one : group)
            if (one.method == method)
                for (const Said& said : one.say(Reading(analysis))) sentences.push_back(written(said, words));
    return sentences;
}

std::string sentence_of(const Problem& problem, const Words& words) {
    Said said{.key = "said.refused.other"};
    for (const RefusalSentence& refusal : refusals)
        if (refusal.code == problem.code) said.key = refusal.key;
    said.figures = {text("about", problem.about), rounded("found", problem.found.value_or(0)),
                    rounded("needed", problem.needed.value_or(0))};
    return written(said, words);
}

Said sure(engine::Certainty certainty) {
    switch (certainty) {
    case engine::Certainty::high: return {.key = "said.sure.high"};
    case engine::Certainty::medium: return {.key = "said.sure.medium"};
    case engine::Certainty::low: return {.key = "said.sure.low"};
    case engine::Certainty::none: return {.key = "said.sure.none"};
    }
    __builtin_unreachable();
}

}  // namespace maillage::app
