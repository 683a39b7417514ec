#include "engine/surveillance/reference_periods.hpp"

#include <cmath>

namespace maillage::engine {
namespace {

foundation::Date years_earlier(foundation::Date day, unsigned years) {
    const int year = day.year() - static_cast<int>(years);
    if (const auto same = foundation::Date::create(year, day.month(), day.day())) return *same;
    return *foundation::Date::create(year, 3, 1);  // 29 February
}

}  // namespace

std::vector<long> reference_weeks(std::size_t week, unsigned years,
                                  const std::optional<foundation::Date>& first_week) {
    std::vector<long> found{static_cast<long>(week)};
    for (unsigned year = 1; year <= years; ++year) {
        if (!first_week) {
            found.push_back(static_cast<long>(week) - 52L * year);
            continue;
        }
        const foundation::Date now = first_week->plus_days(static_cast<int>(7 * week));
        found.push_back(std::lround((years_earlier(now, year) - *first_week) / 7.0));
    }
    return found;
}

Outcome<Levels> seasonal_levels(std::size_t week, const SeasonalPast& past,
                                const std::optional<foundation::Date>& first_week) {
    const std::vector<long> reference = reference_weeks(week, past.years, first_week);
    const long half = past.half_window, first = reference.back() - half;
    if (first < 0)
        return std::unexpected(Refusal{Reason::too_few_events, static_cast<double>(week),
                                       static_cast<double>(static_cast<long>(week) - first)});
    Levels found{.first = static_cast<std::size_t>(first),
                 .level = std::vector<unsigned>(week - static_cast<std::size_t>(first) + 1, past.periods)};
    for (std::size_t year = 1; year < reference.size(); ++year) {
        const long begin = reference[year] + half + 1, gap = reference[year - 1] - half - begin;
        const long blocks = past.periods - 1, length = blocks == 0 ? 0 : gap / blocks,
                   longer = blocks == 0 ? 0 : gap % blocks;
        for (long k = 0; k < gap; ++k) {
            if (blocks == 0) {
                found.level[static_cast<std::size_t>(begin + k - first)] = 0;
                continue;
            }
            const long in_longer = longer * (length + 1);
            const long block = k < in_longer ? k / (length + 1) : longer + (k - in_longer) / length;
            found.level[static_cast<std::size_t>(begin + k - first)] = static_cast<unsigned>(block) + 1;
        }
    }
    return found;
}

}  // namespace maillage::engine
