#include "engine/siting/view_shed.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "engine/core/columns.hpp"

namespace maillage::engine {
namespace {

constexpr double pi = std::numbers::pi;

// A wall seen from the origin, counter-clockwise from angle `from` to `to`, less than half a turn.
struct Arc {
    double ax, ay, bx, by, from, to;

    // Distance to the wall's line along the ray; the wall is under the ray.
    double distance(double angle) const {
        const double c = std::cos(angle), s = std::sin(angle), dx = bx - ax, dy = by - ay;
        const double across = c * dy - s * dx;
        return across == 0 ? std::min(std::hypot(ax, ay), std::hypot(bx, by)) : (ax * dy - ay * dx) / across;
    }
};

// The part of a wall inside the circle of the range, about the view point.
std::optional<Wall> within_range(Wall wall, const ViewPoint& from) {
    const double ax = wall.ax - from.x, ay = wall.ay - from.y;
    const double dx = wall.bx - wall.ax, dy = wall.by - wall.ay, length2 = dx * dx + dy * dy;
    if (length2 == 0) return std::nullopt;
    const double b = ax * dx + ay * dy, c = ax * ax + ay * ay - from.range * from.range;
    const double root2 = b * b - length2 * c;
    if (root2 <= 0) return std::nullopt;
    const double root = std::sqrt(root2);
    const double first = std::max(0.0, (-b - root) / length2), last = std::min(1.0, (-b + root) / length2);
    if (first >= last) return std::nullopt;
    return Wall{ax + first * dx, ay + first * dy, ax + last * dx, ay + last * dy};
}

// Walls end to end with the ray of angle π are split there, so that every arc rises.
void add_arc(std::vector<Arc>& arcs, Wall w) {
    if (w.ax * w.by - w.ay * w.bx < 0) {
        std::swap(w.ax, w.bx);
        std::swap(w.ay, w.by);
    }
    const double from = std::atan2(w.ay, w.ax), to = std::atan2(w.by, w.bx);
    if (from == to) return;  // seen edge on: it hides nothing
    if (from < to) {
        arcs.push_back({w.ax, w.ay, w.bx, w.by, from, to});
        return;
    }
    arcs.push_back({w.ax, w.ay, w.bx, w.by, from, pi});
    arcs.push_back({w.ax, w.ay, w.bx, w.by, -pi, to});
}

double triangle_or_arc(const ViewSector& s, double range) {
    const double turn = s.to_angle - s.from_angle;
    return s.wall ? s.from_distance * s.to_distance * std::sin(turn) / 2 : range * range * turn / 2;
}

std::optional<Refusal> unusable(const ViewPoint& from, std::span<const Wall> walls) {
    const double place[] = {from.x, from.y};
    if (const auto refused = not_finite(place)) return refused;
    if (!(from.range > 0 && std::isfinite(from.range)))
        return Refusal{Reason::parameter_out_of_range, from.range, 0};
    for (std::size_t i = 0; i < walls.size(); ++i) {
        const double ends[] = {walls[i].ax, walls[i].ay, walls[i].bx, walls[i].by};
        if (not_finite(ends)) return Refusal{Reason::not_finite, static_cast<double>(i)};
        const double ax = ends[0] - from.x, ay = ends[1] - from.y, bx = ends[2] - from.x,
                     by = ends[3] - from.y;
        const double reach = std::hypot(ax, ay) + std::hypot(bx, by);
        if (reach <= std::hypot(bx - ax, by - ay) * (1 + 1e-12))
            return Refusal{Reason::all_identical, static_cast<double>(i)};
    }
    return std::nullopt;
}

}  // namespace

Outcome<ViewShed> view_shed(const ViewPoint& from, std::span<const Wall> walls) {
    if (const auto refused = unusable(from, walls)) return std::unexpected(*refused);
    std::vector<Arc> arcs;
    for (const Wall& wall : walls)
        if (const auto part = within_range(wall, from)) add_arc(arcs, *part);
    std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.from < b.from; });
    std::vector<double> angles{-pi, pi};
    for (const Arc& arc : arcs) {
        angles.push_back(arc.from);
        angles.push_back(arc.to);
    }
    std::sort(angles.begin(), angles.end());
    angles.erase(std::unique(angles.begin(), angles.end()), angles.end());

    ViewShed shed;
    std::vector<std::uint32_t> under;  // arcs under the ray
    std::size_t next = 0;
    for (std::size_t k = 0; k + 1 < angles.size(); ++k) {
        const double begin = angles[k], end = angles[k + 1], middle = begin + (end - begin) / 2;
        std::erase_if(under, [&](std::uint32_t arc) { return arcs[arc].to <= begin; });
        while (next < arcs.size() && arcs[next].from <= begin)
            under.push_back(static_cast<std::uint32_t>(next++));
        double nearest = from.range;
        const Arc* hiding = nullptr;
        for (const std::uint32_t arc : under)
            if (const double d = arcs[arc].distance(middle); d < nearest) {
                nearest = d;
                hiding = &arcs[arc];
            }
        ViewSector sector{.from_angle = begin,
                          .to_angle = end,
                          .from_distance = from.range,
                          .to_distance = from.range,
                          .wall = hiding != nullptr};
        if (hiding != nullptr) {
            sector.from_distance = std::min(from.range, hiding->distance(begin));
            sector.to_distance = std::min(from.range, hiding->distance(end));
        }
        shed.area += triangle_or_arc(sector, from.range);
        shed.sectors.push_back(sector);
    }
    return shed;
}

