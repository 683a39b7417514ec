#include "engine/models/log_linear.hpp"

#include <algorithm>
#include <cmath>
#include <eigen3/Eigen/Cholesky>
#include <eigen3/Eigen/Core>
#include <optional>

#include "engine/core/columns.hpp"

namespace maillage::engine {
namespace {

constexpr unsigned most_iterations = 100;
constexpr double largest_predictor = 700;  // e^±700 is still a double

using Columns = Eigen::Map<const Eigen::MatrixXd>;
using Values = Eigen::ArrayXd;

Eigen::Map<const Values> values_of(std::span<const double> column) {
    return {column.data(), static_cast<Eigen::Index>(column.size())};
}

struct Normal {
    Eigen::LLT<Eigen::MatrixXd> factor;  // of the matrix scaled to a unit diagonal
    Eigen::VectorXd scale;               // 1/√diagonal

    Eigen::VectorXd solve(const Eigen::VectorXd& right) const {
        return scale.cwiseProduct(factor.solve(scale.cwiseProduct(right)));
    }
    Eigen::MatrixXd inverse() const {
        const Eigen::Index size = scale.size();
        return scale.asDiagonal() * factor.solve(Eigen::MatrixXd::Identity(size, size)) * scale.asDiagonal();
    }
};

// XᵀWX is scaled to a unit diagonal first: columns then weigh alike whatever their unit, and a pivot near 0
// means that a column is a combination of the others, not that its unit is large.
std::optional<Normal> normal_equations(const Columns& x, const Values& weight) {
    const Eigen::MatrixXd product = x.transpose() * weight.matrix().asDiagonal() * x;
    Normal normal{.scale = product.diagonal().cwiseSqrt().cwiseInverse()};
    if (!normal.scale.allFinite()) return std::nullopt;
    normal.factor.compute(normal.scale.asDiagonal() * product * normal.scale.asDiagonal());
    if (normal.factor.info() != Eigen::Success) return std::nullopt;
    const Eigen::MatrixXd lower = normal.factor.matrixL();
    if (lower.diagonal().minCoeff() < 1e-6) return std::nullopt;
    return normal;
}

double deviance_of(const Values& counts, const Values& fitted, const Values& weights) {
    double sum = 0;
    for (Eigen::Index i = 0; i < counts.size(); ++i) {
        const double likely = counts[i] > 0 ? counts[i] * std::log(counts[i] / fitted[i]) : 0;
        sum += weights[i] * (likely - (counts[i] - fitted[i]));
    }
    return 2 * sum;
}

std::optional<Refusal> refusal_of(std::span<const double> counts, const DesignMatrix& design,
                                  std::span<const double> weights) {
    if (counts.empty()) return Refusal{Reason::empty};
    if (const auto refused = lengths_differ(design.rows(), counts.size())) return refused;
    if (!weights.empty())
        if (const auto refused = lengths_differ(weights.size(), counts.size())) return refused;
    if (const auto refused = not_counts(counts)) return refused;
    if (const auto refused = not_counts(weights)) return refused;
    if (const auto refused = not_finite(design.values())) return refused;
    if (counts.size() <= design.columns() || design.columns() == 0)
        return Refusal{Reason::too_few_events, static_cast<double>(counts.size()),
                       static_cast<double>(design.columns() + 1)};
    if (std::all_of(counts.begin(), counts.end(), [](double count) { return count == 0; }))
        return Refusal{Reason::too_few_events, 0, 1};
    return std::nullopt;
}

LogLinearFit described(const Columns& x, const Values& counts, const Values& weights, const Values& fitted,
                       const Eigen::VectorXd& beta, const Normal& normal) {
    LogLinearFit fit;
    const Eigen::MatrixXd inverse = normal.inverse();
    fit.coefficients.assign(beta.begin(), beta.end());
    for (Eigen::Index i = 0; i < inverse.rows(); ++i)
        for (Eigen::Index j = 0; j < inverse.cols(); ++j) fit.covariance.push_back(inverse(i, j));
    fit.fitted.assign(fitted.begin(), fitted.end());
    const Eigen::MatrixXd spread = x * inverse;
    double pearson = 0;
    for (Eigen::Index i = 0; i < counts.size(); ++i) {
        fit.leverage.push_back(weights[i] * fitted[i] * spread.row(i).dot(x.row(i)));
        pearson += weights[i] * (counts[i] - fitted[i]) * (counts[i] - fitted[i]) / fitted[i];
    }
    fit.degrees_of_freedom = static_cast<std::size_t>(x.rows() - x.cols());
    fit.dispersion = pearson / static_cast<double>(fit.degrees_of_freedom);
    return fit;
}

}  // namespace

Outcome<LogLinearFit> fit_log_linear(std::span<const double> counts, const DesignMatrix& design,
                                     std::span<const double> weights) {
    if (const auto refused = refusal_of(counts, design, weights)) return std::unexpected(*refused);
    const auto rows = static_cast<Eigen::Index>(design.rows());
    const Columns x(design.values().data(), rows, static_cast<Eigen::Index>(design.columns()));
    const Values y = values_of(counts);
    const Values w = weights.empty() ? Values::Ones(rows).eval() : Values(values_of(weights));
    Values fitted = y + 0.1;
    Eigen::VectorXd beta;
    double deviance = deviance_of(y, fitted, w);
    for (unsigned iteration = 1; iteration <= most_iterations; ++iteration) {
        const Values weight = w * fitted;
        const auto normal = normal_equations(x, weight);
        if (!normal) return std::unexpected(Refusal{Reason::collinear, static_cast<double>(iteration)});
        const Values working = fitted.log() + (y - fitted) / fitted;
        const Eigen::VectorXd proposed = normal->solve(x.transpose() * (weight * working).matrix());
        const double before = deviance;
        // A step too long for the curvature is halved until the deviance no longer rises.
        Eigen::VectorXd next = proposed;
        for (int halving = 0; halving < 20; ++halving) {
            fitted = (x * next).array().max(-largest_predictor).min(largest_predictor).exp();
            deviance = deviance_of(y, fitted, w);
            if (beta.size() == 0 || deviance <= before + 1e-10 * (std::abs(before) + 0.1)) break;
            next = 0.5 * (next + beta);
        }
        beta = next;
        if (std::abs(deviance - before) >= 1e-12 * (std::abs(deviance) + 0.1) || iteration == 1) continue;
        const auto last = normal_equations(x, w * fitted);
        if (!last) return std::unexpected(Refusal{Reason::collinear, static_cast<double>(iteration)});
        LogLinearFit fit = described(x, y, w, fitted, beta, *last);
        fit.deviance = deviance;
        fit.iterations = iteration;
        return fit;
    }
    return std::unexpected(Refusal{Reason::did_not_converge, most_iterations});
}

double quadratic_form(const LogLinearFit& fit, std::span<const double> row) {
    double sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
        for (std::size_t j = 0; j < row.size(); ++j) sum += row[i] * row[j] * fit.covariance_of(i, j);
    return sum;
}

}  // namespace maillage::engine
