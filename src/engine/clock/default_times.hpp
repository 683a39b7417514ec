#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// How many starts bear one value, against what its neighbours let expect.
struct TimePeak {
    std::uint64_t found = 0;
    double expected = 0;
    double p = 1;            // P(X ≥ found), Poisson
    bool suspected = false;  // at least 10, at least twice what is expected, p < 0.001
};

struct DefaultTimes {
    TimePeak midnight;        // 00:00 sharp, against the other sharp hours but noon
    TimePeak noon;            // 12:00 sharp, the same
    TimePeak first_of_month;  // against the 2nd … 28th
};

// Values that a form fills in by itself: a peak at midnight, at noon or on the 1st of the month is more often
// the form's than the offenders'. Sharp hours are compared with sharp hours, since people round to them.
// Starts are minutes since 1970-01-01 00:00; unknown ones are left out.
DefaultTimes default_times(std::span<const std::int64_t> starts);

// The columns with what is suspected told as it is: a fact without end (or with end = start) at a suspected
// midnight or noon is known to the day only, so it begins at 00:00 and ends at 24:00. A suspected 1st of the
// month is known to the month, which no clock of the week can use: it is only told.
struct Intervals {
    std::vector<std::int64_t> starts, ends;
    std::uint64_t spread = 0;  // facts changed
};
Outcome<Intervals> spread_default_times(std::span<const std::int64_t> starts,
                                        std::span<const std::int64_t> ends, const DefaultTimes& found);

}  // namespace maillage::engine
