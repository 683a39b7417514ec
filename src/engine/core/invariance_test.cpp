#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "engine/core/philox.hpp"
#include "engine/near_repeat/knox.hpp"
#include "engine/points/dbscan.hpp"
#include "engine/points/ripley_k.hpp"
#include "engine/scan/spatial_scan.hpp"
#include "engine/siting/coverage.hpp"

// The answer depends neither on the order of the lines, nor on where the map's origin lies, nor on which side
// is north. Places are whole numbers where they are moved and turned, so that distances stay the same bits;
// they are free where lines change their order, so that no tie is decided by it.
namespace maillage::engine {
namespace {

struct Places {
    std::vector<double> x, y;
};

Places on_a_grid(std::size_t n, std::uint64_t seed, std::uint32_t side) {
    Draws draws(seed, Stream::demonstration, 0);
    Places found;
    for (std::size_t i = 0; i < n; ++i) {
        found.x.push_back(draws.below(side));
        found.y.push_back(draws.below(side));
    }
    return found;
}

Places free_places(std::size_t n, std::uint64_t seed, double side) {
    Draws draws(seed, Stream::demonstration, 1);
    Places found;
    for (std::size_t i = 0; i < n; ++i) {
        found.x.push_back(side * draws.uniform());
        found.y.push_back(side * draws.uniform());
    }
    return found;
}

constexpr double east = 4096, north = -512;

Places moved(const Places& places) {
    Places found = places;
    for (double& x : found.x) x += east;
    for (double& y : found.y) y += north;
    return found;
}

// A quarter turn: (x, y) becomes (−y, x).
Places turned(const Places& places) {
    Places found{.x = places.y, .y = places.x};
    for (double& x : found.x) x = -x;
    return found;
}

std::vector<std::size_t> shuffled(std::size_t n, std::uint64_t seed) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Draws draws(seed, Stream::demonstration, 2);
    for (std::size_t i = n; i > 1; --i)
        std::swap(order[i - 1], order[draws.below(static_cast<std::uint32_t>(i))]);
    return order;
}

template <class T>
std::vector<T> in_order(const std::vector<T>& column, const std::vector<std::size_t>& order) {
    std::vector<T> found;
    for (const std::size_t from : order) found.push_back(column[from]);
    return found;
}

Places in_order(const Places& places, const std::vector<std::size_t>& order) {
    return {.x = in_order(places.x, order), .y = in_order(places.y, order)};
}

TEST(Dbscan, has_the_same_clusters_wherever_the_map_lies) {
    const DbscanOptions options{.eps = 2, .min_points = 4, .plane = Plane::other_unit};
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Places here = on_a_grid(150, seed, 30);
        const auto expected = dbscan(here.x, here.y, options).value();
        for (const Places& there : {moved(here), turned(here), turned(moved(here))}) {
            const auto found = dbscan(there.x, there.y, options).value();
            EXPECT_EQ(found.cluster, expected.cluster) << seed;
            EXPECT_EQ(found.core, expected.core) << seed;
        }
    }
}

TEST(Dbscan, has_the_same_clusters_whatever_the_order_of_lines) {
    const DbscanOptions options{.eps = 2, .min_points = 4, .plane = Plane::other_unit};
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Places here = free_places(150, seed, 30);
        const auto order = shuffled(150, seed);
        const Places there = in_order(here, order);
        const auto expected = dbscan(here.x, here.y, options).value();
        const auto found = dbscan(there.x, there.y, options).value();
        ASSERT_EQ(found.clusters, expected.clusters);
        EXPECT_EQ(found.core, in_order(expected.core, order));
        // Numbers are names: the same points share one.
        const auto named = in_order(expected.cluster, order);
        for (std::size_t i = 0; i < 150; ++i)
            for (std::size_t j = 0; j < i; ++j)
                ASSERT_EQ(found.cluster[i] == found.cluster[j], named[i] == named[j]) << seed;
    }
}

TEST(Ripleys_k, is_the_same_wherever_the_map_lies_and_whatever_the_order_of_lines) {
    const std::vector<double> radii{0.7, 1.3, 2.9, 4.1};
    const Rectangle window{.left = 0, .bottom = 0, .right = 20, .top = 16};
    const Rectangle away{.left = east, .bottom = north, .right = east + 20, .top = north + 16};
    const Rectangle aside{.left = -16, .bottom = 0, .right = 0, .top = 20};
    for (const KCorrection correction :
         {KCorrection::none, KCorrection::border, KCorrection::translate, KCorrection::isotropic}) {
        const auto k = [&](const Places& places, const Rectangle& w) {
            return ripley_k(
                       places.x, places.y,
                       {.window = w, .radii = radii, .correction = correction, .plane = Plane::other_unit})
                .value();
        };
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const Places here = on_a_grid(120, seed, 16);
            const auto expected = k(here, window);
            const auto there = k(moved(here), away), turn = k(turned(here), aside),
                       order = k(in_order(here, shuffled(120, seed)), window);
            for (std::size_t r = 0; r < radii.size(); ++r)
                for (const auto& found : {there, turn, order})
                    EXPECT_NEAR(found[r], expected[r], 1e-11 * expected[r]) << seed << " " << radii[r];
        }
    }
}

