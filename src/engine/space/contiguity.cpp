#include "engine/space/contiguity.hpp"

#include <algorithm>
#include <cmath>
#include <compare>
#include <optional>
#include <vector>

#include "engine/core/columns.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t most_pairs = std::size_t{1} << 27U;

struct Corner {
    std::int64_t x = 0, y = 0;
    friend auto operator<=>(const Corner&, const Corner&) = default;
};

// A corner, or a side with its ends in order, and the zone that has it.
struct Shared {
    Corner first, second;
    std::uint32_t zone = 0;
    friend auto operator<=>(const Shared&, const Shared&) = default;
};

std::optional<Refusal> unusable(const Outlines& outlines, std::uint32_t zones, double precision) {
    if (const auto refused = unusable_places(outlines.x, outlines.y, Plane::other_unit)) return refused;
    for (const auto column : {outlines.zone, outlines.ring})
        if (const auto refused = lengths_differ(column.size(), outlines.x.size())) return refused;
    if (!(precision > 0 && std::isfinite(precision)))
        return Refusal{Reason::parameter_out_of_range, precision, 0};
    for (const auto column : {outlines.x, outlines.y})
        for (const double v : column)
            if (std::abs(v) / precision > 9e15) return Refusal{Reason::overflow, v, 9e15 * precision};
    for (const std::uint32_t zone : outlines.zone)
        if (zone >= zones)
            return Refusal{Reason::index_out_of_range, static_cast<double>(zone), static_cast<double>(zones)};
    return std::nullopt;
}

std::vector<Shared> parts_of(const Outlines& outlines, Contiguity contiguity, double precision) {
    const auto corner = [&](std::size_t k) {
        return Corner{std::llround(outlines.x[k] / precision), std::llround(outlines.y[k] / precision)};
    };
    std::vector<Shared> parts;
    for (std::size_t begin = 0, end = 0; begin < outlines.x.size(); begin = end) {
        while (end < outlines.x.size() && outlines.ring[end] == outlines.ring[begin] &&
               outlines.zone[end] == outlines.zone[begin])
            ++end;
        for (std::size_t k = begin; k < end; ++k) {
            const Corner here = corner(k), next = corner(k + 1 < end ? k + 1 : begin);
            if (contiguity == Contiguity::queen)
                parts.push_back({here, here, outlines.zone[k]});
            else if (here != next)
                parts.push_back({std::min(here, next), std::max(here, next), outlines.zone[k]});
        }
    }
    return parts;
}

}  // namespace

Outcome<Neighbours> touching(const Outlines& outlines, std::uint32_t zones, Contiguity contiguity,
                             double precision) {
    if (const auto refused = unusable(outlines, zones, precision)) return std::unexpected(*refused);
    std::vector<Shared> parts = parts_of(outlines, contiguity, precision);
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    std::vector<Pair> pairs;
    for (std::size_t begin = 0, end = 0; begin < parts.size(); begin = end) {
        while (end < parts.size() && parts[end].first == parts[begin].first &&
               parts[end].second == parts[begin].second)
            ++end;
        if (pairs.size() + (end - begin) * (end - begin) > most_pairs)
            return std::unexpected(Refusal{Reason::overflow, static_cast<double>(end - begin), most_pairs});
        for (std::size_t a = begin; a < end; ++a)
            for (std::size_t b = begin; b < end; ++b)
                if (a != b) pairs.push_back({parts[a].zone, parts[b].zone});
    }
    return neighbours_of_pairs(pairs, zones);
}

}  // namespace maillage::engine
