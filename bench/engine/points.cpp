#include "bench/engine/points.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace maillage::bench {
namespace {

// Uniform in [0, 1): the finaliser of splitmix64 (Steele, Lea & Flood 2014) at a counter.
double uniform(std::uint64_t seed, std::uint64_t k) {
    std::uint64_t z = seed + k * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53;
}

}  // namespace

Events events(std::size_t n) {
    constexpr std::uint64_t seed = 20230926, of_spots = 7;
    Events found;
    for (std::uint64_t i = 0; i < n; ++i) {
        const auto u = [&](std::uint64_t j) { return uniform(seed, 8 * i + j); };
        double x = 12000 * u(1), y = 10000 * u(2);
        if (u(0) >= 0.4) {
            const auto spot =
                static_cast<std::uint64_t>(std::clamp(std::floor((u(0) - .4) / .6 * 40), 0.0, 39.0));
            const double r = std::sqrt(-2 * std::log1p(-u(1))) * (60 + 240 * uniform(of_spots, 100 + spot));
            x = 12000 * uniform(of_spots, 2 * spot) + r * std::cos(2 * std::numbers::pi * u(2));
            y = 10000 * uniform(of_spots, 2 * spot + 1) + r * std::sin(2 * std::numbers::pi * u(2));
        }
        found.x.push_back(std::clamp(x, 0.0, 12000.0));
        found.y.push_back(std::clamp(y, 0.0, 10000.0));
        found.days.push_back(std::floor(1096 * u(3)));
    }
    return found;
}

}  // namespace maillage::bench
