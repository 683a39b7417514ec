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
        : grid_(x, y, side_of_cells(x, y, 3)),
          run_(run),
          core_(x.size()),
          component_(x.size()),
          nearest_(x.size()),
          floor_(x.size(), 0),
          bound_(x.size()),
          only_(grid_.cells()) {
        each([&](std::uint32_t k) { core_[k] = core_distance(k, min_points); });
    }

    std::vector<TreeEdge> tree() {
        const auto n = static_cast<std::uint32_t>(core_.size());
        UnionFind sets(n);
        std::vector<TreeEdge> edges, best(n);
        for (std::uint32_t k = 0; k < n; ++k) nearest_[k] = {k, k, infinity};
        while (edges.size() + 1 < n) {
            begin_round(sets);
            each([&](std::uint32_t k) {
                if (!knows_nearest(k) && floor_[k] <= bound_[component_[k]]) look_outside(k);
            });
            std::fill(best.begin(), best.end(), TreeEdge{0, 0, infinity});
            for (std::uint32_t k = 0; k < n; ++k)
                if (knows_nearest(k) && shorter(nearest_[k], best[component_[k]]))
                    best[component_[k]] = nearest_[k];
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

    // What a point found in an earlier round stays its nearest until it lies in its own component.
    bool knows_nearest(std::uint32_t k) const { return component_[nearest_[k].b] != component_[k]; }

    void begin_round(UnionFind& sets) {
        const auto n = static_cast<std::uint32_t>(core_.size());
        for (std::uint32_t k = 0; k < n; ++k) component_[k] = sets.find(k);
        std::fill(bound_.begin(), bound_.end(), infinity);
        for (std::uint32_t k = 0; k < n; ++k)
            if (knows_nearest(k)) bound_[component_[k]] = std::min(bound_[component_[k]], nearest_[k].length);
        for (std::size_t cell = 0; cell < only_.size(); ++cell) {
            const auto [begin, end] = grid_.cell(cell);
            only_[cell] = begin == end ? several : component_[begin];
            for (std::uint32_t k = begin; k < end; ++k)
                if (component_[k] != only_[cell]) only_[cell] = several;
        }
    }

    // The nearest point of another component by mutual reachability, unless it is farther than the
    // component's bound: then only the bound is kept. Cells that lie wholly in the component are passed over.
    void look_outside(std::uint32_t point) {
        TreeEdge best{point, point, infinity};
        const double x = grid_.x()[point], y = grid_.y()[point], own = core_[point];
        const double* px = grid_.x().data();
        const double* py = grid_.y().data();
        const std::uint32_t component = component_[point];
        const double bound = bound_[component];
        visit_cells(
            grid_, x, y,
            [&](std::size_t cell) {
                if (only_[cell] == component) return;
                const auto [begin, end] = grid_.cell(cell);
                for (std::uint32_t k = begin; k < end; ++k) {
                    const double dx = px[k] - x, dy = py[k] - y;
                    const double length = std::max({std::sqrt(dx * dx + dy * dy), own, core_.data()[k]});
                    if (length > best.length || component_.data()[k] == component) continue;
                    const TreeEdge edge{point, k, length};
                    if (shorter(edge, best)) best = edge;
                }
            },
            [&](double away) { return std::max(away, own) > std::min(best.length, bound); });
        if (best.length <= bound)
            nearest_[point] = best;
        else
            floor_[point] = bound;
    }

    static constexpr std::uint32_t several = ~0U;

    CellGrid grid_;
    const foundation::Executor& run_;
    std::vector<double> core_;
    std::vector<std::uint32_t> component_;
    std::vector<TreeEdge> nearest_;    // by point; to itself while none is known
    std::vector<double> floor_;        // no point of another component is nearer
    std::vector<double> bound_;        // by component: an edge of that length leaves it
    std::vector<std::uint32_t> only_;  // by cell: the component of all its points, or `several`
};

}  // namespace

std::vector<TreeEdge> reachability_tree(std::span<const double> x, std::span<const double> y,
                                        std::uint32_t min_points, const foundation::Executor& run) {
    return Boruvka(x, y, min_points, run).tree();
}

}  // namespace maillage::engine
