#pragma once

#include <vector>

namespace maillage::engine {

// Log likelihood ratios of a zone against the rest, high rates only: 0 unless c ≥ 2 and c is more than
// expected (Kulldorff 1997). 0·ln 0 = 0.

// Poisson and space-time permutation: c cases where μ are expected, C in all, Σμ = C.
//     c ln(c/μ) + (C − c) ln((C − c)/(C − μ))
double poisson_llr(double cases, double expected, double total);

// Bernoulli: c of the zone's n people are cases, C of N in all.
struct BernoulliZone {
    double cases, people;
};
double bernoulli_llr(BernoulliZone zone, double total_cases, double total_people);

// The largest μ at which poisson_llr(c, μ, total) ≥ level; 0 when none does. It falls with μ below c: halved
// intervals, to 1e-12 relative.
double largest_expected(double cases, double level, double total);

}  // namespace maillage::engine
