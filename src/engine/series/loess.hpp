#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace maillage::engine {

// Local regression on the positions 0 … n−1 (Cleveland 1979, JASA 74:829) as STL uses it.
struct Loess {
    std::size_t span = 3;  // number of points that a fit looks at
    int degree = 1;        // 0: weighted mean; 1: weighted line
    std::size_t jump = 1;  // fit at every jump-th position, straight lines between
};

// The fit at `position` (which may lie outside) from values[first … last], tricube weights over the span;
// nothing when no value has weight.
std::optional<double> loess_at(std::span<const double> values, const Loess& loess, double position,
                               std::size_t first, std::size_t last);

// The smooth of all values. `smooth` has their length.
void loess_smooth(std::span<const double> values, const Loess& loess, std::span<double> smooth);

}  // namespace maillage::engine
