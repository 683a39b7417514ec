#include "engine/clock/default_times.hpp"

#include <array>
#include <chrono>
#include <cmath>

#include "engine/clock/aoristic.hpp"
#include "engine/core/columns.hpp"
#include "engine/core/counting_laws.hpp"

namespace maillage::engine {
namespace {

constexpr std::int64_t day_minutes = 24 * 60, noon_minute = 12 * 60;

std::int64_t minute_of_day(std::int64_t minute) {
    return ((minute % day_minutes) + day_minutes) % day_minutes;
}

unsigned day_of_month(std::int64_t minute) {
    const std::int64_t day = (minute - minute_of_day(minute)) / day_minutes;
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return static_cast<unsigned>(date.day());
}

TimePeak peak(std::uint64_t found, double expected) {
    constexpr double least = 10, times = 2, surprise = 0.001;
    TimePeak one{.found = found, .expected = expected};
    const auto count = static_cast<double>(found);
    one.p = poisson_at_least(count, expected);
    one.suspected = count >= least && count >= times * expected && one.p < surprise;
    return one;
}

bool is_suspected(std::int64_t start, const DefaultTimes& found) {
    const std::int64_t minute = minute_of_day(start);
    return (minute == 0 && found.midnight.suspected) || (minute == noon_minute && found.noon.suspected);
}

}  // namespace

DefaultTimes default_times(std::span<const std::int64_t> starts) {
    std::array<std::uint64_t, 24> sharp{};
    std::array<std::uint64_t, 32> day{};
    for (const std::int64_t start : starts) {
        if (start == unknown_minute) continue;
        const std::int64_t minute = minute_of_day(start);
        if (minute % 60 == 0) ++sharp[static_cast<std::size_t>(minute / 60)];
        ++day[day_of_month(start)];
    }
    double other_hours = 0, other_days = 0;
    for (std::size_t hour = 0; hour < 24; ++hour)
        if (hour != 0 && hour != 12) other_hours += static_cast<double>(sharp[hour]) / 22;
    for (std::size_t of_month = 2; of_month <= 28; ++of_month)
        other_days += static_cast<double>(day[of_month]) / 27;
    return {.midnight = peak(sharp[0], other_hours),
            .noon = peak(sharp[12], other_hours),
            .first_of_month = peak(day[1], other_days)};
}

Outcome<Intervals> spread_default_times(std::span<const std::int64_t> starts,
                                        std::span<const std::int64_t> ends, const DefaultTimes& found) {
    if (const auto refused = lengths_differ(ends.size(), starts.size())) return std::unexpected(*refused);
    Intervals told{{starts.begin(), starts.end()}, {ends.begin(), ends.end()}};
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const bool instant = ends[i] == unknown_minute || ends[i] == starts[i];
        if (starts[i] == unknown_minute || !instant || !is_suspected(starts[i], found)) continue;
        told.starts[i] = starts[i] - minute_of_day(starts[i]);
        told.ends[i] = told.starts[i] + day_minutes;
        ++told.spread;
    }
    return told;
}

}  // namespace maillage::engine
