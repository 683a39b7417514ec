#include "engine/series/loess.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace maillage::engine {
namespace {

double tricube(double distance, double reach) {
    if (distance > 0.999 * reach) return 0;
    if (distance <= 0.001 * reach) return 1;
    const double share = distance / reach, rest = 1 - share * share * share;
    return rest * rest * rest;
}

// The window of `span` positions around each position, shifted inwards at the ends.
std::size_t window_start(std::size_t position, std::size_t span, std::size_t size) {
    if (span >= size) return 0;
    const std::size_t half = (span - 1) / 2;
    return std::min(position > half ? position - half : 0, size - span);
}

}  // namespace

std::optional<double> loess_at(std::span<const double> values, const Loess& loess, double position,
                               std::size_t first, std::size_t last) {
    double reach = std::max(position - static_cast<double>(first), static_cast<double>(last) - position);
    if (loess.span > values.size()) reach += static_cast<double>((loess.span - values.size()) / 2);
    std::vector<double> weight(last - first + 1);
    double total = 0;
    for (std::size_t j = first; j <= last; ++j) {
        weight[j - first] = tricube(std::abs(static_cast<double>(j) - position), reach);
        total += weight[j - first];
    }
    if (total <= 0) return std::nullopt;
    double centre = 0, spread = 0;
    for (std::size_t j = first; j <= last; ++j) {
        weight[j - first] /= total;
        centre += weight[j - first] * static_cast<double>(j);
    }
    for (std::size_t j = first; j <= last; ++j)
        spread += weight[j - first] * (static_cast<double>(j) - centre) * (static_cast<double>(j) - centre);
    // A window whose points all but coincide determines no slope.
    const bool sloped =
        loess.degree > 0 && reach > 0 && std::sqrt(spread) > 0.001 * static_cast<double>(values.size() - 1);
    const double slope = sloped ? (position - centre) / spread : 0;
    double fit = 0;
    for (std::size_t j = first; j <= last; ++j)
        fit += weight[j - first] * (slope * (static_cast<double>(j) - centre) + 1) * values[j];
    return fit;
}

void loess_smooth(std::span<const double> values, const Loess& loess, std::span<double> smooth) {
    const std::size_t size = values.size();
    if (size < 2) {
        std::copy(values.begin(), values.end(), smooth.begin());
        return;
    }
    const std::size_t jump = std::min(loess.jump, size - 1);
    const auto fit_at = [&](std::size_t i) {
        const std::size_t first = window_start(i, loess.span, size);
        const std::size_t last = std::min(first + loess.span, size) - 1;
        smooth[i] = loess_at(values, loess, static_cast<double>(i), first, last).value_or(values[i]);
    };
    const auto join = [&](std::size_t from, std::size_t to) {
        const double step = (smooth[to] - smooth[from]) / static_cast<double>(to - from);
        for (std::size_t j = from + 1; j < to; ++j)
            smooth[j] = smooth[from] + step * static_cast<double>(j - from);
    };
    std::size_t fitted = 0;
    fit_at(0);
    for (; fitted + jump < size; fitted += jump) {
        fit_at(fitted + jump);
        join(fitted, fitted + jump);
    }
    if (fitted + 1 == size) return;
    fit_at(size - 1);
    join(fitted, size - 1);
}

}  // namespace maillage::engine
