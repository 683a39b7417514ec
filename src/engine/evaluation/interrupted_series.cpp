#include "engine/evaluation/interrupted_series.hpp"

#include <cmath>
#include <numbers>

#include "engine/core/columns.hpp"
#include "engine/core/normal.hpp"
#include "engine/models/log_linear.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t fewest_before = 24;
enum Column : std::size_t { level, time, step, first_season };

std::size_t season_columns(SeasonTerms season) {
    switch (season) {
    case SeasonTerms::none: return 0;
    case SeasonTerms::months: return 11;
    case SeasonTerms::two_harmonics: return 4;
    }
    return 0;
}

void fill_season(DesignMatrix& design, std::size_t month, SeasonTerms season) {
    if (season == SeasonTerms::months && month % 12 != 0) design.at(month, first_season + month % 12 - 1) = 1;
    if (season != SeasonTerms::two_harmonics) return;
    for (std::size_t harmonic = 1; harmonic <= 2; ++harmonic) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(harmonic) * static_cast<double>(month) / 12;
        design.at(month, first_season + 2 * harmonic - 2) = std::sin(angle);
        design.at(month, first_season + 2 * harmonic - 1) = std::cos(angle);
    }
}

DesignMatrix design_of(std::size_t months, const InterruptedOptions& options) {
    const std::size_t slope_column = first_season + season_columns(options.season);
    DesignMatrix design(months, slope_column + (options.slope == SlopeChange::free ? 1 : 0));
    for (std::size_t month = 0; month < months; ++month) {
        design.at(month, level) = 1;
        design.at(month, time) = static_cast<double>(month);
        design.at(month, step) = month >= options.from ? 1 : 0;
        fill_season(design, month, options.season);
        if (options.slope == SlopeChange::free && month >= options.from)
            design.at(month, slope_column) = static_cast<double>(month - options.from);
    }
    return design;
}

LogEffect effect_of(const LogLinearFit& fit, std::size_t column, double z) {
    LogEffect effect{.coefficient = fit.coefficients[column],
                     .standard_error = std::sqrt(fit.dispersion * fit.covariance_of(column, column))};
    effect.ratio = std::exp(effect.coefficient);
    effect.interval = {.low = std::exp(effect.coefficient - z * effect.standard_error),
                       .high = std::exp(effect.coefficient + z * effect.standard_error)};
    effect.p = effect.standard_error > 0 ? two_sided_normal_p(effect.coefficient / effect.standard_error) : 1;
    return effect;
}

}  // namespace

Outcome<InterruptedSeries> interrupted_series(std::span<const double> counts,
                                              const InterruptedOptions& options) {
    if (const auto refused = not_counts(counts)) return std::unexpected(*refused);
    if (!(options.level > 0 && options.level < 1))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, options.level, 0.95});
    if (options.from < fewest_before)
        return std::unexpected(
            Refusal{Reason::too_few_events, static_cast<double>(options.from), fewest_before});
    if (options.from >= counts.size())
        return std::unexpected(Refusal{Reason::too_few_events, static_cast<double>(counts.size()),
                                       static_cast<double>(options.from + 1)});
    const DesignMatrix design = design_of(counts.size(), options);
    const auto fit = fit_log_linear(counts, design);
    if (!fit) return std::unexpected(fit.error());
    const double z = normal_quantile(1 - (1 - options.level) / 2);
    InterruptedSeries found{.after = effect_of(*fit, step, z),
                            .trend = effect_of(*fit, time, z),
                            .dispersion = fit->dispersion,
                            .degrees_of_freedom = fit->degrees_of_freedom};
    if (options.slope == SlopeChange::free) found.slope = effect_of(*fit, design.columns() - 1, z);
    return found;
}

}  // namespace maillage::engine
