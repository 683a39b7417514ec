#include "engine/space/places.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/core/columns.hpp"

namespace maillage::engine {
namespace {

constexpr double largest_coordinate = 1e12;

double largest_absolute(std::span<const double> column) {
    double largest = 0;
    for (const double v : column) largest = std::max(largest, std::abs(v));
    return largest;
}

}  // namespace

std::optional<Refusal> unusable_places(std::span<const double> x, std::span<const double> y, Plane plane) {
    if (x.empty()) return Refusal{Reason::empty};
    if (const auto refused = lengths_differ(y.size(), x.size())) return refused;
    if (const auto refused = not_finite(x)) return refused;
    if (const auto refused = not_finite(y)) return refused;
    const double far_x = largest_absolute(x), far_y = largest_absolute(y);
    if (std::max(far_x, far_y) > largest_coordinate)
        return Refusal{Reason::overflow, std::max(far_x, far_y), largest_coordinate};
    if (plane == Plane::metres && x.size() > 1 && far_x <= 180 && far_y <= 90)
        return Refusal{Reason::looks_like_degrees, std::max(far_x, far_y)};
    return std::nullopt;
}

std::size_t distinct_places(std::span<const double> x, std::span<const double> y, std::size_t enough) {
    std::vector<std::pair<double, double>> seen;
    for (std::size_t i = 0; i < x.size() && seen.size() < enough; ++i)
        if (std::find(seen.begin(), seen.end(), std::pair(x[i], y[i])) == seen.end())
            seen.emplace_back(x[i], y[i]);
    return seen.size();
}

std::optional<Refusal> unusable_window(const Rectangle& window) {
    const double sides[] = {window.width(), window.height()};
    for (const double side : sides)
        if (!(std::isfinite(side) && side > 0)) return Refusal{Reason::window_invalid, side, 0};
    return std::nullopt;
}

std::optional<Refusal> outside_window(std::span<const double> x, std::span<const double> y,
                                      const Rectangle& window) {
    for (std::size_t i = 0; i < x.size(); ++i)
        if (!window.contains(x[i], y[i]))
            return Refusal{Reason::index_out_of_range, static_cast<double>(i), static_cast<double>(x.size())};
    return std::nullopt;
}

}  // namespace maillage::engine
