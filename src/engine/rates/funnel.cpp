#include "engine/rates/funnel.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/core/counting_laws.hpp"

namespace maillage::engine {
namespace {

double winsorised_dispersion(std::vector<double> scores) {
    std::sort(scores.begin(), scores.end());
    const std::size_t cut = scores.size() / 10;
    double sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double kept = scores[std::clamp(i, cut, scores.size() - 1 - cut)];
        sum += kept * kept;
    }
    return sum / static_cast<double>(scores.size());
}

Interval limits(double expected, double tail, double widening) {
    const auto moved = [&](double probability) {
        const double limit = poisson_quantile(probability, expected) / expected;
        return std::max(0.0, 1 + (limit - 1) * widening);
    };
    return {.low = moved(tail), .high = moved(1 - tail)};
}

bool outside(double ratio, Interval interval) { return ratio < interval.low || ratio > interval.high; }

}  // namespace

Outcome<Funnel> funnel(std::span<const double> observed, std::span<const double> expected) {
    if (observed.empty()) return std::unexpected(Refusal{Reason::empty});
    if (const auto refused = not_cases_and_people(observed, expected)) return std::unexpected(*refused);
    for (const auto column : {observed, expected})
        if (const auto refused = not_countable(column)) return std::unexpected(*refused);
    std::vector<double> scores;
    for (std::size_t i = 0; i < observed.size(); ++i)
        if (expected[i] > 0) scores.push_back((observed[i] - expected[i]) / std::sqrt(expected[i]));
    if (scores.empty()) return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    Funnel found;
    found.dispersion = winsorised_dispersion(scores);
    found.widened = found.dispersion > 1 + 2 * std::sqrt(2 / static_cast<double>(scores.size()));
    const double widening = found.widened ? std::sqrt(found.dispersion) : 1;
    found.zones.resize(observed.size());
    for (std::size_t i = 0; i < observed.size(); ++i) {
        if (expected[i] <= 0) continue;
        FunnelZone& zone = found.zones[i];
        zone.ratio = observed[i] / expected[i];
        zone.high = zone.ratio > 1;
        zone.limits_95 = limits(expected[i], 0.025, widening);
        zone.limits_998 = limits(expected[i], 0.001, widening);
        if (outside(zone.ratio, zone.limits_998))
            zone.place = FunnelPlace::outside_998;
        else if (outside(zone.ratio, zone.limits_95))
            zone.place = FunnelPlace::outside_95;
    }
    return found;
}

}  // namespace maillage::engine
