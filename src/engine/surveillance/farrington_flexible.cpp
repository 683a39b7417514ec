#include "engine/surveillance/farrington_flexible.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/core/counting_laws.hpp"
#include "engine/surveillance/anscombe_weights.hpp"

namespace maillage::engine {
namespace {

// The weeks that the current one is judged by; time is counted back from it, so that the prediction is the
// intercept of its own season, the last level.
struct Season {
    std::span<const double> counts;
    std::span<const unsigned> level;  // 1 … periods, of the same weeks
    unsigned periods;
    double now;
};

struct Prediction {
    double expected = 0, dispersion = 1;
};

std::optional<Prediction> predicted(const Season& season, bool with_trend, double threshold) {
    std::vector<unsigned> level(season.level.begin(), season.level.end());
    for (unsigned& one : level) --one;
    std::vector<double> time;
    for (std::size_t i = 0; with_trend && i < season.counts.size(); ++i)
        time.push_back(static_cast<double>(i) - season.now);
    // Without a week of the season of now there is nothing to predict it by.
    const unsigned own = season.periods - 1;
    if (std::find(level.begin(), level.end(), own) == level.end()) return std::nullopt;
    const auto fitted = fit_reweighted({season.counts, level, season.periods, time, {}}, threshold);
    if (!fitted) return std::nullopt;
    return Prediction{.expected = std::exp(fitted->fit.intercept[own]), .dispersion = fitted->dispersion};
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
    const bool trend = options.trend == TrendUse::tested;
    auto prediction = predicted(season, trend, options.weight_threshold);
    found.trend = trend && prediction &&
                  prediction->expected <= *std::max_element(season.counts.begin(), season.counts.end());
    if (trend && !found.trend) prediction = predicted(season, false, options.weight_threshold);
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
