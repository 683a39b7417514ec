#pragma once

// Tails and quantiles of the Poisson and the negative binomial law, by the incomplete Gamma and Beta
// functions (relative error of a few 1e-15). Counts are whole numbers ≥ 0 held in doubles.
namespace maillage::engine {

// P(X ≤ count), P(X ≥ count) and the smallest x with P(X ≤ x) ≥ probability, X ~ Poisson(mean), mean ≥ 0.
double poisson_at_most(double count, double mean);
double poisson_at_least(double count, double mean);
double poisson_quantile(double probability, double mean);

// Over-dispersed counts: mean μ, variance φμ with φ > 1 is the negative binomial law of size μ/(φ−1) and
// probability 1/φ; φ ≤ 1 is taken for the Poisson law.
struct DispersedLaw {
    double mean = 0;
    double dispersion = 1;
};
double dispersed_at_most(double count, DispersedLaw law);
double dispersed_at_least(double count, DispersedLaw law);
double dispersed_quantile(double probability, DispersedLaw law);

}  // namespace maillage::engine
