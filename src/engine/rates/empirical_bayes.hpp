#pragma once

#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"

namespace maillage::engine {

// Smoothed rates: a small zone's rate is drawn towards the common one, the more so the fewer people it has.
// Marshall (1991, Appl. Stat. 40:283). y cases among n people, r = y/n:
//     b = Σy/Σn,  s² = Σ n(r − b)²/Σn,  a = max(0, s² − b/n̄),  rate = b + (r − b)·a/(a + b/n).
// Rates per person. A zone without people takes b, the limit of the formula at n → 0, and does not count in
// n̄. Refuses cases where nobody lives, and a map without any case.
struct SmoothedRates {
    std::vector<double> rate;
    double mean = 0;      // b
    double variance = 0;  // a, between zones: 0 when the zones differ no more than chance makes them
};
Outcome<SmoothedRates> empirical_bayes(std::span<const double> cases, std::span<const double> people);

// The same towards the rate m of each zone's neighbourhood, itself included:
//     C = Σ_{j∈N(i)} n_j(r_j − m_j)², each neighbour about its own local mean, a = max(0, C/Σn − m/n̄).
// A neighbourhood without any case gives 0.
Outcome<std::vector<double>> local_empirical_bayes(std::span<const double> cases,
                                                   std::span<const double> people,
                                                   const Neighbours& neighbours);

}  // namespace maillage::engine
