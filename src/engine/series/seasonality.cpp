#include "engine/series/seasonality.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "engine/core/columns.hpp"
#include "engine/rates/binomial.hpp"

namespace maillage::engine {
namespace {

std::vector<double> centred_average(std::span<const double> values, std::size_t period) {
    std::vector<double> trend(values.size(), std::numeric_limits<double>::quiet_NaN());
    const std::size_t half = period / 2;
    const double end = period % 2 == 0 ? 0.5 : 1.0;
    for (std::size_t i = half; i + half < values.size(); ++i) {
        double sum = end * (values[i - half] + values[i + half]);
        for (std::size_t j = i - half + 1; j < i + half; ++j) sum += values[j];
        trend[i] = sum / static_cast<double>(period);
    }
    return trend;
}

}  // namespace

Outcome<ClassicalDecomposition> classical_decomposition(std::span<const double> values, Seasons seasons,
                                                        std::size_t period) {
    if (period < 2)
        return std::unexpected(Refusal{Reason::parameter_out_of_range, static_cast<double>(period), 2});
    if (const auto refused = not_finite(values)) return std::unexpected(*refused);
    if (values.size() < 2 * period)
        return std::unexpected(Refusal{Reason::too_few_events, static_cast<double>(values.size()),
                                       static_cast<double>(2 * period)});
    if (seasons == Seasons::multiplicative)
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i] <= 0) return std::unexpected(Refusal{Reason::zero_cell, static_cast<double>(i)});
    ClassicalDecomposition found{.figure = std::vector<double>(period, 0.0),
                                 .trend = centred_average(values, period)};
    std::vector<double> times(period, 0.0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(found.trend[i])) continue;
        found.figure[i % period] +=
            seasons == Seasons::additive ? values[i] - found.trend[i] : values[i] / found.trend[i];
        ++times[i % period];
    }
    double mean = 0;
    for (std::size_t month = 0; month < period; ++month) {
        found.figure[month] /= times[month];
        mean += found.figure[month] / static_cast<double>(period);
    }
    for (double& figure : found.figure) figure = seasons == Seasons::additive ? figure - mean : figure / mean;
    return found;
}

Outcome<std::vector<SeasonalIndex>> seasonality_index(std::span<const std::uint32_t> counts,
                                                      std::size_t period, double level) {
    if (counts.empty()) return std::unexpected(Refusal{Reason::empty});
    if (period < 2 || counts.size() < period)
        return std::unexpected(Refusal{Reason::too_few_events, static_cast<double>(counts.size()),
                                       static_cast<double>(period < 2 ? 2 : period)});
    std::vector<SeasonalIndex> months(period);
    std::vector<double> times(period, 0.0);
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        months[i % period].count += counts[i];
        ++times[i % period];
        total += counts[i];
    }
    if (total == 0) return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    for (std::size_t month = 0; month < period; ++month) {
        SeasonalIndex& found = months[month];
        const auto share = clopper_pearson(found.count, total, level);
        if (!share) return std::unexpected(share.error());
        const double scale = static_cast<double>(counts.size()) / times[month];
        found.index = static_cast<double>(found.count) / static_cast<double>(total) * scale;
        found.interval = {.low = share->low * scale, .high = share->high * scale};
    }
    return months;
}

}  // namespace maillage::engine
