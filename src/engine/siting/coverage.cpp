#include "engine/siting/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

double haversine(double lon_a, double lat_a, double lon_b, double lat_b, double earth_radius) {
    constexpr double radians = std::numbers::pi / 180;
    const double up = std::sin((lat_a - lat_b) * radians / 2),
                 across = std::sin((lon_a - lon_b) * radians / 2);
    const double h = up * up + std::cos(lat_a * radians) * std::cos(lat_b * radians) * across * across;
    return 2 * earth_radius * std::asin(std::min(1.0, std::sqrt(h)));
}

double distance(const SitingPlaces& p, std::size_t candidate, std::size_t demand) {
    if (p.plane == SitingPlane::longitude_latitude)
        return haversine(p.candidate_x[candidate], p.candidate_y[candidate], p.demand_x[demand],
                         p.demand_y[demand], p.earth_radius);
    return std::hypot(p.candidate_x[candidate] - p.demand_x[demand],
                      p.candidate_y[candidate] - p.demand_y[demand]);
}

std::optional<Refusal> unusable(const SitingPlaces& p) {
    const Plane plane = p.plane == SitingPlane::metres ? Plane::metres : Plane::other_unit;
    if (const auto refused = unusable_places(p.candidate_x, p.candidate_y, plane)) return refused;
    if (const auto refused = unusable_places(p.demand_x, p.demand_y, plane)) return refused;
    if (!(p.radius >= 0 && std::isfinite(p.radius)))
        return Refusal{Reason::parameter_out_of_range, p.radius, 0};
    if (!(p.earth_radius > 0)) return Refusal{Reason::parameter_out_of_range, p.earth_radius, 0};
    if (p.demand_weight.empty()) return std::nullopt;
    if (const auto refused = lengths_differ(p.demand_weight.size(), p.demand_x.size())) return refused;
    return not_counts(p.demand_weight);
}

}  // namespace

Outcome<Coverage> coverage_within(const SitingPlaces& places) {
    if (const auto refused = unusable(places)) return std::unexpected(*refused);
    Coverage found;
    found.weight.assign(places.demand_weight.begin(), places.demand_weight.end());
    if (found.weight.empty()) found.weight.assign(places.demand_x.size(), 1.0);
    // Demand by northing: only a strip of it can be near a candidate. A degree of latitude is the shortest
    // way north on the sphere, so the strip holds all that is within the radius.
    std::vector<std::uint32_t> order(places.demand_y.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return places.demand_y[a] != places.demand_y[b] ? places.demand_y[a] < places.demand_y[b] : a < b;
    });
    const double strip =
        (places.plane == SitingPlane::metres ? places.radius
                                             : places.radius / places.earth_radius * 180 / std::numbers::pi) *
            (1 + 1e-9) +
        1e-9;
    for (std::size_t c = 0; c < places.candidate_x.size(); ++c) {
        auto& covered = found.covered.emplace_back();
        const double y = places.candidate_y[c];
        const auto first =
            std::lower_bound(order.begin(), order.end(), y - strip,
                             [&](std::uint32_t i, double v) { return places.demand_y[i] < v; });
        for (auto at = first; at != order.end() && places.demand_y[*at] <= y + strip; ++at)
            if (distance(places, c, *at) <= places.radius) covered.push_back(*at);
        std::sort(covered.begin(), covered.end());
    }
    return found;
}

Outcome<SitingWithExisting> add_sites(const Coverage& coverage, std::span<const std::uint8_t> existing,
                                      const SitingOptions& options) {
    if (const auto refused = lengths_differ(existing.size(), coverage.covered.size()))
        return std::unexpected(*refused);
    SitingWithExisting found;
    Coverage rest = coverage;
    for (const double w : coverage.weight) found.total += w;
    for (std::size_t c = 0; c < existing.size(); ++c) {
        if (existing[c] == 0) continue;
        for (const std::uint32_t d : coverage.covered[c]) {
            if (d >= rest.weight.size())
                return std::unexpected(Refusal{Reason::index_out_of_range, static_cast<double>(d),
                                               static_cast<double>(rest.weight.size())});
            found.already += rest.weight[d];
            rest.weight[d] = 0;
        }
        rest.covered[c].clear();
    }
    auto added = maximal_covering(rest, options);
    if (!added) return std::unexpected(added.error());
    // Candidates that add nothing may be existing ones: name none of those.
    std::erase_if(added->chosen, [&](std::uint32_t c) { return existing[c] != 0; });
    added->gains.resize(added->chosen.size());
    found.added = std::move(*added);
    return found;
}

double mean_nearest_distance(const SitingPlaces& places, std::span<const std::uint32_t> sites) {
    double sum = 0;
    for (std::size_t d = 0; d < places.demand_x.size(); ++d) {
        double nearest = std::numeric_limits<double>::infinity();
        for (const std::uint32_t c : sites) nearest = std::min(nearest, distance(places, c, d));
        sum += nearest;
    }
    return sum / static_cast<double>(places.demand_x.size());
}

}  // namespace maillage::engine
