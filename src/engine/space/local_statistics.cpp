#include "engine/space/local_statistics.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/core/normal.hpp"
#include "engine/inference/false_discovery.hpp"
#include "engine/space/weight_sums.hpp"

namespace maillage::engine {
namespace {

std::optional<Refusal> unusable(std::span<const double> values, const Neighbours& neighbours) {
    if (values.empty()) return Refusal{Reason::empty};
    if (const auto refused = lengths_differ(values.size(), neighbours.units())) return refused;
    if (const auto refused = not_measurable(values)) return refused;
    if (values.size() < 4) return Refusal{Reason::too_few_events, static_cast<double>(values.size()), 4};
    if (neighbours.members.empty()) return Refusal{Reason::no_neighbours};
    return std::nullopt;
}

// Sums about the mean: the textbook Σx² − (Σx)²/n loses every digit when the values are large and close.
struct Centred {
    double mean = 0, sum2 = 0, sum4 = 0;
    std::vector<double> z;
};

Centred centred(std::span<const double> values) {
    Centred found;
    for (const double v : values) found.mean += v;
    found.mean /= static_cast<double>(values.size());
    found.z.reserve(values.size());
    for (const double v : values) {
        const double z = v - found.mean, square = z * z;
        found.z.push_back(z);
        found.sum2 += square;
        found.sum4 += square * square;
    }
    return found;
}

double lag(const Centred& x, const Neighbours& neighbours, std::size_t unit) {
    double sum = 0;
    for (const std::uint32_t j : neighbours.of(unit)) sum += x.z[j];
    return sum;
}

void judge(std::vector<LocalStatistic>& units) {
    std::vector<double> p;
    for (LocalStatistic& unit : units)
        if (unit.defined) p.push_back(unit.p = two_sided_normal_p(unit.z));
    const auto q = benjamini_hochberg(p);
    std::size_t next = 0;
    for (LocalStatistic& unit : units)
        if (unit.defined) unit.q = (*q)[next++];
}

}  // namespace

Outcome<std::vector<LocalStatistic>> local_g(std::span<const double> values, const Neighbours& neighbours) {
    if (const auto refused = unusable(values, neighbours)) return std::unexpected(*refused);
    const Centred x = centred(values);
    const auto others = static_cast<double>(values.size() - 1);
    std::vector<LocalStatistic> units(values.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto degree = static_cast<double>(neighbours.degree(i));
        // Without i the others' mean is −zᵢ/(n−1) and their sum of squares about it is Σz² − zᵢ² − zᵢ²/(n−1).
        const double mean = -x.z[i] / others;
        const double variance = (x.sum2 - x.z[i] * x.z[i] - x.z[i] * x.z[i] / others) / others;
        const double spread = variance * (others * degree - degree * degree) / (others - 1);
        // A unit next to all others, or others all alike, leaves nothing to compare.
        if (degree == 0 || !(spread > 0)) continue;
        units[i].defined = true;
        units[i].statistic = units[i].z = (lag(x, neighbours, i) - degree * mean) / std::sqrt(spread);
    }
    judge(units);
    return units;
}

Outcome<std::vector<LocalStatistic>> local_g_star(std::span<const double> values,
                                                  const Neighbours& neighbours, Divisor divisor) {
    if (const auto refused = unusable(values, neighbours)) return std::unexpected(*refused);
    const Centred x = centred(values);
    const auto n = static_cast<double>(values.size());
    std::vector<LocalStatistic> units(values.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const double degree = static_cast<double>(neighbours.degree(i)) + 1;
        const double variance = x.sum2 / (divisor == Divisor::n ? n : n - 1);
        const double spread = variance * (n * degree - degree * degree) / (n - 1);
        if (degree == 1 || !(spread > 0)) continue;
        units[i].defined = true;
        units[i].statistic = units[i].z = (lag(x, neighbours, i) + x.z[i]) / std::sqrt(spread);
    }
    judge(units);
    return units;
}

Outcome<std::vector<LocalStatistic>> local_moran(std::span<const double> values, const Neighbours& neighbours,
                                                 Weights weights, LocalMoments moments) {
    if (const auto refused = unusable(values, neighbours)) return std::unexpected(*refused);
    const Centred x = centred(values);
    const auto n = static_cast<double>(values.size());
    const double m2 = x.sum2 / n, b2 = x.sum4 / n / (m2 * m2);
    std::vector<LocalStatistic> units(values.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto degree = static_cast<double>(neighbours.degree(i));
        if (degree == 0) continue;
        const double weight = row_weight(neighbours, weights, i), z = x.z[i];
        const double sum = degree * weight, sum_squares = degree * weight * weight;
        LocalStatistic& unit = units[i];
        unit.statistic = z / m2 * lag(x, neighbours, i) * weight;
        if (moments == LocalMoments::conditional) {
            unit.expected = -z * z * sum / ((n - 1) * m2);
            unit.variance = (z / m2) * (z / m2) * n / (n - 2) * (sum_squares - sum * sum / (n - 1)) *
                            (m2 - z * z / (n - 1));
        } else {
            unit.expected = -sum / (n - 1);
            unit.variance = sum_squares * (n - b2) / (n - 1) +
                            (sum * sum - sum_squares) * (2 * b2 - n) / ((n - 1) * (n - 2)) -
                            sum * sum / ((n - 1) * (n - 1));
        }
        // A value equal to the mean has Iᵢ = 0 and no conditional variance: nothing to test.
        if (!(unit.variance > 0)) continue;
        unit.defined = true;
        unit.z = (unit.statistic - unit.expected) / std::sqrt(unit.variance);
    }
    judge(units);
    return units;
}

}  // namespace maillage::engine
