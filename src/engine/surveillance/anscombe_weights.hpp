#pragma once

#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/models/log_linear.hpp"
#include "engine/models/parallel_lines.hpp"

namespace maillage::engine {

struct ReweightedFit {
    LogLinearFit fit;
    double dispersion = 1;  // max(1, Pearson's)
};

// A past outbreak must not raise the bound of today. Two fits: the first finds the weeks that stand out by
// their standardised Anscombe residual (Davison & Snell 1991)
//     s = 3/2·(y^{2/3} μ^{−1/6} − μ^{1/2}) / √(φ(1 − h)),  φ = max(1, Pearson's),
// the second gives them the weight γ s⁻² where s > threshold and γ elsewhere, Σ weights = n (Farrington et
// al. 1996, J. R. Stat. Soc. A 159:547, § 3.4; threshold 1 there, 2.58 in Noufaily et al. 2013).
Outcome<ReweightedFit> fit_reweighted(std::span<const double> counts, const DesignMatrix& design,
                                      double threshold);

// The same with a factor and time: the second fit begins where the first ended.
struct ReweightedLines {
    ParallelLinesFit fit;
    double dispersion = 1;
};
Outcome<ReweightedLines> fit_reweighted(const FactorRows& rows, double threshold);

}  // namespace maillage::engine
