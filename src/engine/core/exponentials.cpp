#include "engine/core/exponentials.hpp"

#include <bit>
#include <cstdint>

#include "engine/core/wide.hpp"

namespace maillage::engine {
namespace {

// ln 2 in two parts: n times the first is exact for the n that occur (Cody & Waite 1980).
constexpr double ln2_high = 0x1.62e42fee00000p-1, ln2_low = 0x1.a39ef35793c76p-33;
constexpr double per_ln2 = 0x1.71547652b82fep0;
// Adding it rounds to a whole number, which then stands in the lowest bits.
constexpr double rounder = 0x1.8p52;
constexpr double largest = 708;

inline double exponential(double x) {
    x = x < -largest ? -largest : x > largest ? largest : x;
    const double shifted = x * per_ln2 + rounder, n = shifted - rounder;
    const double r = (x - n * ln2_high) - n * ln2_low;
    double sum = 1.0 / 6227020800;
    sum = sum * r + 1.0 / 479001600;
    sum = sum * r + 1.0 / 39916800;
    sum = sum * r + 1.0 / 3628800;
    sum = sum * r + 1.0 / 362880;
    sum = sum * r + 1.0 / 40320;
    sum = sum * r + 1.0 / 5040;
    sum = sum * r + 1.0 / 720;
    sum = sum * r + 1.0 / 120;
    sum = sum * r + 1.0 / 24;
    sum = sum * r + 1.0 / 6;
    sum = sum * r + 0.5;
    sum = sum * r + 1;
    sum = sum * r + 1;
    const std::uint64_t power = (std::bit_cast<std::uint64_t>(shifted) + 1023) << 52U;
    return sum * std::bit_cast<double>(power);
}

MAILLAGE_WIDE void all(double* values, std::size_t count) {
    for (std::size_t k = 0; k < count; ++k) values[k] = exponential(values[k]);
}

}  // namespace

void exponentials(std::span<double> values) { all(values.data(), values.size()); }

}  // namespace maillage::engine
