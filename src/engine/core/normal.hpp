#pragma once

// The standard normal law, by the error function and its inverse: to a few units in the last place, relative
// to the tail where there is one (p of z = 38 is still a number). The quantile keeps this below one half;
// above, 1 − probability is what a double leaves of it.
namespace maillage::engine {

double normal_cdf(double z);
// P(|Z| ≥ |z|)
double two_sided_normal_p(double z);
// z such that P(Z ≤ z) = probability; probability in (0, 1).
double normal_quantile(double probability);

}  // namespace maillage::engine
