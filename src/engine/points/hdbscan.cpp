#include "engine/points/hdbscan.hpp"

#include <algorithm>
#include <limits>

#include "engine/points/reachability_tree.hpp"
#include "engine/points/union_find.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

constexpr std::uint32_t nobody = ~0U;

// Single linkage: leaves 0 … n−1, then one inner node an edge, by rising length.
struct Dendrogram {
    std::vector<std::uint32_t> left, right, size;
    std::vector<double> length;
    std::uint32_t leaves = 0;

    bool leaf(std::uint32_t node) const { return node < leaves; }
    std::uint32_t size_of(std::uint32_t node) const { return leaf(node) ? 1 : size[node - leaves]; }
};

Dendrogram dendrogram(std::span<const TreeEdge> edges, std::uint32_t leaves) {
    Dendrogram tree{.left = {}, .right = {}, .size = {}, .length = {}, .leaves = leaves};
    UnionFind sets(leaves);
    std::vector<std::uint32_t> node(leaves);
    for (std::uint32_t i = 0; i < leaves; ++i) node[i] = i;
    for (const TreeEdge& edge : edges) {
        const std::uint32_t a = node[sets.find(edge.a)], b = node[sets.find(edge.b)];
        tree.left.push_back(a);
        tree.right.push_back(b);
        tree.size.push_back(tree.size_of(a) + tree.size_of(b));
        tree.length.push_back(edge.length);
        node[sets.join(edge.a, edge.b)] = leaves + static_cast<std::uint32_t>(tree.length.size()) - 1;
    }
    return tree;
}

// Equal places are at distance 0: their λ is the largest number, not infinity, so that sums stay numbers.
double lambda(double length) { return length > 0 ? std::min(1 / length, 1e150) : 1e150; }

struct Condensed {
    std::vector<std::uint32_t> parent;  // by cluster; the root is 0
    std::vector<double> birth, stability;
    std::vector<std::uint32_t> cluster;  // where each point fell out
    std::vector<double> point_lambda;    // and when
};

class Condenser {
 public:
    Condenser(const Dendrogram& tree, std::uint32_t min_points) : tree_(tree), least_(min_points) {
        found_.cluster.assign(tree.leaves, 0);
        found_.point_lambda.assign(tree.leaves, 0.0);
        add_cluster(nobody, 0);
    }

    Condensed condensed() {
        const auto root = static_cast<std::uint32_t>(tree_.leaves + tree_.length.size() - 1);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> open{{root, 0}};
        while (!open.empty()) {
            const auto [node, cluster] = open.back();
            open.pop_back();
            if (tree_.leaf(node)) continue;
            const std::uint32_t sides[] = {tree_.left[node - tree_.leaves], tree_.right[node - tree_.leaves]};
            const double at = lambda(tree_.length[node - tree_.leaves]);
            const bool split = tree_.size_of(sides[0]) >= least_ && tree_.size_of(sides[1]) >= least_;
            for (const std::uint32_t side : sides) {
                if (split) {
                    leave(cluster, tree_.size_of(side), at);
                    open.emplace_back(side, add_cluster(cluster, at));
                } else if (tree_.size_of(side) >= least_) {
                    open.emplace_back(side, cluster);
                } else {
                    leave(cluster, tree_.size_of(side), at);
                    fall_out(side, cluster, at);
                }
            }
        }
        return std::move(found_);
    }

 private:
    std::uint32_t add_cluster(std::uint32_t parent, double birth) {
        found_.parent.push_back(parent);
        found_.birth.push_back(birth);
        found_.stability.push_back(0);
        return static_cast<std::uint32_t>(found_.parent.size()) - 1;
    }
    void leave(std::uint32_t cluster, std::uint32_t points, double at) {
        found_.stability[cluster] += points * (at - found_.birth[cluster]);
    }
    void fall_out(std::uint32_t node, std::uint32_t cluster, double at) {
        std::vector<std::uint32_t> open{node};
        while (!open.empty()) {
            const std::uint32_t next = open.back();
            open.pop_back();
            if (tree_.leaf(next)) {
                found_.cluster[next] = cluster;
                found_.point_lambda[next] = at;
            } else {
                open.push_back(tree_.left[next - tree_.leaves]);
                open.push_back(tree_.right[next - tree_.leaves]);
            }
        }
    }

    const Dendrogram& tree_;
    std::uint32_t least_;
    Condensed found_;
};

// For each cluster the selected one it lies in, or nobody. Children have higher numbers than their parent.
std::vector<std::uint32_t> selected(const Condensed& tree) {
    const std::size_t clusters = tree.parent.size();
    std::vector<double> below(clusters, 0), best(clusters, 0);
    std::vector<bool> keeps(clusters, false);
    for (std::size_t c = clusters; c-- > 1;) {
        keeps[c] = tree.stability[c] >= below[c];
        best[c] = std::max(tree.stability[c], below[c]);
        below[tree.parent[c]] += best[c];
    }
    std::vector<std::uint32_t> within(clusters, nobody);
    for (std::uint32_t c = 1; c < clusters; ++c) {
        within[c] = within[tree.parent[c]];
        if (within[c] == nobody && keeps[c]) within[c] = c;
    }
    return within;
}

HierarchicalClustering named(const Condensed& tree) {
    const std::vector<std::uint32_t> within = selected(tree);
    HierarchicalClustering found;
    std::vector<std::uint32_t> name(within.size(), 0);
    std::vector<double> largest(within.size(), 0);
    for (std::size_t i = 0; i < tree.cluster.size(); ++i) {
        const std::uint32_t home = within[tree.cluster[i]];
        found.cluster.push_back(0);
        if (home == nobody) {
            ++found.noise_points;
            continue;
        }
        if (name[home] == 0) {
            name[home] = ++found.clusters;
            found.stability.push_back(tree.stability[home]);
        }
        found.cluster[i] = name[home];
        largest[home] = std::max(largest[home], tree.point_lambda[i]);
    }
    for (std::size_t i = 0; i < tree.cluster.size(); ++i) {
        const std::uint32_t home = within[tree.cluster[i]];
        found.membership.push_back(home == nobody ? 0 : tree.point_lambda[i] / largest[home]);
    }
    return found;
}

}  // namespace

Outcome<HierarchicalClustering> hdbscan(std::span<const double> x, std::span<const double> y,
                                        std::uint32_t min_points, Plane plane,
                                        const foundation::Executor& run) {
    if (const auto refused = unusable_places(x, y, plane)) return std::unexpected(*refused);
    if (min_points < 2)
        return std::unexpected(Refusal{Reason::parameter_out_of_range, static_cast<double>(min_points), 2});
    if (x.size() < min_points)
        return std::unexpected(
            Refusal{Reason::too_few_events, static_cast<double>(x.size()), static_cast<double>(min_points)});
    const auto edges = reachability_tree(x, y, min_points, run);
    return named(Condenser(dendrogram(edges, static_cast<std::uint32_t>(x.size())), min_points).condensed());
}

}  // namespace maillage::engine
