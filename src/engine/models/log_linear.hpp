#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// The columns of a regression, column by column.
class DesignMatrix {
 public:
    DesignMatrix(std::size_t rows, std::size_t columns) : rows_(rows), values_(rows * columns) {}
    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return rows_ == 0 ? 0 : values_.size() / rows_; }
    double& at(std::size_t row, std::size_t column) { return values_[column * rows_ + row]; }
    double at(std::size_t row, std::size_t column) const { return values_[column * rows_ + row]; }
    std::span<const double> values() const { return values_; }

 private:
    std::size_t rows_;
    std::vector<double> values_;
};

struct LogLinearFit {
    std::vector<double> coefficients;
    std::vector<double> covariance;  // (XᵀWX)⁻¹, row by row: times the dispersion for standard errors
    std::vector<double> fitted;      // μ
    std::vector<double> leverage;    // hat values h
    double dispersion = 1;           // Pearson's Σw(y−μ)²/μ over the degrees of freedom, not bounded
    double deviance = 0;
    std::size_t degrees_of_freedom = 0;
    unsigned iterations = 0;

    double covariance_of(std::size_t i, std::size_t j) const {
        return covariance[i * coefficients.size() + j];
    }
};

// Quasi-Poisson regression with log link, log μ = Xβ, variance φμ/w (McCullagh & Nelder 1989, Generalized
// Linear Models, ch. 2 and 9), by iteratively reweighted least squares to a relative change of the deviance
// below 1e-12. `weights` empty = all 1; a row of weight 0 would count in no sum: leave it out.
// A factor level whose counts are all 0 has no finite coefficient: it stops where the deviance no longer
// moves, with μ below 1e-12, as everywhere else.
// Refuses lengths that differ, negative or not finite values, counts that are all 0, no more rows than
// columns, columns that determine each other (collinear), and 100 iterations without convergence.
Outcome<LogLinearFit> fit_log_linear(std::span<const double> counts, const DesignMatrix& design,
                                     std::span<const double> weights = {});

// Σ over i, j of row_i·covariance·row_j: times φ, the variance of the linear predictor of a new row.
double quadratic_form(const LogLinearFit& fit, std::span<const double> row);

}  // namespace maillage::engine
