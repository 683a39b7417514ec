#include "engine/scan/spatial_scan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/scan/likelihood.hpp"
#include "foundation/thread_pool.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// SaTScan's own unit test, to its tolerance.
TEST(The_likelihood_ratio, is_satscans) {
    EXPECT_NEAR(poisson_llr(10, 1, 1175) / 14.060436, 1, 1e-5);
    EXPECT_NEAR(poisson_llr(2, 1, 1175) / 0.386720, 1, 1e-5);
    EXPECT_EQ(poisson_llr(1, 0.01, 1175), 0);
    EXPECT_EQ(poisson_llr(5, 6, 1175), 0);
    EXPECT_NEAR(poisson_llr(10, largest_expected(10, 4, 1175), 1175), 4, 1e-9);
}

std::vector<std::uint32_t> rows(const ScanCluster& cluster) {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t unit : cluster.units) found.push_back(unit + 1);
    return found;
}

// New York leukaemia (Waller et al. 1994): fractional cases, kept as they are.
TEST(The_spatial_scan, of_new_yorks_leukaemia_finds_the_known_clusters) {
    REFERENCE_TABLE(tracts, "reference/NYleukemia_tracts.csv");
    const auto x = tracts.numbers("x_km"), y = tracts.numbers("y_km");
    const auto cases = tracts.numbers("cases"), people = tracts.numbers("population");
    for (const double share : {0.15, 0.5}) {
        const ScanOptions options{.zones = {.largest_share = share}, .replicates = 99, .seed = 5};
        const auto poisson = poisson_scan(x, y, cases, people, options).value();
        ASSERT_GE(poisson.clusters.size(), 2U);
        EXPECT_NEAR(poisson.clusters[0].llr, 13.278157909, 1e-8);
        EXPECT_EQ(rows(poisson.clusters[0]),
                  (std::vector<std::uint32_t>{52, 50, 53, 38, 49, 48, 37, 39, 15, 1,  47, 44, 16, 40, 51,
                                              14, 2,  43, 13, 45, 55, 17, 3,  11, 12, 36, 46, 35, 54, 5}));
        EXPECT_NEAR(poisson.clusters[0].cases, 108.763859, 1e-6);
        EXPECT_NEAR(poisson.clusters[0].expected, 66.10394619, 1e-8);
        EXPECT_NEAR(poisson.clusters[1].llr, 8.499444171, 1e-8);
        EXPECT_EQ(poisson.clusters[1].units.size(), 9U);
        EXPECT_EQ(poisson.clusters[1].centre, 87U);
        EXPECT_LE(poisson.clusters[0].p, 0.02);

        const auto bernoulli = bernoulli_scan(x, y, cases, people, options).value();
        EXPECT_NEAR(bernoulli.clusters[0].llr, 13.286836783, 1e-8);
        EXPECT_NEAR(bernoulli.clusters[1].llr, 8.505478003, 1e-8);
        EXPECT_EQ(bernoulli.clusters[0].units.size(), 30U);
        EXPECT_LE(bernoulli.clusters[0].p, 0.02);
    }
}

TEST(The_spatial_scan, of_scottish_lip_cancer_uses_the_expected_counts_given) {
    REFERENCE_TABLE(districts, "reference/scotland_lip.csv");
    const auto found =
        poisson_scan(districts.numbers("x_km"), districts.numbers("y_km"), districts.numbers("cases"),
                     districts.numbers("expected"), {.replicates = 99})
            .value();
    EXPECT_NEAR(found.clusters[0].llr, 99.00098641, 1e-7);
    EXPECT_EQ(rows(found.clusters[0]),
              (std::vector<std::uint32_t>{12, 3, 5, 13, 19, 7, 6, 17, 11, 1, 2, 10, 9, 16}));
    EXPECT_EQ(found.clusters[0].cases, 175);
    EXPECT_EQ(found.clusters[0].p, 0.01);
}

TEST(Two_disjoint_zones_with_the_same_ratio, are_both_reported_the_smaller_first) {
    const std::vector<double> x{0, 1, 50, 100, 150}, y(5, 0.0);
    const std::vector<double> cases{4, 4, 0, 8, 0}, people{5, 5, 40, 10, 40};
    const auto found = poisson_scan(x, y, cases, people, {.replicates = 0}).value();
    ASSERT_EQ(found.clusters.size(), 2U);
    EXPECT_EQ(found.clusters[0].llr, found.clusters[1].llr);
    EXPECT_EQ(found.clusters[0].units, (std::vector<std::uint32_t>{3}));
    EXPECT_EQ(found.clusters[1].units.size(), 2U);
}

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
        town.cases.push_back(std::min(town.people.back(), std::floor(6 * draws.uniform() * draws.uniform())));
    }
    town.cases[0] = std::max(town.cases[0], 1.0);
    town.cases[1] = std::max(town.cases[1], 1.0);
    return town;
}

