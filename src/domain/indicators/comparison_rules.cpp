#include "domain/indicators/comparison_rules.hpp"

#include <algorithm>
#include <cmath>

#include "engine/rates/rate_ratio.hpp"
#include "engine/rates/share_difference.hpp"

namespace maillage::indicators {
namespace {

using engine::Certainty;

engine::Doubts doubts_of(const Figure& later, const Figure& earlier) {
    const bool provisional = later.provisional || earlier.provisional;
    return {.figures = provisional ? engine::Doubts::Figures::provisional : engine::Doubts::Figures::final};
}

bool leaves_zero_out(const engine::Interval& interval) { return interval.low > 0 || interval.high < 0; }

bool is_count(double value) { return value >= 0 && value <= 1e9 && value == std::floor(value); }

void of_counts(Comparison& made) {
    if (!is_count(made.later.value) || !is_count(made.earlier.value)) return;
    const auto found = engine::rate_ratio({.first = static_cast<std::uint64_t>(made.later.value),
                                           .second = static_cast<std::uint64_t>(made.earlier.value)});
    if (!found) return;
    made.change = found->ratio;
    made.interval = found->interval;
    made.certainty = engine::certainty_of(found->p, doubts_of(made.later, made.earlier));
    made.direction = engine::claim_of(found->ratio, found->interval).direction;
}

// Newcombe's method has intervals and no p: the widest of three levels that leaves zero out gives the word.
void of_shares(Comparison& made) {
    made.change = made.later.shown() - made.earlier.shown();
    if (!is_count(made.later.value) || !is_count(*made.later.of) || !is_count(made.earlier.value) ||
        !is_count(*made.earlier.of))
        return;
    const engine::TwoShares shares{.first = static_cast<std::uint64_t>(made.later.value),
                                   .first_of = static_cast<std::uint64_t>(*made.later.of),
                                   .second = static_cast<std::uint64_t>(made.earlier.value),
                                   .second_of = static_cast<std::uint64_t>(*made.earlier.of)};
    double chance = 1;
    engine::Interval widest;
    for (const auto& [level, error] : {std::pair(0.80, 0.20), std::pair(0.90, 0.10), std::pair(0.95, 0.05)}) {
        const auto interval = engine::share_difference(shares, level);
        if (!interval) return;
        widest = {.low = 100 * interval->low, .high = 100 * interval->high};
        if (leaves_zero_out(widest)) chance = error;
    }
    made.interval = widest;
    made.certainty = engine::certainty_of(chance, doubts_of(made.later, made.earlier));
    if (leaves_zero_out(widest))
        made.direction = made.change > 0 ? engine::Direction::up : engine::Direction::down;
}

std::optional<Unlike> unlike(const Figure& later, const Figure& earlier, std::span<const int> breaks) {
    if (later.withheld || earlier.withheld) return Unlike::withheld;
    const int apart = later.period.first_month() - earlier.period.first_month();
    if (later.period.months() != earlier.period.months() || apart % 12 != 0) return Unlike::periods;
    if (later.perimeter != earlier.perimeter) return Unlike::perimeters;
    if (broken_between(earlier.period, later.period, breaks)) return Unlike::definition;
    for (const Figure* figure : {&later, &earlier}) {
        if (!figure->of) continue;
        if (figure->perimeter != figure->of_perimeter) return Unlike::whole;
        if (!(*figure->of > 0)) return Unlike::no_whole;
    }
    return std::nullopt;
}

}  // namespace

bool broken_between(const Period& earlier, const Period& later, std::span<const int> breaks) {
    return std::ranges::any_of(breaks, [&](int month) {
        return earlier.first_month() < month && month < later.first_month() + later.months();
    });
}

std::expected<Comparison, Unlike> compare(Measure measure, const Figure& later, const Figure& earlier,
                                          std::span<const int> breaks) {
    if (const auto why = unlike(later, earlier, breaks)) return std::unexpected(*why);
    if (measure == Measure::count && later.value == 0 && earlier.value == 0)
        return std::unexpected(Unlike::both_zero);
    Comparison made{.later = later, .earlier = earlier};
    switch (measure) {
    case Measure::count:
        made.percentage_fits = earlier.value >= least_base;
        made.change = earlier.value > 0 ? later.value / earlier.value : INFINITY;
        of_counts(made);
        break;
    case Measure::share:
        if (!later.of || !earlier.of) return std::unexpected(Unlike::no_whole);
        made.percentage_fits = *earlier.of >= least_base && *later.of >= least_base;
        of_shares(made);
        break;
    case Measure::percent:
    case Measure::number: made.change = later.value - earlier.value; break;
    }
    return made;
}

std::optional<Pair> pair_to_compare(std::span<const Figure> figures, std::span<const int> breaks) {
    if (figures.empty()) return std::nullopt;
    const auto ends_before = [](const Figure& a, const Figure& b) {
        const auto end = [](const Figure& f) { return f.period.first_month() + f.period.months(); };
        return std::pair(end(a), a.period.months()) < std::pair(end(b), b.period.months());
    };
    Pair pair{.later = *std::ranges::max_element(figures, ends_before)};
    for (const Figure& figure : figures) {
        if (figure.period == pair.later.period) continue;
        const auto why = unlike(pair.later, figure, breaks);
        auto& kept = why ? pair.unlike : pair.earlier;
        if (kept && !ends_before(*kept, figure)) continue;
        kept = figure;
        if (why) pair.why = why;
    }
    if (pair.earlier) pair.unlike = std::nullopt, pair.why = std::nullopt;
    return pair;
}

}  // namespace maillage::indicators
