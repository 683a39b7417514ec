#pragma once

#include <optional>
#include <span>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"

namespace maillage::engine {

// Checks that every method makes of its places: as many x as y, at least one, finite, and not degrees where
// metres are needed. Coordinates beyond 10¹² are refused as `overflow`: no plane on Earth has them.
std::optional<Refusal> unusable_places(std::span<const double> x, std::span<const double> y, Plane plane);

// Number of different places; stops counting at `enough`.
std::size_t distinct_places(std::span<const double> x, std::span<const double> y, std::size_t enough);

// An upright rectangle, the window of observation.
struct Rectangle {
    double left = 0, bottom = 0, right = 0, top = 0;

    double width() const { return right - left; }
    double height() const { return top - bottom; }
    double area() const { return width() * height(); }
    double perimeter() const { return 2 * (width() + height()); }
    bool contains(double x, double y) const { return x >= left && x <= right && y >= bottom && y <= top; }
    friend bool operator==(const Rectangle&, const Rectangle&) = default;
};

// `window_invalid` unless both sides are finite and positive.
std::optional<Refusal> unusable_window(const Rectangle& window);
// `index_out_of_range` with the number of the first place outside the window.
std::optional<Refusal> outside_window(std::span<const double> x, std::span<const double> y,
                                      const Rectangle& window);

}  // namespace maillage::engine
