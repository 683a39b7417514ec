#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/surveillance/recent_facts.hpp"

namespace maillage::engine {

// One week judged against past years.
struct WatchedWeek {
    std::size_t week = 0;  // index in the series
    double count = 0;
    std::optional<double> upper;  // nothing: too few recent facts, or no model fits the past
    double expected = 0;          // μ₀; 0 when no model fits
    double dispersion = 1;        // φ ≥ 1
    bool trend = false;           // kept in the model
    double exceedance = 1;        // P(X ≥ count) under the fitted law
    bool alarm = false;
};

// The power at which counts are nearly normal: 2/3 is the authors', 1/2 stabilises the variance, 1 changes
// nothing. upper = (μ₀^e + z·se)^{1/e}, se² = 4/9·μ₀^{1/3}·τ, τ/4 or μ₀·τ.
enum class Power : std::uint8_t { two_thirds, half, none };

// Tested: kept when the rule below keeps it. Never: no slope is fitted.
enum class TrendUse : std::uint8_t { tested, never };

struct FarringtonOptions {
    std::size_t from = 0;         // first week judged; the series' last week is the last
    unsigned years = 4;           // b
    unsigned half_window = 3;     // w
    double alpha = 0.01;          // two-sided
    double weight_threshold = 1;  // Anscombe residuals above it lose weight; infinite: none does
    TrendUse trend = TrendUse::tested;
    Power power = Power::two_thirds;
    RecentFacts recent;
};

// Farrington, Andrews, Beale & Catchpole (1996, J. R. Stat. Soc. A 159:547). Reference weeks t − 52i ± w,
// i = 1…b. Quasi-Poisson fit of the counts on an intercept and the week number, reweighted
// (anscombe_weights.hpp). The trend stays only when b ≥ 3, its t test (n − 2 degrees of freedom) gives
// p < 0.05, and the prediction is at most the largest reference count. With τ = φ + se(μ₀)²/μ₀,
//     upper = (μ₀^{2/3} + z_{1−α/2}·√(4/9·μ₀^{1/3}·τ))^{3/2};  alarm when y > upper.
// Fits converge fully; R's surveillance stops earlier and differs by 1e-5.
// `exceedance` is that of the law of mean μ₀ and dispersion φ (counting_laws.hpp).
// Refuses a first week without b whole years of past, and parameters out of range.
Outcome<std::vector<WatchedWeek>> farrington(std::span<const double> counts,
                                             const FarringtonOptions& options);

}  // namespace maillage::engine