// Every circle around every unit, counted from scratch.
double brute_force(const Town& town, double share) {
    const std::size_t n = town.x.size();
    double total = 0, people = 0, best = 0;
    for (std::size_t i = 0; i < n; ++i) total += town.cases[i], people += town.people[i];
    for (std::size_t centre = 0; centre < n; ++centre) {
        std::vector<std::size_t> order(n);
        for (std::size_t i = 0; i < n; ++i) order[i] = i;
        const auto d = [&](std::size_t i) {
            return std::pow(town.x[i] - town.x[centre], 2) + std::pow(town.y[i] - town.y[centre], 2);
        };
        std::sort(order.begin(), order.end(),
                  [&](auto a, auto b) { return d(a) != d(b) ? d(a) < d(b) : a < b; });
        double c = 0, p = 0;
        for (const std::size_t unit : order) {
            c += town.cases[unit];
            p += town.people[unit];
            if (p > share * people) break;
            const double mu = total * p / people;
            if (c >= 2 && c > mu)
                best =
                    std::max(best, c * std::log(c / mu) +
                                       (c < total ? (total - c) * std::log((total - c) / (total - mu)) : 0));
        }
    }
    return best;
}

RC_GTEST_PROP(The_spatial_scan, is_the_best_of_all_circles, ()) {
    const Town town = random_town(12, static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)));
    const auto found = poisson_scan(town.x, town.y, town.cases, town.people, {.replicates = 0}).value();
    const double best = found.clusters.empty() ? 0 : found.clusters[0].llr;
    RC_ASSERT(std::abs(best - brute_force(town, 0.5)) < 1e-9);
}

TEST(The_maxima_of_replicates, do_not_depend_on_the_threads) {
    const Town town = random_town(40, 9);
    const ScanOptions options{.replicates = 150, .seed = 12};
    const auto alone = poisson_scan(town.x, town.y, town.cases, town.people, options).value();
    const auto bernoulli = bernoulli_scan(town.x, town.y, town.cases, town.people, options).value();
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        EXPECT_EQ(alone.maxima,
                  poisson_scan(town.x, town.y, town.cases, town.people, options, pool.executor())->maxima);
        EXPECT_EQ(bernoulli.maxima,
                  bernoulli_scan(town.x, town.y, town.cases, town.people, options, pool.executor())->maxima);
    }
}

TEST(The_scans_p, is_uniform_when_cases_fall_at_random) {
    std::vector<double> p;
    Town town = random_town(25, 77);
    double people = 0;
    for (const double n : town.people) people += n;
    for (std::uint32_t map = 0; map < 200; ++map) {
        std::fill(town.cases.begin(), town.cases.end(), 0.0);
        Draws draws(4, Stream::demonstration, map);
        for (int k = 0; k < 60; ++k) {
            double at = draws.uniform() * people;
            std::size_t unit = 0;
            while (at >= town.people[unit]) at -= town.people[unit++];
            town.cases[unit] += 1;
        }
        const auto found = poisson_scan(town.x, town.y, town.cases, town.people,
                                        {.replicates = 99, .seed = map, .most_clusters = 1})
                               .value();
        p.push_back(found.clusters.empty() ? 1 : found.clusters[0].p);
    }
    std::sort(p.begin(), p.end());
    double above = 0;  // few cases make ties, which push p up: only "too small too often" is an error
    for (std::size_t i = 0; i < p.size(); ++i) above = std::max(above, (double(i) + 1) / 200 - p[i]);
    EXPECT_LT(above, 1.63 / std::sqrt(200.0) + 0.01);
    EXPECT_LT(p[20], 0.25);
}

TEST(The_spatial_scan, refuses_zones_without_people_and_too_few_cases) {
    const std::vector<double> x{0, 1, 2}, none(3, 0.0), people{10, 0, 10}, cases{1, 2, 0};
    EXPECT_EQ(poisson_scan(x, x, cases, people, {}).error(), (Refusal{Reason::zero_population, 1, 0}));
    EXPECT_EQ(poisson_scan(x, x, none, people, {}).error().reason, Reason::too_few_events);
    EXPECT_EQ(bernoulli_scan(x, x, std::vector<double>{11, 0, 0}, people, {}).error().reason,
              Reason::negative);
    EXPECT_EQ(poisson_scan(x, std::vector<double>{0, 1, 99}, std::vector<double>{1, 0, 1}, people,
                           {.zones = {.coordinates = ScanCoordinates::longitude_latitude}})
                  .error()
                  .reason,
              Reason::parameter_out_of_range);
}

}  // namespace
}  // namespace maillage::engine
