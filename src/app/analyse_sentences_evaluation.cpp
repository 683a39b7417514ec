#include <cmath>

#include "app/analyse_sentences.hpp"

// Did our action work? The sentence always says what a chosen area does by itself.
namespace maillage::app {
namespace {

struct Three {
    platform::i18n::Key down, up, unsure;
};

// "Les faits ont baissé de 30 % de plus (entre −1 % et −50 %)": the bound nearest to no change comes first.
Sentences effect(const Reading& result, const Three& keys) {
    const double ratio = result.number("ratio").value_or(1);
    const engine::Interval interval{.low = result.number("low").value_or(0),
                                    .high = result.number("high").value_or(INFINITY)};
    const engine::Claim claim = engine::claim_of(ratio, interval);
    const auto size = percent("size", std::abs(claim.change) / 100.0);
    const auto low = change_of("low", interval.low), high = change_of("high", interval.high);
    const auto named = [](SaidFigure figure, std::string_view name) {
        figure.name = name;
        return figure;
    };
    if (claim.direction == engine::Direction::down)
        return {{.key = keys.down, .figures = {size, named(high, "near"), named(low, "far")}}};
    if (claim.direction == engine::Direction::up)
        return {{.key = keys.up, .figures = {size, named(low, "near"), named(high, "far")}}};
    return {{.key = keys.unsure, .figures = {low, high}}, sure(engine::Certainty::none)};
}

// An area chosen for its high year falls by itself: what that means for what is seen depends on what it is.
Said limits(const Sentences& effect, const Three& keys) {
    const std::string_view said = effect.front().key.text;
    if (said == keys.down.text) return {.key = "said.evaluation.limits"};
    if (said == keys.up.text) return {.key = "said.evaluation.limits_up"};
    return {.key = "said.evaluation.limits_unsure"};
}

Sentences with_limits(Sentences effect, const Three& keys) {
    effect.push_back(limits(effect, keys));
    return effect;
}

Sentences did(const Reading& result) {
    constexpr Three keys{"said.did.down", "said.did.up", "said.did.unsure"};
    return with_limits(effect(result, keys), keys);
}

Sentences its(const Reading& result) {
    constexpr Three keys{"said.its.down", "said.its.up", "said.its.unsure"};
    return with_limits(effect(result, keys), keys);
}

Sentences wdd(const Reading& result) {
    const double difference = result.number("difference").value_or(0);
    const double low = result.number("low").value_or(0), high = result.number("high").value_or(0);
    constexpr Three keys{"said.wdd.fewer", "said.wdd.more", "said.wdd.unsure"};
    Sentences sentences;
    if (high < 0)
        sentences.push_back({.key = keys.down,
                             .figures = {number("size", -difference), number("near", std::floor(-high)),
                                         number("far", std::ceil(-low))}});
    else if (low > 0)
        sentences.push_back({.key = keys.up,
                             .figures = {number("size", difference), number("near", std::floor(low)),
                                         number("far", std::ceil(high))}});
    else
        sentences = {{.key = keys.unsure, .figures = {number("low", low), number("high", high)}},
                     sure(engine::Certainty::none)};
    return with_limits(std::move(sentences), keys);
}

Sentences wdq(const Reading& result) {
    const double quotient = result.number("quotient").value_or(0);
    const auto index = rounded("index", quotient);
    Sentences sentences;
    if (result.number("denominator").value_or(0) >= 0)
        sentences.push_back({.key = "said.wdq.no_gain"});
    else if (quotient >= 0)
        sentences.push_back({.key = "said.wdq.diffusion", .figures = {index}});
    else if (quotient >= -1)
        sentences.push_back({.key = "said.wdq.displaced", .figures = {index}});
    else
        sentences.push_back({.key = "said.wdq.worse", .figures = {index}});
    sentences.push_back({.key = "said.wdq.limits"});
    return sentences;
}

constexpr MethodSentences sentences[] = {{"did", did}, {"its", its}, {"wdd", wdd}, {"wdq", wdq}};

}  // namespace

std::span<const MethodSentences> evaluation_sentences() { return sentences; }

}  // namespace maillage::app