std::vector<std::uint64_t> pairs_of(const Places& places, const std::vector<double>& days, Metric metric) {
    const std::vector<double> space{0, 1, 3, 6}, time{0, 2, 7, 14};
    const auto table = knox(places.x, places.y, days,
                            {.space_edges = space,
                             .time_edges = time,
                             .metric = metric,
                             .replicates = 9,
                             .plane = Plane::other_unit})
                           .value();
    std::vector<std::uint64_t> observed;
    for (const KnoxCell& cell : table.cells) observed.push_back(cell.observed);
    return observed;
}

TEST(Near_repeats, are_the_same_pairs_wherever_the_map_lies_and_whatever_the_order_of_lines) {
    for (const Metric metric : {Metric::euclidean, Metric::manhattan})
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const Places here = on_a_grid(100, seed, 25);
            const std::vector<double> days = on_a_grid(100, seed + 100, 60).x;
            const auto expected = pairs_of(here, days, metric);
            EXPECT_EQ(pairs_of(moved(here), days, metric), expected) << seed;
            EXPECT_EQ(pairs_of(turned(here), days, metric), expected) << seed;
            const auto order = shuffled(100, seed);
            EXPECT_EQ(pairs_of(in_order(here, order), in_order(days, order), metric), expected) << seed;
            std::vector<double> later = days;
            for (double& day : later) day += 19'000;
            EXPECT_EQ(pairs_of(here, later, metric), expected) << seed;
        }
}

// The likelihood ratio and the units, by their numbers before the lines changed their order, of each cluster.
using Found = std::vector<std::pair<double, std::vector<std::size_t>>>;

Found clusters_of(const Places& places, const std::vector<double>& cases, const std::vector<double>& people,
                  const std::vector<std::size_t>& order) {
    const auto result = poisson_scan(places.x, places.y, cases, people, {.replicates = 0}).value();
    Found found;
    for (const ScanCluster& cluster : result.clusters) {
        std::vector<std::size_t> units;
        for (const std::uint32_t unit : cluster.units) units.push_back(order[unit]);
        std::ranges::sort(units);
        found.emplace_back(cluster.llr, units);
    }
    return found;
}

void expect_the_same(const Found& found, const Found& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_NEAR(found[i].first, expected[i].first, 1e-9 * expected[i].first);
        EXPECT_EQ(found[i].second, expected[i].second);
    }
}

TEST(The_spatial_scan, finds_the_same_clusters_wherever_the_map_lies_and_whatever_the_order_of_lines) {
    std::vector<std::size_t> as_they_are(40);
    std::iota(as_they_are.begin(), as_they_are.end(), std::size_t{0});
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        Draws draws(seed, Stream::demonstration, 3);
        std::vector<double> cases, people;
        for (std::size_t i = 0; i < 40; ++i) {
            people.push_back(50 + 100 * draws.uniform());
            cases.push_back(draws.below(i % 13 == 0 ? 20 : 6));
        }
        const Places grid = on_a_grid(40, seed, 1000);
        const Found expected = clusters_of(grid, cases, people, as_they_are);
        ASSERT_FALSE(expected.empty());
        expect_the_same(clusters_of(moved(grid), cases, people, as_they_are), expected);
        expect_the_same(clusters_of(turned(grid), cases, people, as_they_are), expected);
        const Places here = free_places(40, seed, 1000);
        const auto order = shuffled(40, seed);
        expect_the_same(
            clusters_of(in_order(here, order), in_order(cases, order), in_order(people, order), order),
            clusters_of(here, cases, people, as_they_are));
    }
}

double most_covered(const Places& sites, const Places& people, const std::vector<double>& weight) {
    const auto coverage = coverage_within({.candidate_x = sites.x,
                                           .candidate_y = sites.y,
                                           .demand_x = people.x,
                                           .demand_y = people.y,
                                           .demand_weight = weight,
                                           .radius = 150})
                              .value();
    const Siting found = maximal_covering(coverage, {.sites = 4}).value();
    EXPECT_TRUE(found.proven);
    return found.covered;
}

TEST(Siting, covers_as_much_wherever_the_map_lies_and_whatever_the_order_of_lines) {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const Places sites = on_a_grid(25, seed, 1000), people = on_a_grid(120, seed + 50, 1000);
        std::vector<double> weight = on_a_grid(120, seed + 90, 9).x;
        const double expected = most_covered(sites, people, weight);
        EXPECT_EQ(most_covered(moved(sites), moved(people), weight), expected) << seed;
        EXPECT_EQ(most_covered(turned(sites), turned(people), weight), expected) << seed;
        const auto order = shuffled(120, seed);
        EXPECT_EQ(most_covered(in_order(sites, shuffled(25, seed)), in_order(people, order),
                               in_order(weight, order)),
                  expected)
            << seed;
    }
}

}  // namespace
}  // namespace maillage::engine
