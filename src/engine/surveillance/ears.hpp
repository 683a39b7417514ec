#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/surveillance/recent_facts.hpp"

namespace maillage::engine {

enum class EarsMethod : std::uint8_t { c1, c2, c3 };

struct EarsOptions {
    EarsMethod method = EarsMethod::c2;
    std::optional<double> alpha = {};  // one-sided, of the normal quantile; 0.001, and 0.025 of C3
    unsigned baseline = 7;             // weeks
    double minimal_sigma = 0;  // bounds the standard deviation from below; 0.5 is advised for rare facts
    RecentFacts recent = {};
};

struct WeeklyAlarm {
    std::size_t week = 0;  // index in the series
    double count = 0;
    double upper = 0;
    bool alarm = false;
};

// Early aberration reporting (Hutwagner, Thompson, Seeman & Treadwell 2003, J. Urban Health 80:i89). With 7
// weeks of baseline: C1 uses weeks t−7…t−1, C2 and C3 weeks t−9…t−3, with C2_s = (y_s − mean_s)/sd_s:
//     C1, C2: upper = mean + z·sd (divisor n−1)
//     C3:     upper = max(0, y_t + sd·(z − Σ_{s=t−2}^{t−1} max(0, C2_s − 1)))
// Alarm when y_t > upper, with enough recent facts. C3 is that of R surveillance 1.20.3 (earsC), whose
// alarm depends on the excess of the two weeks before: this week moves the bound and the count alike.
// Every week with a whole baseline is judged. Refuses a series that is too short, negative or not finite.
Outcome<std::vector<WeeklyAlarm>> ears(std::span<const double> counts, const EarsOptions& options);

}  // namespace maillage::engine
