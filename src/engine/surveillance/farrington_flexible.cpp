#include "engine/surveillance/farrington_flexible.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/core/counting_laws.hpp"
#include "engine/core/normal.hpp"
#include "engine/surveillance/anscombe_weights.hpp"

namespace maillage::engine {
namespace {

// The weeks that the current one is judged by; time is counted back from it, so that the prediction is the
// intercept of its own season, the last level.
struct Season {
    std::vector<double> counts, time;
    std::vector<unsigned> level;  // 0 … periods − 1
    unsigned periods;
    double largest = 0;
};

Season season_of(std::span<const double> counts, std::size_t week, const Levels& levels,
                 const FlexibleOptions& options) {
    Season season{.counts = {}, .time = {}, .level = {}, .periods = options.past.periods};
    for (std::size_t at = levels.first; at + options.past_weeks_excluded < week; ++at) {
        const unsigned level = levels.level[at - levels.first];
        if (level == 0) continue;
        season.counts.push_back(counts[at]);
        season.time.push_back(static_cast<double>(at) - static_cast<double>(week));
        season.level.push_back(level - 1);
        season.largest = std::max(season.largest, counts[at]);
    }
    return season;
}

struct Prediction {
    double expected = 0, dispersion = 1;
    double error = 0;    // of log μ₀, φ included
    double trend_p = 1;  // of the slope's t test
};

std::optional<Prediction> predicted(const Season& season, bool with_trend, double threshold) {
    // Without a week of the season of now there is nothing to predict it by.
    const unsigned own = season.periods - 1;
    if (std::find(season.level.begin(), season.level.end(), own) == season.level.end()) return std::nullopt;
    const std::span<const double> time = with_trend ? std::span(season.time) : std::span<const double>();
    const auto fitted = fit_reweighted({season.counts, season.level, season.periods, time, {}}, threshold);
    if (!fitted) return std::nullopt;
    const ParallelLinesFit& fit = fitted->fit;
    Prediction found{.expected = std::exp(fit.intercept[own]),
                     .dispersion = fitted->dispersion,
                     .error = std::sqrt(fitted->dispersion * fit.intercept_variance[own])};
    if (!with_trend || !(fit.dispersion > 0)) return found;
    const double t = std::abs(fit.slope) / std::sqrt(fit.dispersion * fit.slope_variance);
    const boost::math::students_t law(static_cast<double>(fit.degrees_of_freedom));
    found.trend_p = std::isfinite(t) ? 2 * boost::math::cdf(boost::math::complement(law, t)) : 0;
    return found;
}

struct Bound {
    double upper = 0, exceedance = 1;
};

// y^e is taken for normal; its variance is that of y and of the prediction (farrington.hpp).
Bound delta_bound(const Prediction& found, double count, double z, Power power) {
    const double mean = found.expected, tau = found.dispersion + found.error * found.error * mean;
    const double e = power == Power::two_thirds ? 2.0 / 3 : power == Power::half ? 0.5 : 1;
    // (e·μ^{e−1})² times the variance τμ of y.
    const double deviation = e * std::pow(mean, e - 0.5) * std::sqrt(tau), middle = std::pow(mean, e);
    return {.upper = std::pow(middle + z * deviation, 1 / e),
            .exceedance = normal_cdf((middle - std::pow(count, e)) / deviation)};
}

Bound bound_of(const Prediction& found, double count, const FlexibleOptions& options) {
    const double z = normal_quantile(1 - options.alpha);
    if (options.threshold == FlexibleThreshold::delta) return delta_bound(found, count, z, options.power);
    DispersedLaw law{.mean = found.expected, .dispersion = found.dispersion};
    if (options.threshold == FlexibleThreshold::muan) law.mean *= std::exp(z * found.error);
    return {.upper = dispersed_quantile(1 - options.alpha, law),
            .exceedance = dispersed_at_least(count, law)};
}

std::optional<Refusal> refusal_of(const FlexibleOptions& options) {
    const auto out_of_range = [](double found, double needed) {
        return Refusal{Reason::parameter_out_of_range, found, needed};
    };
    const SeasonalPast& past = options.past;
    if (!(options.alpha > 0 && options.alpha < 1)) return out_of_range(options.alpha, 0.025);
    if (past.years < 1 || past.years > 50) return out_of_range(past.years, 1);
    if (!(options.trend_p > 0 && options.trend_p <= 1)) return out_of_range(options.trend_p, 1);
    if (past.periods < 1 || past.periods > 26) return out_of_range(past.periods, 10);
    // Each block between two windows must hold a week: about 52 − 2w − 1 weeks for p − 1 blocks.
    if (51 < 2 * past.half_window + 1 + past.periods) return out_of_range(past.half_window, 3);
    return std::nullopt;
}

WatchedWeek judged(std::span<const double> counts, std::size_t week, const Levels& levels,
                   const FlexibleOptions& options) {
    WatchedWeek found{.week = week, .count = counts[week]};
    const Season season = season_of(counts, week, levels, options);
    const bool trend = options.trend == TrendUse::tested;
    auto prediction = predicted(season, trend, options.weight_threshold);
    found.trend = trend && prediction && options.past.years >= 3 &&
                  (options.trend_p == 1 || prediction->trend_p < options.trend_p) &&
                  prediction->expected <= season.largest;
    if (trend && !found.trend) prediction = predicted(season, false, options.weight_threshold);
    if (!prediction) return found;
    found.expected = prediction->expected;
    found.dispersion = prediction->dispersion;
    const Bound bound = bound_of(*prediction, found.count, options);
    found.exceedance = bound.exceedance;
    if (!has_recent_facts(counts, week, options.recent) || !std::isfinite(bound.upper)) return found;
    found.upper = bound.upper;
    found.alarm = found.count > *found.upper && found.count > 0;
    return found;
}

constexpr std::size_t weeks_per_block = 4;

}  // namespace

Outcome<std::vector<WatchedWeek>> farrington_flexible(std::span<const double> counts,
                                                      const FlexibleOptions& options,
                                                      const foundation::Executor& run) {
    if (const auto refused = not_countable(counts)) return std::unexpected(*refused);
    if (const auto refused = refusal_of(options)) return std::unexpected(*refused);
    if (options.from >= counts.size())
        return std::unexpected(Refusal{Reason::too_few_events, static_cast<double>(counts.size()),
                                       static_cast<double>(options.from + 1)});
    std::vector<WatchedWeek> weeks(counts.size() - options.from);
    std::vector<std::optional<Refusal>> refused(weeks.size());
    run((weeks.size() + weeks_per_block - 1) / weeks_per_block, [&](std::size_t block) {
        for (std::size_t k = block * weeks_per_block;
             k < std::min(weeks.size(), (block + 1) * weeks_per_block); ++k) {
            const auto levels = seasonal_levels(options.from + k, options.past, options.first_week);
            if (levels)
                weeks[k] = judged(counts, options.from + k, *levels, options);
            else
                refused[k] = levels.error();
        }
    });
    for (const auto& one : refused)
        if (one) return std::unexpected(*one);
    return weeks;
}

double years_between_such_weeks(const WatchedWeek& week) { return 1 / (52 * week.exceedance); }

}  // namespace maillage::engine
