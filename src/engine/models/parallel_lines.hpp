#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// Rows of a regression whose columns are a factor and, perhaps, one time: log μ = a(level) + b·time.
struct FactorRows {
    std::span<const double> counts;
    std::span<const unsigned> level;  // 0 … levels − 1
    unsigned levels = 1;
    std::span<const double> time;     // empty: no slope
    std::span<const double> weights;  // empty: 1 each
};

struct ParallelLinesFit {
    std::vector<double> intercept;           // a of each level; a level without rows has 0
    double slope = 0;                        // b
    std::vector<double> predictor;           // log μ
    std::vector<double> fitted;              // μ
    std::vector<double> leverage;            // hat values h
    std::vector<double> intercept_variance;  // of each a, and of b below, for a dispersion of 1
    double slope_variance = 0;
    double dispersion = 1;  // Pearson's Σw(y−μ)²/μ over the degrees of freedom, not bounded
    std::size_t degrees_of_freedom = 0;
    unsigned iterations = 0;
};

// The quasi-Poisson fit of log_linear.hpp for this design, without a matrix. With a factor, the weighted
// normal equations fall apart (analysis of covariance: Cochran 1957, Biometrics 13:261): with S, T̄ and Z̄ the
// sum of the weights, mean time and mean of the working values within each level,
//     b = Σ ω(t − T̄)(z − Z̄)/Σ ω(t − T̄)²,  a(level) = Z̄ − b·T̄,
//     h = ω(1/S + (t − T̄)²/Σ ω(t − T̄)²),  var a(level) = φ(1/S + T̄²/Σ ω(t − T̄)²),  var b = φ/Σ ω(t − T̄)².
// A step is two passes over the rows and one exponential a row, whatever the number of levels. It ends as
// there: relative change of the deviance below 1e-12, steps halved when the deviance rises. `start`: the
// predictor of an earlier fit of the same rows, or empty.
// Refuses what log_linear.hpp refuses; a level without rows is no column and no refusal.
Outcome<ParallelLinesFit> fit_parallel_lines(const FactorRows& rows, std::span<const double> start = {});

}  // namespace maillage::engine
