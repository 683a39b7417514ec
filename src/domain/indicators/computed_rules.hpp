#pragma once

#include <optional>

#include "domain/indicators/indicator_types.hpp"

namespace maillage::indicators {

// Facts of the strategy that an indicator is computed from: the actions of one group, or of the council.
struct StrategyFacts {
    std::int64_t actions = 0, done = 0, open = 0, late = 0, followed = 0, silent = 0, progress = 0;
};

// The figure of today, of the month that holds it; nothing when it would be a share of nothing. A share comes
// with its part and its whole, the mean progress in per cent.
std::optional<Figure> computed_figure(Computed what, const StrategyFacts& facts, foundation::Date today);
Measure measure_of(Computed what);

}  // namespace maillage::indicators
