#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/surveillance/farrington.hpp"
#include "engine/surveillance/reference_periods.hpp"
#include "foundation/date.hpp"

namespace maillage::engine {

struct FlexibleOptions {
    std::size_t from = 0;  // first week judged
    SeasonalPast past;
    std::size_t past_weeks_excluded = 26;  // an outbreak under way must not enter its own bound
    double weight_threshold = 2.58;        // infinite: no week loses weight
    TrendUse trend = TrendUse::tested;
    double alpha = 0.025;  // one-sided
    RecentFacts recent;
    std::optional<foundation::Date> first_week;  // any day of the series' first week
};

// Farrington-flexible (Noufaily, Enki, Farrington, Garthwaite, Andrews & Charlett 2013, Stat. Med. 32:1206).
// All weeks from r_b − w on, except the current one and the last 26, with a factor of p seasons
// (reference_periods.hpp) and time in weeks since the first of them; quasi-Poisson, reweighted above 2.58.
// μ₀ is the prediction at season p; when it exceeds the largest count of the data the trend is dropped. The
// law of the current week is negative binomial of mean μ₀ and variance φμ₀ (Poisson when φ = 1):
//     upper = smallest x with P(X ≤ x) ≥ 1 − α, exceedance = P(X ≥ y), alarm when y > upper and y > 0.
// A week that no model fits has no bound. Cost: two fits without a matrix (parallel_lines.hpp) on about 52b −
// 26 rows. Refuses a first week whose past begins before the series, and parameters out of range.
Outcome<std::vector<WatchedWeek>> farrington_flexible(std::span<const double> counts,
                                                      const FlexibleOptions& options);

// How often a week as full as this one comes by chance: once in … years.
double years_between_such_weeks(const WatchedWeek& week);

}  // namespace maillage::engine
