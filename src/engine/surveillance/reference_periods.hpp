#pragma once

#include <optional>
#include <vector>

#include "engine/core/refusal.hpp"
#include "foundation/date.hpp"

namespace maillage::engine {

// The seasons of Noufaily et al. (2013, Stat. Med. 32:1206, § 3.2): which past weeks resemble this one.
struct SeasonalPast {
    unsigned years = 4;        // b
    unsigned half_window = 3;  // w
    unsigned periods = 10;     // p: levels of the factor
};

// Reference weeks r₀ = week > r₁ > … > r_b: the same calendar date i years earlier (29 February → 1 March),
// moved to the nearest week; without dates, week − 52i. A negative index lies before the series.
std::vector<long> reference_weeks(std::size_t week, unsigned years,
                                  const std::optional<foundation::Date>& first_week);

// The level 1…p of each week from r_b − w to `week`. The weeks within ± w of a reference week and the w weeks
// up to now have level p. Between two windows the remaining weeks are cut into p − 1 blocks, numbered in the
// order of time; when they do not divide evenly the first blocks are one longer. With p = 1 there is no
// factor: the windows have level 1 and what lies between them none, 0.
struct Levels {
    std::size_t first = 0;        // index of the first week that has a level
    std::vector<unsigned> level;  // of weeks first … week
};
// Refuses a past that begins before the series: found = weeks before `week`, needed.
Outcome<Levels> seasonal_levels(std::size_t week, const SeasonalPast& past,
                                const std::optional<foundation::Date>& first_week);

}  // namespace maillage::engine
