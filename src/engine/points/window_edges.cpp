#include "engine/points/window_edges.hpp"

#include <algorithm>
#include <limits>

namespace maillage::engine {
namespace {

double nearest_side(double x, double y, const Rectangle& w) {
    return std::min(std::min(x - w.left, w.right - x), std::min(y - w.bottom, w.top - y));
}

}  // namespace

WindowEdges window_edges(std::span<const double> x, std::span<const double> y, const KOptions& options,
                         double error) {
    WindowEdges edges;
    const std::size_t n = x.size();
    if (options.correction == KCorrection::border) {
        edges.radii.resize(n);
        for (std::size_t i = 0; i < n; ++i)
            edges.radii[i] =
                static_cast<std::uint32_t>(std::lower_bound(options.radii.begin(), options.radii.end(),
                                                            nearest_side(x[i], y[i], options.window)) -
                                           options.radii.begin());
    }
    if (options.correction != KCorrection::isotropic) return edges;
    edges.side.resize(n);
    edges.next.assign(n, std::numeric_limits<double>::infinity());
    edges.crossing.assign(n, std::numeric_limits<float>::infinity());
    edges.share.assign(n, WindowEdges::inner);
    edges.before.resize(n + 1);
    for (std::size_t i = 0; i < n; ++i) {
        const double side = nearest_side(x[i], y[i], options.window);
        edges.side[i] = side;
        if (side < options.radii.back()) {
            const CircleShare share(x[i], y[i], options.window);
            const double next = share.nearest_sides().second;
            edges.next[i] = next * next;
            // A hair lower, for the rounding to single precision.
            edges.crossing[i] = static_cast<float>((side * side - error) * (1 - 1e-6) - 1e-30);
            edges.share[i] = static_cast<std::uint32_t>(edges.shares.size());
            edges.shares.push_back(share);
        }
        edges.before[i + 1] = static_cast<std::uint32_t>(edges.shares.size());
    }
    return edges;
}

}  // namespace maillage::engine
