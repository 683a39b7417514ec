#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/indicators/period_types.hpp"
#include "engine/disclosure/suppression.hpp"

namespace maillage::indicators {

// What was counted in a period: one number, or the part and the rest of a share.
struct CountedPeriod {
    Period period;
    std::vector<std::int64_t> counts;
};

enum class Hidden : std::uint8_t {
    no,
    small,      // it stands within no other: that it is small may be said
    gives_away  // one of several that are hidden together, and nobody is told which of them is small
};
// Periods that overlap, directly or through others; in the order of their beginnings, the longest first.
std::vector<std::vector<std::size_t>> touching(std::span<const CountedPeriod> periods);

// Of each period, whether a reader with that threshold is given it. Periods that cross, or whose parts make
// more than their whole, are no table: one small count among them hides all of those that touch. What holds a
// small count is hidden with it: its parts may have been read before it was entered.
std::vector<Hidden> hidden_periods(std::span<const CountedPeriod> periods,
                                   const engine::SuppressionOptions& options);

}  // namespace maillage::indicators
