#pragma once

namespace maillage::engine {

// A(x) = ∫₀ˣ (t + αt²)^{−1/3} dt, which steadies the spread of counts x ≥ 0 whose variance is m + αm², α ≥ 0,
// and makes them nearly symmetric (Anscombe 1953, J. R. Stat. Soc. B 15:229). With t = r³ the integrand has
// no pole: A = 3 ∫ r (1 + αr³)^{−1/3} dr, by Gauss–Legendre rules of 15 points on pieces that double in
// length. Relative error below 10⁻¹³.
double stable_neg_bin(double x, double dispersion);
// The x whose A is that; 0 for what is negative.
double count_of_stable_neg_bin(double stable, double dispersion);

}  // namespace maillage::engine
