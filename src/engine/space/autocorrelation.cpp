#include "engine/space/autocorrelation.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/columns.hpp"
#include "engine/core/normal.hpp"
#include "engine/space/weight_sums.hpp"

namespace maillage::engine {
namespace {

struct Moments {
    double mean = 0, sum2 = 0, b2 = 0;  // Σz², m₄/m₂²
};

Moments moments_of(std::span<const double> values) {
    Moments m;
    const auto n = static_cast<double>(values.size());
    for (const double v : values) m.mean += v;
    m.mean /= n;
    double sum4 = 0;
    for (const double v : values) {
        const double square = (v - m.mean) * (v - m.mean);
        m.sum2 += square;
        sum4 += square * square;
    }
    m.b2 = n * sum4 / (m.sum2 * m.sum2);
    return m;
}

std::optional<Refusal> unusable(std::span<const double> values, const Neighbours& neighbours) {
    if (values.empty()) return Refusal{Reason::empty};
    if (const auto refused = lengths_differ(values.size(), neighbours.units())) return refused;
    if (const auto refused = not_measurable(values)) return refused;
    std::size_t used = 0;
    for (std::size_t i = 0; i < neighbours.units(); ++i) used += neighbours.degree(i) > 0;
    if (used == 0) return Refusal{Reason::no_neighbours};
    if (used < 4) return Refusal{Reason::too_few_events, static_cast<double>(used), 4};
    return std::nullopt;
}

GlobalStatistic judged(GlobalStatistic found, double sign) {
    found.z = sign * (found.statistic - found.expected) / std::sqrt(found.variance);
    found.p = two_sided_normal_p(found.z);
    return found;
}

std::vector<double> kept_values(std::span<const double> values, const WithoutIslands& rest) {
    std::vector<double> kept;
    kept.reserve(rest.kept.size());
    for (const std::uint32_t unit : rest.kept) kept.push_back(values[unit]);
    return kept;
}

}  // namespace

Outcome<GlobalStatistic> moran(std::span<const double> values, const Neighbours& neighbours, Weights weights,
                               Null null) {
    if (const auto refused = unusable(values, neighbours)) return std::unexpected(*refused);
    const Moments m = moments_of(values);
    const WeightSums w = weight_sums(neighbours, weights);
    GlobalStatistic found;
    double cross = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double lag = 0;
        for (const std::uint32_t j : neighbours.of(i)) lag += values[j] - m.mean;
        cross += (values[i] - m.mean) * lag * row_weight(neighbours, weights, i);
        found.used += neighbours.degree(i) > 0;
    }
    found.islands = values.size() - found.used;
    const auto n = static_cast<double>(found.used);
    found.statistic = n / w.s0 * cross / m.sum2;
    found.expected = -1 / (n - 1);
    const double n2 = n * n, s02 = w.s0 * w.s0;
    found.variance = null == Null::normality ? (n2 * w.s1 - n * w.s2 + 3 * s02) / (s02 * (n2 - 1))
                                             : (n * ((n2 - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s02) -
                                                m.b2 * ((n2 - n) * w.s1 - 2 * n * w.s2 + 6 * s02)) /
                                                   ((n - 1) * (n - 2) * (n - 3) * s02);
    found.variance -= found.expected * found.expected;
    return judged(found, 1);
}

Outcome<GlobalStatistic> geary(std::span<const double> values, const Neighbours& neighbours, Weights weights,
                               Null null) {
    if (const auto refused = unusable(values, neighbours)) return std::unexpected(*refused);
    const Moments m = moments_of(values);
    const WeightSums w = weight_sums(neighbours, weights);
    GlobalStatistic found{.expected = 1};
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double row = 0;
        for (const std::uint32_t j : neighbours.of(i))
            row += (values[i] - values[j]) * (values[i] - values[j]);
        found.used += neighbours.degree(i) > 0;
        squares += row * row_weight(neighbours, weights, i);
    }
    found.islands = values.size() - found.used;
    const auto n = static_cast<double>(found.used);
    const double n2 = n * n, s02 = w.s0 * w.s0;
    found.statistic = (n - 1) * squares / (2 * w.s0 * m.sum2);
    found.variance = null == Null::normality
                         ? ((2 * w.s1 + w.s2) * (n - 1) - 4 * s02) / (2 * (n + 1) * s02)
                         : ((n - 1) * w.s1 * (n2 - 3 * n + 3 - (n - 1) * m.b2) -
                            0.25 * (n - 1) * w.s2 * (n2 + 3 * n - 6 - (n2 - n + 2) * m.b2) +
                            s02 * (n2 - 3 - (n - 1) * (n - 1) * m.b2)) /
                               (n * (n - 2) * (n - 3) * s02);
    return judged(found, -1);
}

Outcome<GlobalStatistic> getis_g(std::span<const double> all_values, const Neighbours& all, Weights weights) {
    if (const auto refused = unusable(all_values, all)) return std::unexpected(*refused);
    if (const auto refused = not_counts(all_values)) return std::unexpected(*refused);
    const WithoutIslands rest = without_islands(all);
    const std::vector<double> values = kept_values(all_values, rest);
    const WeightSums w = weight_sums(rest.neighbours, weights);
    double power[5] = {0, 0, 0, 0, 0}, cross = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double term = 1;
        for (int k = 1; k <= 4; ++k) power[k] += term *= values[i];
        double lag = 0;
        for (const std::uint32_t j : rest.neighbours.of(i)) lag += values[j];
        cross += row_weight(rest.neighbours, weights, i) * values[i] * lag;
    }
    const auto n = static_cast<double>(values.size());
    const double n2 = n * n, s02 = w.s0 * w.s0;
    const double pairs = power[1] * power[1] - power[2];
    if (!(pairs > 0)) return std::unexpected(Refusal{Reason::too_few_events, 1, 2});
    GlobalStatistic found{.used = values.size(), .islands = all_values.size() - values.size()};
    found.statistic = cross / pairs;
    found.expected = w.s0 / (n * (n - 1));
    const double b0 = (n2 - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s02;
    const double b1 = -((n2 - n) * w.s1 - 2 * n * w.s2 + 6 * s02);
    const double b2 = -(2 * n * w.s1 - (n + 3) * w.s2 + 6 * s02);
    const double b3 = 4 * (n - 1) * w.s1 - 2 * (n + 1) * w.s2 + 8 * s02;
    const double b4 = w.s1 - w.s2 + s02;
    found.variance = (b0 * power[2] * power[2] + b1 * power[4] + b2 * power[1] * power[1] * power[2] +
                      b3 * power[1] * power[3] + b4 * std::pow(power[1], 4)) /
                         (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3)) -
                     found.expected * found.expected;
    return judged(found, 1);
}

}  // namespace maillage::engine
