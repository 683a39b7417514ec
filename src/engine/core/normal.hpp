#pragma once

// The standard normal law.
namespace maillage::engine {

double normal_cdf(double z);
// P(|Z| ≥ |z|)
double two_sided_normal_p(double z);
// z such that P(Z ≤ z) = probability; probability in (0, 1).
double normal_quantile(double probability);

}  // namespace maillage::engine
