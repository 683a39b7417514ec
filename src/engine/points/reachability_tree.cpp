#include "engine/points/reachability_tree.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/points/ring_search.hpp"
#include "engine/points/union_find.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t points_per_block = 1024;
constexpr double infinity = std::numeric_limits<double>::infinity();

bool shorter(const TreeEdge& a, const TreeEdge& b) {
    if (a.length != b.length) return a.length < b.length;
    const auto low = [](const TreeEdge& e) { return std::min(e.a, e.b); };
    if (low(a) != low(b)) return low(a) < low(b);
    return std::max(a.a, a.b) < std::max(b.a, b.b);
}

class Boruvka {
 public:
    Boruvka(std::span<const double> x, std::span<const double> y, std::uint32_t min_points,
            const foundation::Executor& run)
        : grid_(x, y, side_of_cells(x, y, 3)), run_(run), core_(x.size()), component_(x.size()) {
        each([&](std::uint32_t k) { core_[k] = core_distance(k, min_points); });
    }

    std::vector<TreeEdge> tree() {
        const auto n = static_cast<std::uint32_t>(core_.size());
        UnionFind sets(n);
        std::vector<TreeEdge> edges, nearest(n, {0, 0, infinity}), best(n);
        while (edges.size() + 1 < n) {
            for (std::uint32_t k = 0; k < n; ++k) component_[k] = sets.find(k);
            // What a point found last round stays its nearest until it lies in its own component.
            each([&](std::uint32_t k) {
                if (edges.empty() || component_[nearest[k].b] == component_[k]) nearest[k] = outside(k);
            });
            std::fill(best.begin(), best.end(), TreeEdge{0, 0, infinity});
            for (std::uint32_t k = 0; k < n; ++k)
                if (nearest[k].length < infinity && shorter(nearest[k], best[component_[k]]))
                    best[component_[k]] = nearest[k];
            for (std::uint32_t c = 0; c < n; ++c)
                if (best[c].length < infinity && !sets.same(best[c].a, best[c].b)) {
                    sets.join(best[c].a, best[c].b);
                    edges.push_back(best[c]);
                }
        }
        for (TreeEdge& edge : edges) {
            edge.a = grid_.numbers()[edge.a];
            edge.b = grid_.numbers()[edge.b];
        }
        std::sort(edges.begin(), edges.end(), shorter);
        return edges;
    }

 private:
    template <class Body>
    void each(Body body) const {
        run_((core_.size() + points_per_block - 1) / points_per_block, [&](std::size_t block) {
            const std::size_t end = std::min(core_.size(), (block + 1) * points_per_block);
            for (std::size_t k = block * points_per_block; k < end; ++k) body(static_cast<std::uint32_t>(k));
        });
    }

    double core_distance(std::uint32_t point, std::uint32_t min_points) const {
        std::vector<double> nearest;  // squared, a heap of the min_points smallest
        const double x = grid_.x()[point], y = grid_.y()[point];
        visit_rings(
            grid_, x, y,
            [&](CellGrid::Run cells) {
                for (std::uint32_t k = cells.begin; k < cells.end; ++k) {
                    const double dx = grid_.x()[k] - x, dy = grid_.y()[k] - y, squared = dx * dx + dy * dy;
                    if (nearest.size() == min_points) {
                        if (squared >= nearest.front()) continue;
                        std::pop_heap(nearest.begin(), nearest.end());
                        nearest.pop_back();
                    }
                    nearest.push_back(squared);
                    std::push_heap(nearest.begin(), nearest.end());
                }
            },
            [&](double away) { return nearest.size() == min_points && away * away > nearest.front(); });
        return std::sqrt(nearest.front());
    }

    // The nearest point of another component, by mutual reachability.
    TreeEdge outside(std::uint32_t point) const {
        TreeEdge best{point, point, infinity};
        const double x = grid_.x()[point], y = grid_.y()[point];
        visit_rings(
            grid_, x, y,
            [&](CellGrid::Run cells) {
                for (std::uint32_t k = cells.begin; k < cells.end; ++k) {
                    if (component_[k] == component_[point]) continue;
                    const double dx = grid_.x()[k] - x, dy = grid_.y()[k] - y;
                    const TreeEdge edge{point, k,
                                        std::max({std::sqrt(dx * dx + dy * dy), core_[point], core_[k]})};
                    if (shorter(edge, best)) best = edge;
                }
            },
            [&](double away) { return std::max(away, core_[point]) > best.length; });
        return best;
    }

    CellGrid grid_;
    const foundation::Executor& run_;
    std::vector<double> core_;
    std::vector<std::uint32_t> component_;
};

}  // namespace

std::vector<TreeEdge> reachability_tree(std::span<const double> x, std::span<const double> y,
                                        std::uint32_t min_points, const foundation::Executor& run) {
    return Boruvka(x, y, min_points, run).tree();
}

}  // namespace maillage::engine
