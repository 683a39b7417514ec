#include "engine/series/stl.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/series/loess.hpp"

namespace maillage::engine {
namespace {

std::size_t next_odd(double value) {
    const auto whole = static_cast<std::size_t>(std::ceil(value - 1e-9));
    return whole % 2 == 0 ? whole + 1 : whole;
}

Loess smoother(std::size_t span, int degree) {
    return {.span = span, .degree = degree, .jump = (span + 9) / 10};
}

std::vector<double> moving_average(const std::vector<double>& values, std::size_t length) {
    std::vector<double> means(values.size() - length + 1);
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        if (i >= length) sum -= values[i - length];
        if (i + 1 >= length) means[i + 1 - length] = sum / static_cast<double>(length);
    }
    return means;
}

// Each month's own series, smoothed and carried on one year at both ends: length n + 2·period.
std::vector<double> smoothed_cycles(const std::vector<double>& values, std::size_t period,
                                    const Loess& loess) {
    std::vector<double> extended(values.size() + 2 * period);
    for (std::size_t month = 0; month < period; ++month) {
        std::vector<double> years;
        for (std::size_t i = month; i < values.size(); i += period) years.push_back(values[i]);
        const std::size_t count = years.size(), last = count - 1;
        std::vector<double> smooth(count);
        loess_smooth(years, loess, smooth);
        const std::size_t reach = std::min(loess.span, count);
        const double before = loess_at(years, loess, -1, 0, reach - 1).value_or(smooth.front());
        const double after =
            loess_at(years, loess, static_cast<double>(count), count - reach, last).value_or(smooth.back());
        extended[month] = before;
        for (std::size_t year = 0; year < count; ++year) extended[(year + 1) * period + month] = smooth[year];
        extended[(count + 1) * period + month] = after;
    }
    return extended;
}

std::optional<Refusal> refusal_of(std::span<const double> values, std::size_t period) {
    if (values.empty()) return Refusal{Reason::empty};
    if (period < 2) return Refusal{Reason::parameter_out_of_range, static_cast<double>(period), 2};
    if (const auto refused = not_finite(values)) return refused;
    if (values.size() < 3 * period)
        return Refusal{Reason::too_few_events, static_cast<double>(values.size()),
                       static_cast<double>(3 * period)};
    std::vector<double> sorted(values.begin(), values.end());
    const std::size_t middle = sorted.size() / 2;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(middle), sorted.end());
    if (sorted[middle] < 5) return Refusal{Reason::too_few_events, sorted[middle], 5};
    return std::nullopt;
}

}  // namespace

Outcome<Decomposition> stl(std::span<const double> values, std::size_t period) {
    if (const auto refused = refusal_of(values, period)) return std::unexpected(*refused);
    const std::size_t size = values.size(), seasonal_span = 10 * size + 1;
    const Loess cycle = smoother(seasonal_span, 0);
    const Loess drift = smoother(
        next_odd(1.5 * static_cast<double>(period) / (1 - 1.5 / static_cast<double>(seasonal_span))), 1);
    const Loess low_pass = smoother(next_odd(static_cast<double>(period)), 1);
    Decomposition found;
    found.seasonal.resize(size);
    found.trend.assign(size, 0.0);
    std::vector<double> work(size), low(size);
    for (int inner = 0; inner < 2; ++inner) {
        for (std::size_t i = 0; i < size; ++i) work[i] = values[i] - found.trend[i];
        const std::vector<double> cycles = smoothed_cycles(work, period, cycle);
        loess_smooth(moving_average(moving_average(moving_average(cycles, period), period), 3), low_pass,
                     low);
        for (std::size_t i = 0; i < size; ++i) {
            found.seasonal[i] = cycles[period + i] - low[i];
            work[i] = values[i] - found.seasonal[i];
        }
        loess_smooth(work, drift, found.trend);
    }
    std::vector<double> mean(period, 0.0), times(period, 0.0);
    for (std::size_t i = 0; i < size; ++i) {
        mean[i % period] += found.seasonal[i];
        ++times[i % period];
    }
    found.remainder.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        found.seasonal[i] = mean[i % period] / times[i % period];
        found.remainder[i] = values[i] - found.seasonal[i] - found.trend[i];
    }
    return found;
}

}  // namespace maillage::engine
