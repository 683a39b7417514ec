#include "engine/scan/cluster_watch.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/core/columns.hpp"
#include "engine/core/exponentials.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t most_events = 20'000;
constexpr double largest_exponent = 680;

std::optional<Refusal> unusable(std::span<const double> x, std::span<const double> y,
                                std::span<const double> days, const ClusterWatchOptions& options) {
    if (const auto refused = unusable_places(x, y, options.plane)) return refused;
    if (const auto refused = lengths_differ(days.size(), x.size())) return refused;
    if (const auto refused = not_finite(days)) return refused;
    const auto n = static_cast<double>(x.size());
    if (n < 2) return Refusal{Reason::too_few_events, n, 2};
    if (x.size() > most_events) return Refusal{Reason::overflow, n, most_events};
    for (const double value : {options.radius, options.epsilon, options.threshold})
        if (!(value > 0 && std::isfinite(value))) return Refusal{Reason::parameter_out_of_range, value, 0};
    return std::nullopt;
}

std::vector<double> ordered(std::span<const double> column, std::span<const std::uint32_t> order) {
    std::vector<double> found;
    for (const std::uint32_t event : order) found.push_back(column[event]);
    return found;
}

// Eight sums side by side, added in one order: no addition waits for the one before it.
double sum_of(std::span<const double> values) {
    double sums[8] = {};
    for (std::size_t k = 0; k < values.size(); ++k) sums[k % 8] += values[k];
    return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

}  // namespace

Outcome<ClusterWatch> cluster_watch(std::span<const double> x, std::span<const double> y,
                                    std::span<const double> days, const ClusterWatchOptions& options) {
    if (const auto refused = unusable(x, y, days, options)) return std::unexpected(*refused);
    ClusterWatch found;
    found.order.resize(x.size());
    std::iota(found.order.begin(), found.order.end(), 0U);
    std::ranges::sort(found.order, {}, [&](std::uint32_t event) { return std::pair(days[event], event); });
    const auto near =
        neighbours_within(ordered(x, found.order), ordered(y, found.order), options.radius, options.plane);
    if (!near) return std::unexpected(near.error());

    const double per_event = std::log1p(options.epsilon);
    // Of each beginning: events within ρ of all times so far, and those since it.
    std::vector<double> around, since, exponent(x.size()), evidence(x.size());
    for (std::size_t now = 0; now < x.size(); ++now) {
        double here = 1;
        for (const std::uint32_t other : near->of(now)) {
            if (other > now) break;
            ++around[other];
            ++since[other];
            ++here;
        }
        around.push_back(here);
        since.push_back(1);
        const auto n = static_cast<double>(now + 1);
        for (std::size_t k = 0; k <= now; ++k)
            exponent[k] =
                std::min(largest_exponent, since[k] * per_event - options.epsilon * around[k] *
                                                                      static_cast<double>(now - k + 1) / n);
        std::copy_n(exponent.begin(), now + 1, evidence.begin());
        exponentials(std::span(evidence).first(now + 1));
        const double sum = sum_of(std::span(evidence).first(now + 1));
        found.statistic.push_back(sum);
        if (!found.alarm && sum >= options.threshold) {
            found.alarm = now;
            // The beginning with the most evidence, the first of equals.
            found.centre = static_cast<std::size_t>(
                std::max_element(exponent.begin(), exponent.begin() + static_cast<std::ptrdiff_t>(now + 1)) -
                exponent.begin());
        }
    }
    return found;
}

}  // namespace maillage::engine
