#include "engine/surveillance/farrington_flexible.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/core/counting_laws.hpp"
#include "engine/surveillance/anscombe_weights.hpp"

namespace maillage::engine {
namespace {

struct Season {
    std::span<const double> counts;
    std::span<const unsigned> level;  // of the same weeks
    unsigned periods;
    double now;  // time of the current week
};

// Columns: season p (the intercept, so that a prediction needs no other), seasons 1…p−1 that occur, time
// before the current week. Any base level gives the same predictions.
DesignMatrix design_of(const Season& season, bool with_trend) {
    std::vector<unsigned> column(season.periods, 0);
    for (const unsigned level : season.level) column[level - 1] = 1;
    unsigned columns = 1;
    for (unsigned level = 0; level + 1 < season.periods; ++level)
        if (column[level] != 0) column[level] = columns++;
    DesignMatrix design(season.counts.size(), columns + (with_trend ? 1U : 0U));
    for (std::size_t i = 0; i < season.counts.size(); ++i) {
        design.at(i, 0) = 1;
        if (season.level[i] < season.periods) design.at(i, column[season.level[i] - 1]) = 1;
        if (with_trend) design.at(i, columns) = static_cast<double>(i) - season.now;
    }
    return design;
}

struct Prediction {
    double expected = 0, dispersion = 1;
};

std::optional<Prediction> predicted(const Season& season, bool with_trend, double threshold) {
    const auto fitted = fit_reweighted(season.counts, design_of(season, with_trend), threshold);
    if (!fitted) return std::nullopt;
    return Prediction{.expected = std::exp(fitted->fit.coefficients[0]), .dispersion = fitted->dispersion};
}

std::optional<Refusal> refusal_of(const FlexibleOptions& options) {
    const auto out_of_range = [](double found, double needed) {
        return Refusal{Reason::parameter_out_of_range, found, needed};
    };
    const SeasonalPast& past = options.past;
    if (!(options.alpha > 0 && options.alpha < 1)) return out_of_range(options.alpha, 0.025);
    if (past.years < 1 || past.years > 50) return out_of_range(past.years, 1);
    if (past.periods < 2 || past.periods > 26) return out_of_range(past.periods, 10);
    // Each block between two windows must hold a week: about 52 − 2w − 1 weeks for p − 1 blocks.
    if (51 < 2 * past.half_window + 1 + past.periods) return out_of_range(past.half_window, 3);
    return std::nullopt;
}

WatchedWeek judged(std::span<const double> counts, std::size_t week, const Levels& levels,
                   const FlexibleOptions& options) {
    WatchedWeek found{.week = week, .count = counts[week]};
    if (week < levels.first + options.past_weeks_excluded) return found;
    const std::size_t rows = week - options.past_weeks_excluded - levels.first;
    const Season season{.counts = counts.subspan(levels.first, rows),
                        .level = std::span(levels.level).first(rows),
                        .periods = options.past.periods,
                        .now = static_cast<double>(week - levels.first)};
    auto prediction = predicted(season, true, options.weight_threshold);
    found.trend =
        prediction && prediction->expected <= *std::max_element(season.counts.begin(), season.counts.end());
    if (!found.trend) prediction = predicted(season, false, options.weight_threshold);
    if (!prediction) return found;
    found.expected = prediction->expected;
    found.dispersion = prediction->dispersion;
    const DispersedLaw law{.mean = found.expected, .dispersion = found.dispersion};
    found.exceedance = dispersed_at_least(found.count, law);
    if (!has_recent_facts(counts, week, options.recent)) return found;
    found.upper = dispersed_quantile(1 - options.alpha, law);
    found.alarm = found.count > *found.upper && found.count > 0;
    return found;
}

}  // namespace

Outcome<std::vector<WatchedWeek>> farrington_flexible(std::span<const double> counts,
                                                      const FlexibleOptions& options) {
    if (const auto refused = not_countable(counts)) return std::unexpected(*refused);
    if (const auto refused = refusal_of(options)) return std::unexpected(*refused);
    if (options.from >= counts.size())
        return std::unexpected(Refusal{Reason::too_few_events, static_cast<double>(counts.size()),
                                       static_cast<double>(options.from + 1)});
    std::vector<WatchedWeek> weeks;
    for (std::size_t week = options.from; week < counts.size(); ++week) {
        const auto levels = seasonal_levels(week, options.past, options.first_week);
        if (!levels) return std::unexpected(levels.error());
        weeks.push_back(judged(counts, week, *levels, options));
    }
    return weeks;
}

double years_between_such_weeks(const WatchedWeek& week) { return 1 / (52 * week.exceedance); }

}  // namespace maillage::engine
