#include "engine/points/pair_sums.hpp"

#include "engine/points/pair_summer.hpp"
#include "engine/points/window_edges.hpp"

namespace maillage::engine {
namespace {

struct OwnedPoints {
    std::vector<double> x, y;
    PointColumns columns() const { return {x, y}; }
};

// Border, one pattern: centres farther from the edge than every radius see each other in pairs; what they see
// of the others, and what the others see within the radii left to them, is counted from one end.
PairSums sums_within_border(PointColumns points, const KOptions& options, const foundation::Executor& run) {
    const WindowEdges edges = window_edges(points.x, points.y, options, 0);
    OwnedPoints deep, shallow;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        OwnedPoints& own = edges.radii[i] == options.radii.size() ? deep : shallow;
        own.x.push_back(points.x[i]);
        own.y.push_back(points.y[i]);
    }
    const std::size_t radii = options.radii.size();
    PairSums found{std::vector<double>(radii, 0.0),
                   std::vector<double>(radii, static_cast<double>(deep.x.size()))};
    KOptions plain = options;
    plain.correction = KCorrection::none;
    const auto add = [&](const PairSums& part) {
        for (std::size_t k = 0; k < radii; ++k) found.pairs[k] += part.pairs[k];
    };
    if (!deep.x.empty()) add(summed_pairs(deep.columns(), deep.columns(), plain, PatternsAre::same, run));
    if (shallow.x.empty()) return found;
    if (!deep.x.empty())
        add(summed_pairs(deep.columns(), shallow.columns(), plain, PatternsAre::different, run));
    const PairSums rest = summed_pairs(shallow.columns(), points, options, PatternsAre::different, run);
    add(rest);
    for (std::size_t k = 0; k < radii; ++k) {
        found.pairs[k] -= rest.centres[k];  // each saw itself too
        found.centres[k] += rest.centres[k];
    }
    return found;
}

}  // namespace

PairSums pair_sums_within(PointColumns points, const KOptions& options, const foundation::Executor& run) {
    if (options.correction == KCorrection::border) return sums_within_border(points, options, run);
    return summed_pairs(points, points, options, PatternsAre::same, run);
}

PairSums pair_sums_between(PointColumns from, PointColumns to, const KOptions& options,
                           const foundation::Executor& run) {
    return summed_pairs(from, to, options, PatternsAre::different, run);
}

}  // namespace maillage::engine
