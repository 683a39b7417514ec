#include <algorithm>
#include <cmath>

#include "domain/indicators/indicator_words.hpp"

// The sentence under a figure.
namespace maillage::indicators {
namespace {

using engine::Certainty;
using engine::Direction;
using platform::i18n::Words;

constexpr const char* minus = "\u2212";

std::string with_sign(double value, std::string written_size) {
    return (value < 0 ? minus : value > 0 ? "+" : "") + std::move(written_size);
}

// Of a ratio: 1.02 is +2 %.
std::string change(const Words& words, double ratio) {
    const auto whole = std::lround((ratio - 1) * 100);
    return with_sign(static_cast<double>(whole), words.percent(static_cast<double>(std::abs(whole)) / 100));
}
double to_a_tenth(double difference) { return std::round(difference * 10) / 10; }

std::string points(const Words& words, double difference) {
    const double rounded = to_a_tenth(difference);
    return with_sign(rounded, words.decimal(std::abs(rounded), 1));
}
// French: 1,9 point, 2,0 points.
std::string with_unit(const Words& words, const std::string& written, double size) {
    return words.plural("indicators.said.points", static_cast<std::int64_t>(to_a_tenth(size)),
                        {{"points", written}});
}

Words::Arg later_period(const Words& words, const Comparison& made) {
    return {"period", in_words(words, made.later.period)};
}

std::string counts_sentence(const Words& words, const Comparison& made) {
    const std::string later = words.decimal(made.later.value, 0),
                      earlier = words.decimal(made.earlier.value, 0);
    const std::string before = in_words(words, made.earlier.period);
    if (!made.percentage_fits)
        return words("indicators.said.few",
                     {later_period(words, made), {"later", later}, {"earlier", earlier}, {"before", before}});
    return words("indicators.said.counts", {later_period(words, made),
                                            {"later", later},
                                            {"earlier", earlier},
                                            {"before", before},
                                            {"change", change(words, made.change)}});
}

std::string counts_conclusion(const Words& words, const Comparison& made) {
    const engine::Claim claim = engine::claim_of(made.change, *made.interval);
    const std::string at_least = words.percent(claim.at_least / 100.0);
    // A small base keeps its percentages to itself, the bounds' too.
    if (!made.percentage_fits)
        return made.direction == Direction::none ? words("indicators.said.few_none")
               : made.direction == Direction::up ? words("indicators.said.few_up")
                                                 : words("indicators.said.few_down");
    if (made.direction == Direction::up) return words("said.change.up", {{"at_least", at_least}});
    if (made.direction == Direction::down) return words("said.change.down", {{"at_least", at_least}});
    const std::string low = change(words, made.interval->low), high = change(words, made.interval->high);
    if (made.certainty != Certainty::none)
        return made.change > 1 ? words("indicators.said.maybe_up", {{"low", low}, {"high", high}})
                               : words("indicators.said.maybe_down", {{"low", low}, {"high", high}});
    if (made.change > 1) return words("said.change.not_up", {{"low", low}, {"high", high}});
    if (made.change < 1) return words("said.change.not_down", {{"low", low}, {"high", high}});
    return words("said.change.same", {{"low", low}, {"high", high}});
}

std::string differences_sentence(const Words& words, Measure measure, const Comparison& made) {
    const std::string later = value_in_words(words, measure, made.later);
    const std::string earlier = value_in_words(words, measure, made.earlier);
    const std::string before = in_words(words, made.earlier.period);
    if (measure == Measure::number || !made.percentage_fits)
        return words("indicators.said.numbers",
                     {later_period(words, made), {"later", later}, {"earlier", earlier}, {"before", before}});
    return words("indicators.said.shares",
                 {later_period(words, made),
                  {"later", later},
                  {"earlier", earlier},
                  {"before", before},
                  {"points", with_unit(words, points(words, made.change), std::abs(made.change))}});
}

std::string shares_conclusion(const Words& words, const Comparison& made) {
    if (!made.percentage_fits) return words("indicators.said.few_none");
    const std::string low = points(words, made.interval->low);
    const std::string high = with_unit(words, points(words, made.interval->high),
                                       std::max(std::abs(made.interval->low), std::abs(made.interval->high)));
    if (made.direction == Direction::up)
        return words("indicators.said.share_up", {{"low", low}, {"high", high}});
    if (made.direction == Direction::down)
        return words("indicators.said.share_down", {{"low", low}, {"high", high}});
    if (made.certainty != Certainty::none)
        return words("indicators.said.share_maybe", {{"low", low}, {"high", high}});
    return words("indicators.said.share_none", {{"low", low}, {"high", high}});
}

}  // namespace

std::vector<std::string> in_words(const Words& words, Measure measure, const Comparison& made) {
    std::vector<std::string> sentences;
    if (measure == Measure::count) {
        sentences.push_back(counts_sentence(words, made));
        if (made.interval) sentences.push_back(counts_conclusion(words, made));
    } else {
        sentences.push_back(differences_sentence(words, measure, made));
        if (made.interval)
            sentences.push_back(shares_conclusion(words, made));
        else
            sentences.push_back(measure == Measure::percent ? words("indicators.said.no_counts")
                                                            : words("indicators.said.no_interval"));
    }
    sentences.push_back(in_words(words, made.certainty));
    if (made.later.provisional || made.earlier.provisional)
        sentences.push_back(words("indicators.said.provisional"));
    return sentences;
}

}  // namespace maillage::indicators
