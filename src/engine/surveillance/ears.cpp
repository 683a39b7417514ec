#include "engine/surveillance/ears.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/core/normal.hpp"

namespace maillage::engine {
namespace {

struct Baseline {
    double mean = 0, deviation = 0;
};

Baseline baseline_of(std::span<const double> weeks, double minimal_sigma) {
    Baseline found;
    const auto n = static_cast<double>(weeks.size());
    for (const double count : weeks) found.mean += count;
    found.mean /= n;
    double squares = 0;
    for (const double count : weeks) squares += (count - found.mean) * (count - found.mean);
    found.deviation = std::max(std::sqrt(squares / (n - 1)), minimal_sigma);
    return found;
}

// C2's standardised excess; a flat baseline has no unit to measure it in: nothing, or beyond any bound.
double excess(double count, const Baseline& base) {
    if (base.deviation > 0) return (count - base.mean) / base.deviation;
    return count > base.mean ? INFINITY : 0;
}

}  // namespace

Outcome<std::vector<WeeklyAlarm>> ears(std::span<const double> counts, const EarsOptions& options) {
    if (const auto refused = not_countable(counts)) return std::unexpected(*refused);
    const double usual = options.method == EarsMethod::c3 ? 0.025 : 0.001;
    const double alpha = options.alpha.value_or(usual);
    if (!(alpha > 0 && alpha < 1))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, alpha, usual});
    if (options.baseline < 3)
        return std::unexpected(
            Refusal{Reason::parameter_out_of_range, static_cast<double>(options.baseline), 3});
    const std::size_t guard = options.method == EarsMethod::c1 ? 0 : 2;
    const std::size_t first = options.baseline + guard + (options.method == EarsMethod::c3 ? 2 : 0);
    if (counts.size() <= first)
        return std::unexpected(Refusal{Reason::too_few_events, static_cast<double>(counts.size()),
                                       static_cast<double>(first + 1)});
    const double z = normal_quantile(1 - alpha);
    const auto base_at = [&](std::size_t t) {
        return baseline_of(counts.subspan(t - guard - options.baseline, options.baseline),
                           options.minimal_sigma);
    };
    std::vector<WeeklyAlarm> weeks;
    weeks.reserve(counts.size() - first);
    for (std::size_t t = first; t < counts.size(); ++t) {
        const Baseline base = base_at(t);
        double upper = base.mean + z * base.deviation;
        if (options.method == EarsMethod::c3) {
            double carried = 0;
            for (std::size_t s = t - 2; s < t; ++s)
                carried += std::max(0.0, excess(counts[s], base_at(s)) - 1);
            const double left =
                base.deviation > 0 ? base.deviation * (z - carried) : (carried > 0 ? -INFINITY : 0);
            upper = std::max(0.0, counts[t] + left);
        }
        const bool alarm = counts[t] > upper && has_recent_facts(counts, t, options.recent);
        weeks.push_back({.week = t, .count = counts[t], .upper = upper, .alarm = alarm});
    }
    return weeks;
}

}  // namespace maillage::engine
