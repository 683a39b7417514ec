#include "engine/clock/aoristic.hpp"

#include "engine/core/columns.hpp"

namespace maillage::engine {
namespace {

constexpr std::int64_t week_minutes = 7 * 24 * 60, one = std::int64_t{1} << 40;
// 1970-01-01 was a Thursday.
constexpr std::int64_t epoch_minute_of_week = 3 * 24 * 60;

std::int64_t minute_of_week(std::int64_t minute) {
    const std::int64_t within = minute % week_minutes + epoch_minute_of_week;
    return ((within % week_minutes) + week_minutes) % week_minutes;
}

class Tally {
 public:
    void add(std::int64_t hour, std::int64_t weight) {
        cells_[static_cast<std::size_t>(hour % 168)] += weight;
    }

    // `weight` to each of `count` ≤ 168 hours from `hour` on, round the week.
    void add_run(std::int64_t hour, std::int64_t count, std::int64_t weight) {
        const std::int64_t first = hour % 168, last = first + count;
        steps_[static_cast<std::size_t>(first)] += weight;
        if (last <= 168) {
            steps_[static_cast<std::size_t>(last)] -= weight;
            return;
        }
        steps_[0] += weight;
        steps_[static_cast<std::size_t>(last - 168)] -= weight;
    }

    AoristicClock clock() const {
        AoristicClock found;
        std::int64_t running = 0;
        std::array<std::int64_t, 24> hours{};
        std::array<std::int64_t, 7> days{};
        for (std::size_t hour = 0; hour < 168; ++hour) {
            running += steps_[hour];
            const std::int64_t weight = running + cells_[hour];
            found.hour_of_week[hour] = static_cast<double>(weight) / static_cast<double>(one);
            hours[hour % 24] += weight;
            days[hour / 24] += weight;
        }
        for (std::size_t hour = 0; hour < 24; ++hour)
            found.hour_of_day[hour] = static_cast<double>(hours[hour]) / static_cast<double>(one);
        for (std::size_t day = 0; day < 7; ++day)
            found.weekday[day] = static_cast<double>(days[day]) / static_cast<double>(one);
        return found;
    }

 private:
    std::array<std::int64_t, 168> cells_{};
    std::array<std::int64_t, 169> steps_{};
};

void spread(Tally& tally, std::int64_t start, std::int64_t length) {
    const std::int64_t from = minute_of_week(start), hour = from / 60, until = from + length;
    if (length == 0 || until <= (hour + 1) * 60) return tally.add(hour, one);
    // First part of an hour, whole hours, last part.
    const std::int64_t first = ((hour + 1) * 60 - from) * one / length, each = 60 * one / length;
    const std::int64_t whole = until / 60 - (hour + 1);
    tally.add(hour, first);
    if (whole > 0) tally.add_run(hour + 1, whole, each);
    const std::int64_t left = one - first - whole * each;
    // When the interval ends on the hour, rounding's rest goes to the hour before.
    tally.add(until % 60 == 0 ? until / 60 - 1 : until / 60, left);
}

}  // namespace

Outcome<AoristicClock> aoristic_clock(std::span<const std::int64_t> starts,
                                      std::span<const std::int64_t> ends) {
    if (const auto refused = lengths_differ(ends.size(), starts.size())) return std::unexpected(*refused);
    constexpr std::size_t most = 8'000'000;
    if (starts.size() > most)
        return std::unexpected(Refusal{Reason::overflow, static_cast<double>(starts.size()), most});
    Tally tally;
    AoristicClock seen;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (starts[i] == unknown_minute) {
            ++seen.undated;
            continue;
        }
        const bool open = ends[i] == unknown_minute;
        const std::int64_t end = open ? starts[i] : ends[i];
        if (end < starts[i]) {
            ++seen.reversed;
            continue;
        }
        // The unsigned difference of any two ordered 64-bit integers is exact.
        if (static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(starts[i]) > week_minutes) {
            ++seen.too_long;
            continue;
        }
        spread(tally, starts[i], end - starts[i]);
        ++seen.used;
        if (open)
            ++seen.open;
        else if (end - starts[i] <= 120)
            ++seen.well_dated;
    }
    AoristicClock found = tally.clock();
    found.used = seen.used;
    found.undated = seen.undated;
    found.reversed = seen.reversed;
    found.too_long = seen.too_long;
    found.open = seen.open;
    found.well_dated = seen.well_dated;
    return found;
}

}  // namespace maillage::engine
