#include "engine/scan/subset_scan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/scan/likelihood.hpp"
#include "foundation/thread_pool.hpp"

namespace maillage::engine {
namespace {

struct Town {
    std::vector<double> x, y, cases, people;
};
Town random_town(std::size_t n, std::uint64_t seed) {
    Town town;
    Draws draws(seed, Stream::demonstration, 0);
    for (std::size_t i = 0; i < n; ++i) {
        town.x.push_back(draws.below(6));
        town.y.push_back(draws.below(6));
        town.people.push_back(1 + draws.below(30));
        town.cases.push_back(draws.below(6));
    }
    town.cases[0] = town.cases[1] = 2;
    return town;
}

// All 2ⁿ subsets of what is within the radius of each unit.
double brute_force(const Town& town, double radius) {
    double total = 0, all = 0, best = 0;
    for (std::size_t i = 0; i < town.x.size(); ++i) total += town.cases[i], all += town.people[i];
    for (std::size_t centre = 0; centre < town.x.size(); ++centre) {
        std::vector<std::size_t> near;
        for (std::size_t i = 0; i < town.x.size(); ++i)
            if (std::hypot(town.x[i] - town.x[centre], town.y[i] - town.y[centre]) <= radius)
                near.push_back(i);
        for (std::size_t chosen = 1; chosen < std::size_t{1} << near.size(); ++chosen) {
            double c = 0, mu = 0;
            for (std::size_t k = 0; k < near.size(); ++k)
                if ((chosen >> k & 1U) != 0) c += town.cases[near[k]], mu += town.people[near[k]];
            best = std::max(best, poisson_llr(c, mu * total / all, total));
        }
    }
    return best;
}

RC_GTEST_PROP(The_subset_scan, is_the_best_of_all_subsets_near_a_unit, ()) {
    const Town town = random_town(11, static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)));
    const ScanOptions options{.zones = {.largest_share = 1, .largest_radius = 3}, .replicates = 0};
    const auto found = subset_scan(town.x, town.y, town.cases, town.people, options).value();
    const double best = found.clusters.empty() ? 0 : found.clusters[0].llr;
    RC_ASSERT(std::abs(best - brute_force(town, 3)) < 1e-9);
}

// A street of ten houses in a quiet town: the circle must take its neighbours, the subset not.
TEST(The_subset_scan, follows_a_street) {
    Town town;
    for (int column = 0; column < 10; ++column)
        for (int row = 0; row < 10; ++row) {
            town.x.push_back(column);
            town.y.push_back(row);
            town.people.push_back(100);
            town.cases.push_back(row == 4 ? 6 : 0);
        }
    const ScanOptions options{.zones = {.largest_share = 1}, .replicates = 99, .seed = 3};
    const auto circle = poisson_scan(town.x, town.y, town.cases, town.people, options).value();
    const auto subset = subset_scan(town.x, town.y, town.cases, town.people, options).value();
    EXPECT_GT(subset.clusters[0].llr, circle.clusters[0].llr);
    EXPECT_EQ(subset.clusters[0].cases, 60);
    EXPECT_EQ(subset.clusters[0].units.size(), 10U);
    EXPECT_EQ(subset.clusters[0].p, 0.01);
}

TEST(The_subset_scan, has_the_same_maxima_for_1_2_and_7_threads) {
    const Town town = random_town(30, 5);
    const ScanOptions options{.replicates = 60, .seed = 2};
    const auto alone = subset_scan(town.x, town.y, town.cases, town.people, options).value();
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        EXPECT_EQ(alone.maxima,
                  subset_scan(town.x, town.y, town.cases, town.people, options, pool.executor())->maxima);
    }
}

TEST(The_subset_scan, refuses_what_the_circular_scan_refuses) {
    const std::vector<double> x{0, 1, 2}, none(3, 0.0), people{10, 0, 10}, cases{1, 2, 0};
    EXPECT_EQ(subset_scan(x, x, cases, people, {}).error(), (Refusal{Reason::zero_population, 1, 0}));
    EXPECT_EQ(subset_scan(x, x, none, people, {}).error().reason, Reason::too_few_events);
    EXPECT_EQ(subset_scan({}, {}, {}, {}, {}).error().reason, Reason::too_few_events);
}

}  // namespace
}  // namespace maillage::engine
