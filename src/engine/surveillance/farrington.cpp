#include "engine/surveillance/farrington.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/core/counting_laws.hpp"
#include "engine/core/normal.hpp"
#include "engine/surveillance/anscombe_weights.hpp"

namespace maillage::engine {
namespace {

struct Past {
    std::vector<double> counts, weeks;
};

Past reference_weeks(std::span<const double> counts, std::size_t week, const FarringtonOptions& options) {
    Past past;
    for (unsigned year = options.years; year > 0; --year)
        for (std::size_t k = 0; k <= 2 * options.half_window; ++k) {
            const std::size_t at = week - 52 * year - options.half_window + k;
            past.counts.push_back(counts[at]);
            past.weeks.push_back(static_cast<double>(at));
        }
    return past;
}

struct Model {
    ReweightedFit fitted;
    double expected = 0;
    double error = 0;  // of `expected`, φ included
};

// Time is counted back from the week judged, so that the prediction is the intercept.
Outcome<Model> model_of(const Past& past, double week, bool with_trend, double threshold) {
    DesignMatrix design(past.counts.size(), with_trend ? 2 : 1);
    for (std::size_t i = 0; i < past.counts.size(); ++i) {
        design.at(i, 0) = 1;
        if (with_trend) design.at(i, 1) = past.weeks[i] - week;
    }
    auto fitted = fit_reweighted(past.counts, design, threshold);
    if (!fitted) return std::unexpected(fitted.error());
    Model model{.fitted = *std::move(fitted)};
    model.expected = std::exp(model.fitted.fit.coefficients[0]);
    model.error = model.expected * std::sqrt(model.fitted.dispersion * model.fitted.fit.covariance_of(0, 0));
    return model;
}

bool trend_is_sure(const Model& model) {
    const LogLinearFit& fit = model.fitted.fit;
    const double t = std::abs(fit.coefficients[1]) / std::sqrt(fit.dispersion * fit.covariance_of(1, 1));
    const boost::math::students_t law(static_cast<double>(fit.degrees_of_freedom));
    return std::isfinite(t) && 2 * boost::math::cdf(boost::math::complement(law, t)) < 0.05;
}

double upper_bound(const Model& model, double z, Power power) {
    const double mean = model.expected, tau = model.fitted.dispersion + model.error * model.error / mean;
    switch (power) {
    case Power::two_thirds: {
        const double root = std::cbrt(mean);
        return std::pow(root * root + z * std::sqrt(4.0 / 9 * root * tau), 1.5);
    }
    case Power::half: return std::pow(std::sqrt(mean) + z * std::sqrt(tau / 4), 2);
    case Power::none: return mean + z * std::sqrt(mean * tau);
    }
    __builtin_unreachable();
}

WatchedWeek judged(std::span<const double> counts, std::size_t week, const FarringtonOptions& options) {
    const Past past = reference_weeks(counts, week, options);
    WatchedWeek found{.week = week, .count = counts[week]};
    const auto now = static_cast<double>(week);
    auto model = model_of(past, now, options.trend == TrendUse::tested, options.weight_threshold);
    found.trend = model && options.trend == TrendUse::tested && options.years >= 3 && trend_is_sure(*model) &&
                  model->expected <= *std::max_element(past.counts.begin(), past.counts.end());
    if (!found.trend && options.trend == TrendUse::tested)
        model = model_of(past, now, false, options.weight_threshold);
    if (!model) return found;
    found.expected = model->expected;
    found.dispersion = model->fitted.dispersion;
    found.exceedance = dispersed_at_least(found.count, {found.expected, found.dispersion});
    if (!has_recent_facts(counts, week, options.recent)) return found;
    found.upper = upper_bound(*model, normal_quantile(1 - options.alpha / 2), options.power);
    found.alarm = found.count > *found.upper;
    return found;
}

}  // namespace

Outcome<std::vector<WatchedWeek>> farrington(std::span<const double> counts,
                                             const FarringtonOptions& options) {
    if (const auto refused = not_countable(counts)) return std::unexpected(*refused);
    if (!(options.alpha > 0 && options.alpha < 1))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, options.alpha, 0.01});
    if (options.years < 1 || options.years > 50)
        return std::unexpected(
            Refusal{Reason::parameter_out_of_range, static_cast<double>(options.years), 1});
    if (options.half_window < 1 || options.half_window > 25)
        return std::unexpected(
            Refusal{Reason::parameter_out_of_range, static_cast<double>(options.half_window), 1});
    const std::size_t needed = 52U * options.years + options.half_window;
    if (options.from < needed)
        return std::unexpected(
            Refusal{Reason::too_few_events, static_cast<double>(options.from), static_cast<double>(needed)});
    if (options.from >= counts.size())
        return std::unexpected(Refusal{Reason::too_few_events, static_cast<double>(counts.size()),
                                       static_cast<double>(options.from + 1)});
    std::vector<WatchedWeek> weeks;
    for (std::size_t week = options.from; week < counts.size(); ++week)
        weeks.push_back(judged(counts, week, options));
    return weeks;
}

}  // namespace maillage::engine
