#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

enum class SeasonTerms : std::uint8_t { none, months, two_harmonics };
enum class SlopeChange : std::uint8_t { kept, free };

struct InterruptedOptions {
    std::size_t from = 0;  // index of the first month after the action began
    SeasonTerms season = SeasonTerms::months;
    SlopeChange slope = SlopeChange::kept;
    double level = 0.95;
};

// One effect: the coefficient on the log scale, its standard error (× √φ), and the ratio exp(coefficient).
struct LogEffect {
    double coefficient = 0;
    double standard_error = 0;
    double ratio = 1;
    Interval interval;  // exp(coefficient ± z·standard error), normal quantile
    double p = 1;       // two-sided, normal
};

struct InterruptedSeries {
    LogEffect after;                 // the step
    LogEffect trend;                 // per month, before
    std::optional<LogEffect> slope;  // its change per month after, when it is free
    double dispersion = 1;           // Pearson χ²/df
    std::size_t degrees_of_freedom = 0;
};

// Interrupted time series (Wagner et al. 2002, J. Clin. Pharm. Ther. 27:299; Bernal, Cummins & Gasparrini
// 2017, Int. J. Epidemiol. 46:348) by quasi-Poisson regression of monthly counts:
//     log μ = α + β·t + season + δ·after [+ γ·(t − t₀)₊],
// the season a factor of 12 months or two harmonics of the year. A series without a control area cannot tell
// the action from anything else that began with it.
// Refuses fewer than 24 months before, none after, counts that no model fits.
Outcome<InterruptedSeries> interrupted_series(std::span<const double> counts,
                                              const InterruptedOptions& options);

}  // namespace maillage::engine
