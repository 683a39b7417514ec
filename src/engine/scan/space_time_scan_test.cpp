#include "engine/scan/space_time_scan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/scan/likelihood.hpp"
#include "engine/scan/person_time.hpp"
#include "foundation/thread_pool.hpp"
#include "tests/support/new_mexico.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

TEST(The_space_time_scan, of_new_mexicos_brain_cancer_is_satscans) {
    REFERENCE_FOLDER(folder, "satscan/new_mexico");
    const test::NewMexico state = test::read_new_mexico(folder);
    const auto found =
        space_time_scan(state.longitude, state.latitude,
                        {.units = 32, .steps = 19, .cases = state.cases, .expected = state.expected},
                        {.scan = {.zones = {.coordinates = ScanCoordinates::longitude_latitude},
                                  .replicates = 999,
                                  .seed = 1}})
            .value();
    ASSERT_GE(found.clusters.size(), 3U);
    const auto names = [&](const ScanCluster& cluster) {
        std::vector<std::string> list;
        for (const std::uint32_t unit : cluster.units) list.push_back(state.names[unit]);
        return list;
    };
    const ScanCluster& first = found.clusters[0];
    EXPECT_EQ(names(first),
              (std::vector<std::string>{"Torrance", "Bernalillo", "Valencia", "SantaFe", "Guadelupe",
                                        "Socorro", "Sandoval", "SanMiguel", "LosAlamos"}));
    EXPECT_EQ(first.from_step + 1973, 1985U);
    EXPECT_EQ(first.to_step + 1973, 1989U);
    EXPECT_EQ(first.cases, 236);
    EXPECT_NEAR(first.expected, 176.22, 0.005);
    EXPECT_NEAR(first.relative_risk, 1.42, 0.005);
    EXPECT_NEAR(first.radius, 125600, 5);
    EXPECT_NEAR(first.llr, 10.979758, 1e-6);
    EXPECT_NEAR(first.p, 0.014, 3 * std::sqrt(0.014 * 0.986 / 999));
    const ScanCluster& second = found.clusters[1];
    EXPECT_EQ(names(second), (std::vector<std::string>{"Chaves"}));
    EXPECT_EQ(second.cases, 16);
    EXPECT_NEAR(second.llr, 5.684828, 1e-6);
    EXPECT_NEAR(second.p, 0.692, 3 * std::sqrt(0.692 * 0.308 / 999));
    const ScanCluster& third = found.clusters[2];
    EXPECT_EQ(names(third), (std::vector<std::string>{"Curry", "Roosevelt"}));
    EXPECT_EQ(third.cases, 13);
    EXPECT_NEAR(third.llr, 3.884186, 1e-6);
    EXPECT_GT(third.p, 0.97);
}

struct Small {
    std::vector<double> x, y, cases, expected;
};
Small random_table(std::uint64_t seed) {
    Small town;
    Draws draws(seed, Stream::demonstration, 0);
    for (std::size_t i = 0; i < 7; ++i) {
        town.x.push_back(draws.below(5));
        town.y.push_back(draws.below(5));
    }
    for (std::size_t cell = 0; cell < 42; ++cell) {
        town.expected.push_back(1 + draws.below(9));
        town.cases.push_back(draws.below(3));
    }
    town.cases[0] = 2;
    return town;
}

double brute_force(const Small& town, bool prospective) {
    double total = 0, all = 0, best = 0;
    for (std::size_t cell = 0; cell < 42; ++cell) total += town.cases[cell], all += town.expected[cell];
    for (std::size_t centre = 0; centre < 7; ++centre) {
        std::vector<std::size_t> order{0, 1, 2, 3, 4, 5, 6};
        const auto d = [&](std::size_t i) {
            return std::pow(town.x[i] - town.x[centre], 2) + std::pow(town.y[i] - town.y[centre], 2);
        };
        std::sort(order.begin(), order.end(),
                  [&](auto a, auto b) { return d(a) != d(b) ? d(a) < d(b) : a < b; });
        for (std::size_t size = 1; size <= 7; ++size)
            for (std::size_t from = 0; from < 6; ++from)
                for (std::size_t to = from; to < std::min<std::size_t>(6, from + 3); ++to) {
                    double c = 0, mu = 0, zone = 0;
                    for (std::size_t k = 0; k < size; ++k)
                        for (std::size_t t = 0; t < 6; ++t) {
                            zone += town.expected[order[k] * 6 + t];
                            if (t < from || t > to) continue;
                            c += town.cases[order[k] * 6 + t];
                            mu += town.expected[order[k] * 6 + t] * total / all;
                        }
                    if (zone > 0.5 * all || (prospective && to != 5)) continue;
                    best = std::max(best, poisson_llr(c, mu, total));
                }
    }
    return best;
}

RC_GTEST_PROP(The_space_time_scan, is_the_best_of_all_cylinders, ()) {
    const Small town = random_table(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)));
    for (const ScanTime time : {ScanTime::retrospective, ScanTime::prospective}) {
        const auto found = space_time_scan(
            town.x, town.y, {.units = 7, .steps = 6, .cases = town.cases, .expected = town.expected},
            {.scan = {.replicates = 0}, .time = time});
        RC_ASSERT(found.has_value());
        const double best = found->clusters.empty() ? 0 : found->clusters[0].llr;
        RC_ASSERT(std::abs(best - brute_force(town, time == ScanTime::prospective)) < 1e-9);
    }
}

TEST(A_prospective_scan, ends_today_and_gives_a_recurrence_interval) {
    Small town = random_table(3);
    town.cases[5] = 12;
    const auto found =
        space_time_scan(town.x, town.y,
                        {.units = 7, .steps = 6, .cases = town.cases, .expected = town.expected},
                        {.scan = {.replicates = 199, .seed = 2}, .time = ScanTime::prospective})
            .value();
    EXPECT_EQ(found.clusters[0].to_step, 5U);
    EXPECT_DOUBLE_EQ(recurrence_interval_days(0.02, 7), 350);
    EXPECT_LT(found.clusters[0].p, 0.1);
}

TEST(Person_days, vary_linearly_between_censuses_and_are_constant_outside) {
    const std::vector<Census> censuses{{10, 100}, {20, 200}};
    const auto days = person_days(censuses, std::vector<double>{0, 10, 20, 30}).value();
    EXPECT_DOUBLE_EQ(days[0], 1000);
    EXPECT_DOUBLE_EQ(days[1], 1500);
    EXPECT_DOUBLE_EQ(days[2], 2000);
    EXPECT_EQ(person_days(std::vector<Census>{{1, 2}, {1, 3}}, std::vector<double>{0, 1}).error().reason,
              Reason::window_invalid);
}

}  // namespace
}  // namespace maillage::engine
