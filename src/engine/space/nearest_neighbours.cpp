#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/space/cell_grid.hpp"
#include "engine/space/neighbours.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

using Near = std::pair<double, std::uint32_t>;  // squared distance, unit: ties by unit

// Cells of about two points each, so that the first squares looked at hold a few units.
double cell_side(std::span<const double> x, std::span<const double> y) {
    const auto [left, right] = std::minmax_element(x.begin(), x.end());
    const auto [bottom, top] = std::minmax_element(y.begin(), y.end());
    const double wide = *right - *left, tall = *top - *bottom;
    const double area = std::max(wide, 1e-9 * tall) * std::max(tall, 1e-9 * wide);
    return area > 0 ? std::sqrt(2 * area / static_cast<double>(x.size())) : 1;
}

}  // namespace

// A square around the unit grows by doubling until it holds k others no farther than its half side: what lies
// outside is farther than all of them.
Outcome<Neighbours> nearest_neighbours(std::span<const double> x, std::span<const double> y, std::uint32_t k,
                                       Plane plane) {
    if (const auto refused = unusable_places(x, y, plane)) return std::unexpected(*refused);
    if (k == 0 || k >= x.size())
        return std::unexpected(Refusal{Reason::parameter_out_of_range, static_cast<double>(k),
                                       static_cast<double>(x.size()) - 1});
    constexpr double most_members = 1U << 28U;
    if (const double members = static_cast<double>(k) * static_cast<double>(x.size()); members > most_members)
        return std::unexpected(Refusal{Reason::overflow, members, most_members});
    const CellGrid grid(x, y, cell_side(x, y));
    constexpr double most_looks = 1e11;
    if (const double looks = pairs_to_look_at(grid); looks > most_looks)
        return std::unexpected(Refusal{Reason::overflow, looks, most_looks});
    Neighbours found;
    std::vector<Near> near;
    for (std::uint32_t i = 0; i < x.size(); ++i) {
        for (double reach = grid.side();; reach *= 2) {
            near.clear();
            grid.around(x[i], y[i], reach, [&](CellGrid::Run run) {
                for (std::uint32_t at = run.begin; at < run.end; ++at) {
                    const double dx = grid.x()[at] - x[i], dy = grid.y()[at] - y[i];
                    if (grid.numbers()[at] != i) near.emplace_back(dx * dx + dy * dy, grid.numbers()[at]);
                }
            });
            if (near.size() < k) continue;
            std::nth_element(near.begin(), near.begin() + (k - 1), near.end());
            if (near.size() + 1 == x.size() || near[k - 1].first <= reach * reach) break;
        }
        const auto begin = static_cast<std::ptrdiff_t>(found.members.size());
        for (std::uint32_t rank = 0; rank < k; ++rank) found.members.push_back(near[rank].second);
        std::sort(found.members.begin() + begin, found.members.end());
        found.start.push_back(static_cast<std::uint32_t>(found.members.size()));
    }
    return found;
}

}  // namespace maillage::engine
