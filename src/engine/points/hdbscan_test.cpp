#include "engine/points/hdbscan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/core/philox.hpp"
#include "engine/points/reachability_tree.hpp"
#include "foundation/thread_pool.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// R dbscan 1.1-11: 25, 25 and 50 points, no noise.
TEST(Hdbscan, of_the_moons_is_rs) {
    REFERENCE_TABLE(moons, "reference/moons_clusters.csv");
    const auto found = hdbscan(moons.numbers("X"), moons.numbers("Y"), 5, Plane::other_unit).value();
    EXPECT_EQ(found.clusters, 3U);
    EXPECT_EQ(found.noise_points, 0U);
    const auto theirs = moons.numbers("hdbscan_m5");
    std::map<double, std::uint32_t> name;
    std::vector<std::size_t> sizes(3, 0);
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        EXPECT_EQ(name.try_emplace(theirs[i], found.cluster[i]).first->second, found.cluster[i]);
        ++sizes[found.cluster[i] - 1];
        EXPECT_GE(found.membership[i], 0);
        EXPECT_LE(found.membership[i], 1);
    }
    std::sort(sizes.begin(), sizes.end());
    EXPECT_EQ(sizes, (std::vector<std::size_t>{25, 25, 50}));
}

RC_GTEST_PROP(The_reachability_tree, is_as_short_as_prims, ()) {
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 0);
    const std::size_t n = 4 + draws.below(60);
    const std::uint32_t least = 2 + draws.below(3);
    std::vector<double> x(n), y(n);
    for (std::size_t i = 0; i < n; ++i) {
        x[i] = draws.below(2) == 0 ? draws.below(10) : 40 * draws.uniform();
        y[i] = draws.below(10);
    }
    std::vector<double> core(n);
    const auto d = [&](std::size_t i, std::size_t j) { return std::hypot(x[i] - x[j], y[i] - y[j]); };
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> all;
        for (std::size_t j = 0; j < n; ++j) all.push_back(d(i, j));
        std::sort(all.begin(), all.end());
        core[i] = all[least - 1];
    }
    std::vector<double> nearest(n, 1e300);
    std::vector<bool> in(n, false);
    double total = 0;
    nearest[0] = 0;
    for (std::size_t step = 0; step < n; ++step) {
        std::size_t next = n;
        for (std::size_t i = 0; i < n; ++i)
            if (!in[i] && (next == n || nearest[i] < nearest[next])) next = i;
        in[next] = true;
        total += nearest[next];
        for (std::size_t i = 0; i < n; ++i)
            nearest[i] = std::min(nearest[i], std::max({d(i, next), core[i], core[next]}));
    }
    double sum = 0;
    const auto edges = reachability_tree(x, y, least, foundation::run_inline);
    for (const TreeEdge& edge : edges) sum += edge.length;
    RC_ASSERT(edges.size() == n - 1);
    RC_ASSERT(std::abs(sum - total) < 1e-9 * (1 + total));
}

TEST(Hdbscan, is_the_same_for_1_2_and_7_threads_and_separates_two_crowds) {
    std::vector<double> x, y;
    Draws draws(3, Stream::demonstration, 0);
    for (int i = 0; i < 2000; ++i) {
        x.push_back((i % 2 == 0 ? 1000 : 4000) + 300 * draws.uniform());
        y.push_back(1000 + 300 * draws.uniform());
    }
    const auto alone = hdbscan(x, y, 25).value();
    EXPECT_NE(alone.cluster[0], alone.cluster[1]);
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        EXPECT_EQ(hdbscan(x, y, 25, Plane::metres, pool.executor())->cluster, alone.cluster);
    }
}

TEST(Hdbscan, takes_equal_places_and_refuses_too_few) {
    const std::vector<double> same(30, 1000.0);
    EXPECT_TRUE(hdbscan(same, same, 5));
    EXPECT_EQ(hdbscan(std::vector<double>(3, 1000.0), std::vector<double>(3, 1.0), 5).error(),
              (Refusal{Reason::too_few_events, 3, 5}));
    EXPECT_EQ(hdbscan(same, same, 1).error().reason, Reason::parameter_out_of_range);
}

}  // namespace
}  // namespace maillage::engine
