#include "engine/scan/replication.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/scan/spatial_scan.hpp"
#include "foundation/thread_pool.hpp"

namespace maillage::engine {
namespace {

struct Town {
    std::vector<double> x, y, cases, people;
};
Town town(double hot) {
    Town found;
    Draws draws(5, Stream::demonstration, 0);
    for (int i = 0; i < 60; ++i) {
        found.x.push_back(1000 * draws.uniform());
        found.y.push_back(1000 * draws.uniform());
        found.people.push_back(100 + draws.below(100));
        found.cases.push_back(draws.below(4) + (i < 3 ? hot : 0));
    }
    return found;
}
ScanResult scan(const Town& at, const ScanOptions& options,
                const foundation::Executor& run = foundation::run_inline) {
    return poisson_scan(at.x, at.y, at.cases, at.people, options, run).value();
}

TEST(A_sequential_stop, ends_a_scan_that_finds_nothing_and_leaves_a_sure_one_alone) {
    const Town quiet = town(0), struck = town(40);
    const auto full = scan(quiet, {.replicates = 999}),
               screened = scan(quiet, {.replicates = 999, .replication = {50}});
    EXPECT_LT(screened.maxima.size(), full.maxima.size());
    EXPECT_NEAR(screened.clusters[0].p, full.clusters[0].p, 0.15);
    for (std::size_t k = 0; k < screened.maxima.size(); ++k) EXPECT_EQ(screened.maxima[k], full.maxima[k]);
    const auto sure = scan(struck, {.replicates = 999, .replication = {50}});
    EXPECT_EQ(sure.maxima.size(), 999U);
    EXPECT_EQ(sure.clusters[0].p, 0.001);
}

TEST(A_sequential_stop, comes_at_the_same_replicate_for_1_2_and_7_threads) {
    const Town at = town(0);
    const ScanOptions options{.replicates = 999, .replication = {20}};
    const auto alone = scan(at, options);
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        EXPECT_EQ(alone.maxima, scan(at, options, pool.executor()).maxima);
    }
}

// Besag & Clifford: with the h-th exceedance at the L-th replicate, p = h/L; without, (1 + g)/(R + 1).
TEST(A_sequential_p, is_the_exceedances_over_the_replicates_it_took) {
    std::vector<ScanCluster> clusters(2);
    clusters[0].llr = 5;
    clusters[1].llr = 2;
    const std::vector<double> maxima{1, 3, 6, 3, 7, 1};
    judge(clusters, maxima, {.stop_after = 2});
    EXPECT_EQ(clusters[0].p, 2.0 / 5);
    EXPECT_EQ(clusters[1].p, 2.0 / 3);
    judge(clusters, maxima, {.stop_after = 3});
    EXPECT_EQ(clusters[0].p, 3.0 / 7);
}

// Maxima drawn from a known Gumbel law by its inverse.
TEST(A_gumbel_law, finds_its_own_location_and_scale) {
    std::vector<double> maxima;
    for (int k = 0; k < 4000; ++k) maxima.push_back(6 - 0.8 * std::log(-std::log((k + 0.5) / 4000)));
    const auto law = gumbel_law(maxima).value();
    EXPECT_NEAR(law.location, 6, 0.01);
    EXPECT_NEAR(law.scale, 0.8, 0.01);
    EXPECT_NEAR(law.at_least(6), 1 - std::exp(-1), 0.01);
    EXPECT_NEAR(law.at_least(40) / std::exp(-(40 - law.location) / law.scale), 1, 1e-9);
    EXPECT_FALSE(gumbel_law(std::vector<double>(100, 3.0)));
    EXPECT_FALSE(gumbel_law(std::vector<double>{1, 2}));
}

TEST(A_gumbel_p, agrees_with_the_replicates_where_they_can_tell) {
    const auto found = scan(town(4), {.replicates = 999, .replication = {.gumbel = true}});
    ASSERT_TRUE(found.gumbel);
    for (const double maximum : found.maxima) EXPECT_GT(maximum, 0);
    for (const ScanCluster& cluster : found.clusters)
        if (cluster.p > 0.02) EXPECT_NEAR(*cluster.gumbel_p, cluster.p, 0.08);
    const auto sure = scan(town(40), {.replicates = 999, .replication = {.gumbel = true}});
    EXPECT_LT(*sure.clusters[0].gumbel_p, 1e-6);
    EXPECT_GT(*sure.clusters[0].gumbel_p, 0);
}

}  // namespace
}  // namespace maillage::engine
