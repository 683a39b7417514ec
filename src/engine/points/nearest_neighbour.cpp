#include "engine/points/nearest_neighbour.hpp"

#include <cmath>
#include <numbers>

#include "engine/core/normal.hpp"

namespace maillage::engine {

Outcome<NearestNeighbourIndex> nearest_neighbour_index(std::span<const double> x, std::span<const double> y,
                                                       const Rectangle& window, Plane plane,
                                                       const foundation::Executor& run) {
    if (const auto refused = unusable_places(x, y, plane)) return std::unexpected(*refused);
    if (const auto refused = unusable_window(window)) return std::unexpected(*refused);
    if (const auto refused = outside_window(x, y, window)) return std::unexpected(*refused);
    if (const std::size_t places = distinct_places(x, y, 3); places < 3)
        return std::unexpected(Refusal{Reason::fewer_than_3_distinct_places, static_cast<double>(places), 3});
    NearestNeighbourIndex found{.used = x.size()};
    for (const double d : nearest_distances(x, y, run)) found.mean_distance += d;
    const auto n = static_cast<double>(x.size());
    found.mean_distance /= n;
    found.expected = std::sqrt(window.area() / n) / 2;
    found.index = found.mean_distance / found.expected;
    const double error = std::sqrt((4 - std::numbers::pi) * window.area() / (4 * std::numbers::pi)) / n;
    found.z = (found.mean_distance - found.expected) / error;
    found.p = two_sided_normal_p(found.z);
    found.donnelly_expected = found.expected + (0.0514 + 0.0412 / std::sqrt(n)) * window.perimeter() / n;
    found.donnelly_index = found.mean_distance / found.donnelly_expected;
    return found;
}

}  // namespace maillage::engine
