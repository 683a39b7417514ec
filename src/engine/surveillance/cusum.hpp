#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/surveillance/ears.hpp"

namespace maillage::engine {

// What makes counts of mean m comparable from week to week, z(x); the names are those of R's surveillance.
//   rossi:           (x − 3m + 2√(xm))/(2√m), the most normal for small counts (Rossi et al. 1999)
//   standard:        (x − m)/√m
//   anscombe:        3/2·(x^{2/3} − m^{2/3})/m^{1/6}
//   anscombe2nd:     (x^{2/3} − (m^{2/3} − m^{−1/3}/9))/(2/3·m^{1/6}), the mean to second order (Pierce &
//   Schafer
//                    1986, JASA 81:977)
//                    (the bound is its inverse; R prints another one, m^{1/3} in the place of m^{−1/3})
//   pearson_neg_bin: (x − m)/√(m + αm²), counts whose variance grows with the square of the mean
//   anscombe_neg_bin: (A(x) − A(m))/(m + αm²)^{1/6}, A(x) = ∫₀ˣ (t + αt²)^{−1/3} dt: `anscombe` for such
//   counts
//                    (R reads A from a table, right to three digits, and prints no bound)
//   none:            x
enum class CusumTransform : std::uint8_t {
    rossi,
    standard,
    anscombe,
    anscombe2nd,
    pearson_neg_bin,
    anscombe_neg_bin,
    none
};

// Slow drifts (Rossi, Lampugnani & Marchi 1999, Stat. Med. 18:2111). m = mean of the weeks before `from`,
//     S_t = max(0, S_{t−1} + z(x_t) − k), alarm when S_t ≥ h with enough recent facts, no reset unless asked.
// `upper` is the count that would bring S_t to h, 0 when no count is that small (rossi: the branch that the
// published program prints); of `standard` rounded up, as there.
// Seasonal: m of each week is that of a Poisson regression of the weeks before `from` on one wave a year,
//     log m = a + b·cos(2πt/52) + c·sin(2πt/52).
struct CusumOptions {
    std::size_t from = 0;  // first week judged; the weeks before it give the mean
    double k = 1.04;
    double h = 2.26;
    enum class AfterAlarm : std::uint8_t { keep, reset } after_alarm = AfterAlarm::keep;
    std::optional<double> mean = {};  // m, when it is known otherwise
    enum class Past : std::uint8_t { constant, seasonal } past = Past::constant;
    CusumTransform transform = CusumTransform::rossi;
    double dispersion = 0.1;  // α of pearson_neg_bin and anscombe_neg_bin
    RecentFacts recent = {};
};
Outcome<std::vector<WeeklyAlarm>> cusum(std::span<const double> counts, const CusumOptions& options);
// m of each week judged: one number but for a seasonal past. Refuses as `cusum`.
Outcome<std::vector<double>> cusum_means(std::span<const double> counts, const CusumOptions& options);

}  // namespace maillage::engine
