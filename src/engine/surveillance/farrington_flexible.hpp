#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/surveillance/farrington.hpp"
#include "engine/surveillance/reference_periods.hpp"
#include "foundation/date.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

// The law that the current week is held against. se = φ^½·se(log μ₀), φ ≥ 1.
//   nb_plugin: negative binomial of mean μ₀, as if it were known (Noufaily et al. 2013, § 3.4)
//   muan:      the same of mean μ₀·e^{z·se}, the upper bound of the prediction itself
//   delta:     μ₀^e + z·√(variance of y^e), back from the power e, as in Farrington et al. 1996, z one-sided
enum class FlexibleThreshold : std::uint8_t { nb_plugin, muan, delta };

struct FlexibleOptions {
    std::size_t from = 0;  // first week judged
    SeasonalPast past;
    std::size_t past_weeks_excluded = 26;  // an outbreak under way must not enter its own bound
    double weight_threshold = 2.58;        // infinite: no week loses weight
    TrendUse trend = TrendUse::tested;
    double trend_p = 1;    // a slope whose t test gives as much is dropped; 1: never for that
    double alpha = 0.025;  // one-sided
    FlexibleThreshold threshold = FlexibleThreshold::nb_plugin;
    Power power = Power::two_thirds;  // of delta
    RecentFacts recent;
    std::optional<foundation::Date> first_week;  // any day of the series' first week
};

// Farrington-flexible (Noufaily, Enki, Farrington, Garthwaite, Andrews & Charlett 2013, Stat. Med. 32:1206).
// All weeks from r_b − w on, except the current one and the last 26, with a factor of p seasons
// (reference_periods.hpp) and time in weeks since the first of them; quasi-Poisson, reweighted above 2.58.
// μ₀ is the prediction at season p; when it exceeds the largest count of the data, or with less than three
// years of past, the trend is dropped. The law of the current week is negative binomial of mean μ₀ and
// variance φμ₀ (Poisson when φ = 1):
//     upper = smallest x with P(X ≤ x) ≥ 1 − α, exceedance = P(X ≥ y), alarm when y > upper and y > 0.
// The exceedance is that of the law used (`delta`: normal, of y^e). R's surveillance 1.20.3 takes for the
// standard error of `muan` and `delta`, and for the test of the trend, a dispersion that its own weights have
// overwritten (Σ ω((y − μ)/μ)² over the degrees of freedom): this is the quasi-Poisson one.
// A week that no model fits has no bound. Weeks are blocks of work. Cost: two fits without a matrix
// (parallel_lines.hpp) on about 52b − 26 rows. Refuses a first week whose past begins before the series, and
// parameters out of range.
Outcome<std::vector<WatchedWeek>> farrington_flexible(
    std::span<const double> counts, const FlexibleOptions& options,
    const foundation::Executor& run = foundation::run_inline);

// How often a week as full as this one comes by chance: once in … years.
double years_between_such_weeks(const WatchedWeek& week);

}  // namespace maillage::engine
