#include "engine/space/emerging.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/core/normal.hpp"
#include "engine/space/local_statistics.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t least_periods = 8;

HotSpotClass classified(const EmergingUnit& unit, std::size_t periods, bool last) {
    const auto share = static_cast<double>(unit.significant) / static_cast<double>(periods);
    if (last && unit.significant == 1) return HotSpotClass::emerging;
    if (last && share >= 0.75) return HotSpotClass::persistent;
    if (!last && share >= 0.5 && unit.trend.s < 0 && unit.trend.p < 0.1) return HotSpotClass::receding;
    return HotSpotClass::none;
}

}  // namespace

Trend mann_kendall(std::span<const double> series) {
    Trend trend;
    for (std::size_t i = 0; i < series.size(); ++i)
        for (std::size_t j = i + 1; j < series.size(); ++j)
            trend.s +=
                static_cast<double>(series[j] > series[i]) - static_cast<double>(series[j] < series[i]);
    std::vector<double> sorted(series.begin(), series.end());
    std::sort(sorted.begin(), sorted.end());
    const auto term = [](double t) { return t * (t - 1) * (2 * t + 5); };
    double sum = term(static_cast<double>(series.size()));
    for (auto at = sorted.begin(); at != sorted.end();) {
        const auto end = std::upper_bound(at, sorted.end(), *at);
        sum -= term(static_cast<double>(end - at));
        at = end;
    }
    trend.variance = sum / 18;
    if (!(trend.variance > 0)) return trend;
    const double sign = static_cast<double>(trend.s > 0) - static_cast<double>(trend.s < 0);
    trend.z = (trend.s - sign) / std::sqrt(trend.variance);
    trend.p = two_sided_normal_p(trend.z);
    return trend;
}

Outcome<std::vector<EmergingUnit>> emerging_classes(std::span<const std::vector<PeriodScore>> scores) {
    if (scores.size() < least_periods)
        return std::unexpected(
            Refusal{Reason::too_few_events, static_cast<double>(scores.size()), least_periods});
    for (const auto& period : scores)
        if (const auto refused = lengths_differ(period.size(), scores[0].size()))
            return std::unexpected(*refused);
    std::vector<EmergingUnit> units(scores[0].size());
    std::vector<double> series(scores.size());
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        bool last = false;
        for (std::size_t period = 0; period < scores.size(); ++period) {
            const PeriodScore& score = scores[period][unit];
            series[period] = score.z;
            last = score.z > 0 && score.q <= 0.05;
            units[unit].significant += last;
        }
        units[unit].trend = mann_kendall(series);
        units[unit].kind = classified(units[unit], scores.size(), last);
    }
    return units;
}

Outcome<std::vector<EmergingUnit>> emerging_hot_spots(std::span<const std::vector<double>> values,
                                                      const Neighbours& neighbours) {
    std::vector<std::vector<PeriodScore>> scores;
    for (const auto& period : values) {
        scores.emplace_back(neighbours.units());
        const auto stars = local_g_star(period, neighbours);
        if (!stars && stars.error().reason != Reason::all_identical) return std::unexpected(stars.error());
        for (std::size_t unit = 0; stars && unit < stars->size(); ++unit)
            if ((*stars)[unit].defined) scores.back()[unit] = {(*stars)[unit].z, (*stars)[unit].q};
    }
    return emerging_classes(scores);
}

}  // namespace maillage::engine
