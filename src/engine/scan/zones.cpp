#include "engine/scan/zones.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

constexpr double earth_radius = 6367000;
constexpr std::size_t most_members = std::size_t{1} << 27U;
constexpr std::size_t most_units = 100'000;  // every unit meets every other

// Points of space whose straight distances rank like the distances wanted: on the sphere, unit vectors.
struct Positions {
    std::vector<double> x, y, z;
    bool sphere;

    double squared(std::size_t a, std::size_t b) const {
        const double dx = x[a] - x[b], dy = y[a] - y[b], dz = z[a] - z[b];
        return dx * dx + dy * dy + dz * dz;
    }
    double distance(double squared) const {
        const double straight = std::sqrt(squared);
        return sphere ? 2 * earth_radius * std::asin(std::min(1.0, straight / 2)) : straight;
    }
};

Positions positions(std::span<const double> x, std::span<const double> y, ScanCoordinates coordinates) {
    Positions found{{x.begin(), x.end()}, {y.begin(), y.end()}, std::vector<double>(x.size(), 0.0), false};
    if (coordinates == ScanCoordinates::plane) return found;
    found.sphere = true;
    constexpr double radians = std::numbers::pi / 180;
    for (std::size_t i = 0; i < x.size(); ++i) {
        found.x[i] = std::cos(y[i] * radians) * std::cos(x[i] * radians);
        found.y[i] = std::cos(y[i] * radians) * std::sin(x[i] * radians);
        found.z[i] = std::sin(y[i] * radians);
    }
    return found;
}

std::optional<Refusal> unusable(std::span<const double> x, std::span<const double> y,
                                std::span<const double> expected, const ZoneOptions& options) {
    if (const auto refused = unusable_places(x, y, Plane::other_unit)) return refused;
    if (const auto refused = lengths_differ(expected.size(), x.size())) return refused;
    if (const auto refused = not_counts(expected)) return refused;
    if (x.size() > most_units) return Refusal{Reason::overflow, static_cast<double>(x.size()), most_units};
    if (!(options.largest_share > 0 && options.largest_share <= 1))
        return Refusal{Reason::parameter_out_of_range, options.largest_share, 1};
    if (!(options.largest_radius >= 0))
        return Refusal{Reason::parameter_out_of_range, options.largest_radius, 0};
    if (options.coordinates == ScanCoordinates::longitude_latitude)
        for (std::size_t i = 0; i < x.size(); ++i)
            if (std::abs(x[i]) > 360 || std::abs(y[i]) > 90)
                return Refusal{Reason::parameter_out_of_range, std::max(std::abs(x[i]), std::abs(y[i])), 90};
    return std::nullopt;
}

}  // namespace

Outcome<Zones> zones_around_units(std::span<const double> x, std::span<const double> y,
                                  std::span<const double> expected, const ZoneOptions& options) {
    if (const auto refused = unusable(x, y, expected, options)) return std::unexpected(*refused);
    const double total = std::accumulate(expected.begin(), expected.end(), 0.0);
    if (!(total > 0)) return std::unexpected(Refusal{Reason::zero_population, 0});
    // A share reached exactly is within it, whatever the rounding of the sum.
    const double most = options.largest_share * total * (1 + 1e-12);
    const Positions at = positions(x, y, options.coordinates);
    Zones zones;
    struct Near {
        double squared;
        std::uint32_t unit;
    };
    std::vector<Near> near;
    for (std::size_t centre = 0; centre < x.size(); ++centre) {
        near.clear();
        for (std::uint32_t unit = 0; unit < x.size(); ++unit) {
            const double squared = at.squared(centre, unit);
            if (options.largest_radius > 0 && at.distance(squared) > options.largest_radius) continue;
            near.push_back({squared, unit});
        }
        std::sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
            return a.squared != b.squared ? a.squared < b.squared : a.unit < b.unit;
        });
        double sum = 0;
        for (const Near& next : near) {
            sum += expected[next.unit];
            if (sum > most) break;
            zones.members.push_back(next.unit);
            zones.distance.push_back(at.distance(next.squared));
        }
        zones.start.push_back(zones.members.size());
        if (zones.members.size() > most_members)
            return std::unexpected(
                Refusal{Reason::overflow, static_cast<double>(zones.members.size()), most_members});
    }
    return zones;
}

}  // namespace maillage::engine