bool ViewShed::sees(const ViewPoint& from, double x, double y) const {
    constexpr double tolerance = 1e-3;
    const double dx = x - from.x, dy = y - from.y, distance = std::hypot(dx, dy);
    const double angle = std::atan2(dy, dx);
    const auto after = std::upper_bound(sectors.begin(), sectors.end(), angle,
                                        [](double a, const ViewSector& s) { return a < s.from_angle; });
    const ViewSector& s = after == sectors.begin() ? sectors.front() : *std::prev(after);
    if (!s.wall) return distance <= s.from_distance + tolerance;
    // The wall between its two seen ends, met by the ray of the target.
    const Arc wall{s.from_distance * std::cos(s.from_angle),
                   s.from_distance * std::sin(s.from_angle),
                   s.to_distance * std::cos(s.to_angle),
                   s.to_distance * std::sin(s.to_angle),
                   s.from_angle,
                   s.to_angle};
    return distance <= wall.distance(angle) + tolerance;
}

Outcome<Redundancy> redundancy(std::span<const ViewPoint> from, std::span<const Wall> walls,
                               const Targets& targets) {
    if (targets.x.empty() || from.empty()) return std::unexpected(Refusal{Reason::empty});
    if (const auto refused = lengths_differ(targets.y.size(), targets.x.size()))
        return std::unexpected(*refused);
    for (const auto column : {targets.x, targets.y})
        if (const auto refused = not_finite(column)) return std::unexpected(*refused);
    if (!targets.weight.empty()) {
        if (const auto refused = lengths_differ(targets.weight.size(), targets.x.size()))
            return std::unexpected(*refused);
        if (const auto refused = not_counts(targets.weight)) return std::unexpected(*refused);
    }
    Redundancy found{.seen_by = std::vector<std::uint32_t>(targets.x.size(), 0)};
    for (const ViewPoint& point : from) {
        const auto shed = view_shed(point, walls);
        if (!shed) return std::unexpected(shed.error());
        for (std::size_t i = 0; i < targets.x.size(); ++i)
            found.seen_by[i] += shed->sees(point, targets.x[i], targets.y[i]);
    }
    double total = 0;
    for (std::size_t i = 0; i < targets.x.size(); ++i) {
        const double weight = targets.weight.empty() ? 1 : targets.weight[i];
        total += weight;
        if (found.seen_by[i] >= 1) found.seen += weight;
        if (found.seen_by[i] >= 2) found.twice += weight;
    }
    if (!(total > 0)) return std::unexpected(Refusal{Reason::zero_population, 0});
    found.seen /= total;
    found.twice /= total;
    return found;
}

}  // namespace maillage::engine
