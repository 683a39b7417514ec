#include "bench/engine/inputs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

namespace maillage::bench {
namespace {

// Uniform in [0, 1): the finaliser of splitmix64 (Steele, Lea & Flood 2014) at a counter.
double uniform(std::uint64_t seed, std::uint64_t k) {
    std::uint64_t z = seed + k * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53;
}

double to_millimetres(double metres) { return std::round(metres * 1000) / 1000; }

}  // namespace

std::vector<double> Events::days() const {
    std::vector<double> found;
    for (const double m : minutes) found.push_back(m / 1440);
    return found;
}

Events events(std::size_t n) {
    constexpr std::uint64_t seed = 20230926, of_spots = 7;
    Events found;
    for (std::uint64_t i = 0; i < n; ++i) {
        const auto u = [&](std::uint64_t j) { return uniform(seed, 8 * i + j); };
        double x = town.right * u(1), y = town.top * u(2);
        if (u(0) >= 0.4) {
            const auto spot =
                static_cast<std::uint64_t>(std::clamp(std::floor((u(0) - .4) / .6 * 40), 0.0, 39.0));
            const double r = std::sqrt(-2 * std::log1p(-u(1))) * (60 + 240 * uniform(of_spots, 100 + spot));
            x = town.right * uniform(of_spots, 2 * spot) + r * std::cos(2 * std::numbers::pi * u(2));
            y = town.top * uniform(of_spots, 2 * spot + 1) + r * std::sin(2 * std::numbers::pi * u(2));
        }
        found.x.push_back(to_millimetres(std::clamp(x, town.left, town.right)));
        found.y.push_back(to_millimetres(std::clamp(y, town.bottom, town.top)));
        found.minutes.push_back(std::floor(1096 * u(3)) * 1440 + std::floor(1440 * u(4)));
        found.category.push_back(static_cast<std::uint32_t>(10 * u(5) * u(5)));
    }
    return found;
}

std::uint32_t side_of_lattice(std::size_t n) {
    return static_cast<std::uint32_t>(std::sqrt(static_cast<double>(n)));
}

std::vector<double> lattice_counts(std::size_t n) {
    const Events at = events(3 * n);
    const std::uint32_t side = side_of_lattice(n);
    std::vector<double> cells(static_cast<std::size_t>(side) * side, 0.0);
    for (std::size_t i = 0; i < at.x.size(); ++i) {
        const auto column = std::min(side - 1, static_cast<std::uint32_t>(at.x[i] / town.right * side));
        const auto row = std::min(side - 1, static_cast<std::uint32_t>(at.y[i] / town.top * side));
        ++cells[static_cast<std::size_t>(row) * side + column];
    }
    return cells;
}

std::vector<double> weekly_counts() {
    std::vector<double> weeks;
    for (std::uint64_t week = 0; week < 520; ++week) {
        const double season = std::sin(2 * std::numbers::pi * static_cast<double>(week) / 52);
        weeks.push_back(std::floor(20 + 6 * season + 12 * uniform(11, week)));
    }
    return weeks;
}

bool write_input(const char* which, std::size_t n) {
    const std::string_view name = which;
    if (name == "points") {
        const Events at = events(n);
        fmt::print("id,x,y,t,cat\n");
        for (std::size_t i = 0; i < n; ++i)
            fmt::print("{},{:.3f},{:.3f},{:.0f},{}\n", i, at.x[i], at.y[i], at.minutes[i], at.category[i]);
        return true;
    }
    if (name != "cells" && name != "weeks") return false;
    fmt::print("count\n");
    for (const double count : name == "cells" ? lattice_counts(n) : weekly_counts())
        fmt::print("{:.0f}\n", count);
    return true;
}

}  // namespace maillage::bench
