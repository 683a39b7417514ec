#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// Where a zone stands in the funnel. Between the limits it is like the others, whatever its rank.
enum class FunnelPlace : std::uint8_t { inside, outside_95, outside_998 };

struct FunnelZone {
    double ratio = 0;     // O/E; 0 when nothing is expected and nothing was seen
    Interval limits_95;   // of O/E
    Interval limits_998;  // 99.8 %
    FunnelPlace place = FunnelPlace::inside;
    bool high = false;
};

struct Funnel {
    std::vector<FunnelZone> zones;
    double dispersion = 1;  // φ, as estimated
    bool widened = false;   // limits widened by √φ
};

// Funnel plot (Spiegelhalter 2005, Stat. Med. 24:1185): limits of O/E are exact Poisson quantiles of mean E
// at 2.5 and 97.5 %, 0.1 and 99.9 %, over E. Over-dispersion: φ = mean of the squared scores (O−E)/√E after
// the lowest and the highest tenth were set to the last value kept (winsorised); when φ > 1 + 2√(2/n) each
// limit moves to 1 + (limit − 1)·√φ, never below 0. Refuses lengths that differ, negative or not finite
// counts, facts seen where none is expected.
Outcome<Funnel> funnel(std::span<const double> observed, std::span<const double> expected);

}  // namespace maillage::engine
