#include <cmath>

#include "app/analyse_sentences.hpp"

// Counts, ratios and rates.
namespace maillage::app {
namespace {

using engine::certainty_of;

// A base below 30 has no percentage (R-STA-2): the counts speak alone, here and in what is sure of them.
constexpr double least_base = 30;

Said what_changed(const Reading& result) {
    const double later = result.number("later").value_or(0), earlier = result.number("earlier").value_or(0);
    const double ratio = result.number("ratio").value_or(1);
    const bool rates = result.figure("same_exposure") != nullptr && !result.is_true("same_exposure");
    if (earlier < least_base)
        return {.key = rates ? platform::i18n::Key("said.change.few_rates")
                             : platform::i18n::Key("said.change.few"),
                .figures = {number("later", later), number("earlier", earlier)}};
    if (rates)
        return {.key = "said.change.rates",
                .figures = {number("later", later), number("earlier", earlier), change_of("change", ratio)}};
    if (const auto months = result.number("months"))
        return {.key = "said.change.months",
                .figures = {number("later", later), number("months", *months), number("earlier", earlier),
                            change_of("change", ratio)}};
    return {.key = "said.change.counts",
            .figures = {number("later", later), number("earlier", earlier), change_of("change", ratio)}};
}

Said how_sure_of_few(engine::Direction direction) {
    switch (direction) {
    case engine::Direction::up: return {.key = "said.change.few_up"};
    case engine::Direction::down: return {.key = "said.change.few_down"};
    case engine::Direction::none: return {.key = "said.change.few_unsure"};
    }
    __builtin_unreachable();
}

Said how_sure(const engine::Claim& claim, double ratio, engine::Interval interval) {
    const auto at_least = percent("at_least", claim.at_least / 100.0);
    if (claim.direction == engine::Direction::up) return {.key = "said.change.up", .figures = {at_least}};
    if (claim.direction == engine::Direction::down) return {.key = "said.change.down", .figures = {at_least}};
    if (!claim.high) return {.key = "said.change.open", .figures = {change_of("low", interval.low)}};
    const std::vector<SaidFigure> bounds{change_of("low", interval.low), change_of("high", interval.high)};
    if (std::lround((ratio - 1) * 100) > 0) return {.key = "said.change.not_up", .figures = bounds};
    if (std::lround((ratio - 1) * 100) < 0) return {.key = "said.change.not_down", .figures = bounds};
    return {.key = "said.change.same", .figures = bounds};
}

Sentences change(const Reading& result) {
    const double ratio = result.number("ratio").value_or(1);
    const engine::Interval interval{.low = result.number("low").value_or(0),
                                    .high = result.number("high").value_or(INFINITY)};
    const engine::Claim claim = engine::claim_of(ratio, interval);
    const bool few = result.number("earlier").value_or(0) < least_base;
    Sentences sentences{what_changed(result),
                        few ? how_sure_of_few(claim.direction) : how_sure(claim, ratio, interval)};
    if (result.is_true("varies")) sentences.push_back({.key = "said.change.varies"});
    sentences.push_back({.key = "said.change.limits"});
    return sentences;
}

Sentences e_test(const Reading& result) {
    const auto certainty = certainty_of(result.number("p").value_or(1));
    Sentences sentences;
    if (certainty != engine::Certainty::none) sentences.push_back({.key = "said.e_test.differ"});
    sentences.push_back(sure(certainty));
    sentences.push_back({.key = "said.change.limits"});
    return sentences;
}

Sentences poisson_interval(const Reading& result) {
    return {{.key = "said.interval.count",
             .figures = {rounded("count", result.number("count").value_or(0)),
                         rounded("low", result.number("low").value_or(0)),
                         rounded("high", result.number("high").value_or(0))}},
            {.key = "said.interval.limits"}};
}

Sentences proportion(const Reading& result) {
    return {{.key = "said.interval.share",
             .figures = {percent("share", result.number("share").value_or(0)),
                         percent("low", result.number("low").value_or(0)),
                         percent("high", result.number("high").value_or(0))}},
            {.key = "said.interval.limits"}};
}

Sentences false_discovery(const Reading& result) {
    const auto found = [&](double level) {
        return result.count([&](const auto& row) { return result.at(row, "q").value_or(1) <= level; });
    };
    return {
        {.key = "said.family.found",
         .figures = {number("found", found(0.05)), number("tests", static_cast<double>(result.rows().size())),
                     number("more", found(0.10) - found(0.05))}},
        {.key = "said.family.limits"}};
}

constexpr MethodSentences sentences[] = {
    {"rate-ratio", change},     {"change", change},
    {"e-test", e_test},         {"poisson-interval", poisson_interval},
    {"proportion", proportion}, {"false-discovery", false_discovery},
};

}  // namespace

std::span<const MethodSentences> count_sentences() { return sentences; }

}  // namespace maillage::app
