#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// A time that the record does not give.
inline constexpr std::int64_t unknown_minute = std::numeric_limits<std::int64_t>::min();

struct AoristicClock {
    std::array<double, 168> hour_of_week{};  // 0 = Monday 00:00–01:00
    std::array<double, 24> hour_of_day{};
    std::array<double, 7> weekday{};  // 0 = Monday
    std::uint64_t used = 0;
    std::uint64_t undated = 0;     // no start
    std::uint64_t reversed = 0;    // ended before it began
    std::uint64_t too_long = 0;    // more than a week
    std::uint64_t open = 0;        // used, but without end: placed at the start
    std::uint64_t well_dated = 0;  // used, interval of 2 hours at most
};

// When facts happen although only an interval is known (Ratcliffe 2000, Int. J. Geogr. Inf. Sci. 14:669). A
// fact in [start, end) adds to each hour the share of its interval that lies there; without end, or with
// end = start, it counts whole in the hour of the start. Minutes since 1970-01-01 00:00, local civil time.
//
// Weights are whole multiples of 2⁻⁴⁰, the last hour taking what rounding left: each fact adds exactly 1,
// the sum over the clock is exactly `used`, and the order of the facts cannot change a bit. Error of one
// weight: at most 170·2⁻⁴⁰. Whole hours go through a difference array: O(1) a fact however long.
// Refuses columns of different lengths and more than 8 million facts (the 64-bit sums).
Outcome<AoristicClock> aoristic_clock(std::span<const std::int64_t> starts,
                                      std::span<const std::int64_t> ends);

}  // namespace maillage::engine
