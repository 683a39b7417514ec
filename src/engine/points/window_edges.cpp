#include "engine/points/window_edges.hpp"

#include <algorithm>

namespace maillage::engine {

WindowEdges window_edges(std::span<const double> x, std::span<const double> y, const KOptions& options) {
    const Rectangle& w = options.window;
    WindowEdges edges;
    const bool border = options.correction == KCorrection::border;
    if (!border && options.correction != KCorrection::isotropic) return edges;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double side =
            std::min(std::min(x[i] - w.left, w.right - x[i]), std::min(y[i] - w.bottom, w.top - y[i]));
        if (border) {
            edges.radii.push_back(static_cast<std::uint32_t>(
                std::lower_bound(options.radii.begin(), options.radii.end(), side) - options.radii.begin()));
            continue;
        }
        const CircleShare share(x[i], y[i], w);
        const double next = share.nearest_sides().second;
        edges.side.push_back(side);
        edges.squared.push_back(side * side);
        edges.next.push_back(next * next);
        edges.share.push_back(WindowEdges::inner);
        if (side < options.radii.back()) {
            edges.share.back() = static_cast<std::uint32_t>(edges.shares.size());
            edges.shares.push_back(share);
        }
        edges.before.push_back(static_cast<std::uint32_t>(edges.shares.size()));
    }
    return edges;
}

}  // namespace maillage::engine
