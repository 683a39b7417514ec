#include "engine/near_repeat/near_pairs.hpp"

#include <algorithm>
#include <cmath>

#include "engine/space/cell_grid.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t most_pairs = std::size_t{1} << 27U;

double distance(Metric metric, double dx, double dy) {
    return metric == Metric::manhattan ? std::abs(dx) + std::abs(dy) : std::hypot(dx, dy);
}

}  // namespace

Outcome<NearPairs> near_pairs(std::span<const double> x, std::span<const double> y,
                              std::span<const double> space_edges, Metric metric) {
    std::vector<double> edges(space_edges.begin(), space_edges.end());
    if (std::isinf(edges.back())) edges.pop_back();
    const std::size_t bands = edges.size() - 1;
    NearPairs found{.pairs = {}, .start = std::vector<std::size_t>(space_edges.size(), 0)};
    if (bands == 0) return found;
    std::vector<std::vector<NearPair>> by_band(bands);
    const CellGrid grid(x, y, edges.back());
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < x.size(); ++i) {
        grid.around(x[i], y[i], edges.back(), [&](CellGrid::Run run) {
            for (std::uint32_t k = run.begin; k < run.end; ++k) {
                if (grid.numbers()[k] <= i) continue;
                const double d = distance(metric, grid.x()[k] - x[i], grid.y()[k] - y[i]);
                if (d < edges.front() || d >= edges.back()) continue;
                const auto above = std::upper_bound(edges.begin(), edges.end(), d);
                by_band[static_cast<std::size_t>(above - edges.begin()) - 1].push_back(
                    {i, grid.numbers()[k]});
                ++count;
            }
        });
        if (count > most_pairs)
            return std::unexpected(Refusal{Reason::overflow, static_cast<double>(count), most_pairs});
    }
    found.pairs.reserve(count);
    for (std::size_t band = 0; band + 1 < space_edges.size(); ++band) {
        if (band < bands) found.pairs.insert(found.pairs.end(), by_band[band].begin(), by_band[band].end());
        found.start[band + 1] = found.pairs.size();
    }
    return found;
}

std::vector<std::uint64_t> pairs_within(std::span<const double> days, std::span<const double> time_edges) {
    std::vector<double> sorted(days.begin(), days.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::uint64_t> within(time_edges.size(), 0);
    for (std::size_t edge = 0; edge < time_edges.size(); ++edge)
        for (std::size_t first = 0, last = 0; last < sorted.size(); ++last) {
            while (first < last && !(sorted[last] - sorted[first] < time_edges[edge])) ++first;
            within[edge] += last - first;
        }
    return within;
}

}  // namespace maillage::engine
