#include "engine/surveillance/anscombe_weights.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace maillage::engine {
namespace {

// Of either kind of fit.
template <class Fit>
std::vector<double> weights_of(std::span<const double> counts, const Fit& fit, double threshold) {
    const double dispersion = std::max(1.0, fit.dispersion);
    std::vector<double> weights(counts.size());
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double root = std::cbrt(counts[i]), mean = fit.fitted[i];
        // A leverage of 1 leaves no residual: the week is its own prediction.
        const double freedom = std::max(1 - fit.leverage[i], 1e-12);
        const double residual = 1.5 * (root * root / std::sqrt(std::cbrt(mean)) - std::sqrt(mean)) /
                                std::sqrt(dispersion * freedom);
        weights[i] = residual > threshold ? 1 / (residual * residual) : 1;
        sum += weights[i];
    }
    for (double& weight : weights) weight *= static_cast<double>(counts.size()) / sum;
    return weights;
}

}  // namespace

Outcome<ReweightedFit> fit_reweighted(std::span<const double> counts, const DesignMatrix& design,
                                      double threshold) {
    const auto first = fit_log_linear(counts, design);
    if (!first) return std::unexpected(first.error());
    auto second = fit_log_linear(counts, design, weights_of(counts, *first, threshold));
    if (!second) return std::unexpected(second.error());
    const double dispersion = std::max(1.0, second->dispersion);
    return ReweightedFit{.fit = *std::move(second), .dispersion = dispersion};
}

Outcome<ReweightedLines> fit_reweighted(const FactorRows& rows, double threshold) {
    const auto first = fit_parallel_lines(rows);
    if (!first) return std::unexpected(first.error());
    const auto weights = weights_of(rows.counts, *first, threshold);
    FactorRows weighted = rows;
    weighted.weights = weights;
    auto second = fit_parallel_lines(weighted, first->predictor);
    if (!second) return std::unexpected(second.error());
    const double dispersion = std::max(1.0, second->dispersion);
    return ReweightedLines{.fit = *std::move(second), .dispersion = dispersion};
}

}  // namespace maillage::engine
