#include "engine/points/dbscan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/core/philox.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// The example of R's dbscan (Hahsler et al. 2019), eps 0.3, minPts 5; names of clusters are free.
TEST(Dbscan, of_the_moons_is_rs) {
    REFERENCE_TABLE(moons, "reference/moons_clusters.csv");
    const auto found = dbscan(moons.numbers("X"), moons.numbers("Y"),
                              {.eps = 0.3, .min_points = 5, .plane = Plane::other_unit})
                           .value();
    EXPECT_EQ(found.noise_points, 8U);
    EXPECT_EQ(found.clusters, 7U);
    const auto theirs = moons.numbers("dbscan_eps0.3_m5");
    std::map<double, std::uint32_t> name;
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        EXPECT_EQ(theirs[i] == 0, found.cluster[i] == Clustering::noise) << "point " << i;
        if (found.core[i] != 0)
            EXPECT_EQ(name.try_emplace(theirs[i], found.cluster[i]).first->second, found.cluster[i]);
    }
    std::vector<std::size_t> sizes(7, 0);
    for (const std::uint32_t cluster : found.cluster)
        if (cluster > 0) ++sizes[cluster - 1];
    std::sort(sizes.begin(), sizes.end());
    EXPECT_EQ(sizes, (std::vector<std::size_t>{5, 7, 10, 10, 14, 21, 25}));
}

RC_GTEST_PROP(Dbscan, has_the_cores_and_clusters_of_the_definition, ()) {
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 0);
    const std::size_t n = 1 + draws.below(60);
    std::vector<double> x(n), y(n);
    for (std::size_t i = 0; i < n; ++i) {
        x[i] = 1000 + draws.below(15);
        y[i] = draws.below(15);
    }
    // 0.01 m: a grid with as many cells would not fit, so its cells are larger than eps.
    const double eps = draws.below(8) == 0 ? 0.01 : 1 + draws.below(3);
    const std::uint32_t least = 1 + draws.below(6);
    const auto found = dbscan(x, y, {.eps = eps, .min_points = least}).value();
    const auto near = [&](std::size_t i, std::size_t j) {
        return std::pow(x[i] - x[j], 2) + std::pow(y[i] - y[j], 2) <= eps * eps;
    };
    std::vector<bool> core(n);
    std::vector<std::size_t> reached(n);
    for (std::size_t i = 0; i < n; ++i) {
        std::uint32_t count = 0;
        for (std::size_t j = 0; j < n; ++j) count += near(i, j);
        core[i] = count >= least;
        reached[i] = i;
    }
    for (std::size_t again = 0; again < n; ++again)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                if (core[i] && core[j] && near(i, j))
                    reached[i] = reached[j] = std::min(reached[i], reached[j]);
    for (std::size_t i = 0; i < n; ++i) {
        RC_ASSERT(core[i] == (found.core[i] != 0));
        bool border = false;
        for (std::size_t j = 0; j < n; ++j) {
            border |= core[j] && near(i, j);
            if (core[i] && core[j])
                RC_ASSERT((reached[i] == reached[j]) == (found.cluster[i] == found.cluster[j]));
        }
        RC_ASSERT(border == (found.cluster[i] != Clustering::noise));
    }
}

TEST(Dbscan, refuses_nothing_to_cluster_and_a_radius_of_nothing) {
    EXPECT_EQ(dbscan({}, {}, {}).error().reason, Reason::empty);
    const std::vector<double> x{1000, 2000};
    EXPECT_EQ(dbscan(x, x, {.eps = 0}).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(dbscan(x, x, {.eps = 50, .min_points = 0}).error().reason, Reason::parameter_out_of_range);
}

}  // namespace
}  // namespace maillage::engine
