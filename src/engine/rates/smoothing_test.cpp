#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/rates/choynowski.hpp"
#include "engine/rates/empirical_bayes.hpp"
#include "engine/rates/empirical_bayes_moran.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

Neighbours counties(const test::ReferenceTable& pairs, std::uint32_t units) {
    const auto from = pairs.numbers("i"), to = pairs.numbers("j");
    std::vector<Pair> found;
    for (std::size_t k = 0; k < from.size(); ++k)
        found.push_back({static_cast<std::uint32_t>(from[k]) - 1, static_cast<std::uint32_t>(to[k]) - 1});
    return neighbours_of_pairs(found, units).value();
}

// Sudden infant deaths in North Carolina, 1974–78 (Cressie & Read 1985), by spdep 1.2-7: EBest, EBlocal,
// choynowski, probmap, EBImoran.mc.
TEST(Empirical_bayes, gives_the_smoothed_rates_of_the_reference) {
    REFERENCE_TABLE(table, "reference/nc_sids_local.csv");
    const auto smoothed = empirical_bayes(table.numbers("SID74"), table.numbers("BIR74")).value();
    EXPECT_NEAR(smoothed.variance, 7.692930647e-07, 1e-15);
    EXPECT_NEAR(smoothed.mean, 0.002021444894, 1e-11);
    const auto expected = table.numbers("EB");
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(smoothed.rate[i], expected[i], 1e-9 * expected[i]) << i;
}

TEST(Local_empirical_bayes, gives_the_smoothed_rates_of_the_reference) {
    REFERENCE_TABLE(table, "reference/nc_sids_local.csv");
    const auto expected = table.numbers("EBlocal");
    for (const char* name : {"reference/nc_ncCC89_pairs.csv"}) {
        REFERENCE_TABLE(pairs, name);
        const auto rates =
            local_empirical_bayes(table.numbers("SID74"), table.numbers("BIR74"), counties(pairs, 100))
                .value();
        for (std::size_t i = 0; i < expected.size(); ++i)
            EXPECT_NEAR(rates[i], std::isnan(expected[i]) ? 0 : expected[i], 1e-9 * rates[i]) << i;
    }
}

TEST(Choynowskis_map, gives_the_probabilities_of_the_reference) {
    REFERENCE_TABLE(table, "reference/nc_sids_local.csv");
    const auto zones = choynowski(table.numbers("SID74"), table.numbers("BIR74")).value();
    const auto p = table.numbers("choy_p"), at_most = table.numbers("probmap_p");
    for (std::size_t i = 0; i < p.size(); ++i) {
        EXPECT_NEAR(zones[i].p, p[i], 1e-9) << i;
        EXPECT_NEAR(zones[i].p_at_most, at_most[i], 1e-9) << i;
    }
}

TEST(Morans_i_of_smoothed_rates, is_the_reference_and_beyond_chance) {
    REFERENCE_TABLE(table, "reference/nc_sids_local.csv");
    REFERENCE_TABLE(pairs, "reference/nc_ncCC89_pairs.csv");
    const auto found =
        empirical_bayes_moran(table.numbers("SID74"), table.numbers("BIR74"), counties(pairs, 100)).value();
    EXPECT_NEAR(found.statistic, 0.2578896, 5e-8);
    EXPECT_LE(found.p_greater, 0.005);
}

// Rates between the crude one and the mean; the same for people counted in thousands; zones in any order.
RC_GTEST_PROP(Empirical_bayes, draws_each_rate_towards_the_mean, ()) {
    const auto size = static_cast<std::size_t>(*rc::gen::inRange(2, 30));
    std::vector<double> cases(size), people(size);
    for (std::size_t i = 0; i < size; ++i) {
        people[i] = *rc::gen::inRange(1, 5000);
        cases[i] = *rc::gen::inRange(i == 0 ? 1 : 0, 40);
    }
    const auto found = empirical_bayes(cases, people).value();
    for (std::size_t i = 0; i < size; ++i) {
        const double crude = cases[i] / people[i];
        RC_ASSERT(found.rate[i] >= std::min(crude, found.mean) - 1e-12);
        RC_ASSERT(found.rate[i] <= std::max(crude, found.mean) + 1e-12);
    }
    std::reverse(cases.begin(), cases.end());
    std::reverse(people.begin(), people.end());
    const auto reversed = empirical_bayes(cases, people).value();
    for (std::size_t i = 0; i < size; ++i)
        RC_ASSERT(std::abs(reversed.rate[size - 1 - i] - found.rate[i]) <= 1e-9 * (found.rate[i] + 1e-9));
}

// When everybody is everybody's neighbour, the neighbourhood is the town.
TEST(Local_empirical_bayes, is_the_global_one_when_all_are_neighbours) {
    const std::vector<double> cases{3, 0, 12, 5}, people{100, 80, 300, 900};
    std::vector<Pair> pairs;
    for (std::uint32_t i = 0; i < 4; ++i)
        for (std::uint32_t j = 0; j < 4; ++j) pairs.push_back({i, j});
    const auto local = local_empirical_bayes(cases, people, neighbours_of_pairs(pairs, 4).value()).value();
    const auto global = empirical_bayes(cases, people).value();
    for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(local[i], global.rate[i], 1e-12);
}

TEST(Smoothing, gives_a_zone_without_people_the_common_rate_and_refuses_its_cases) {
    const auto found = empirical_bayes(std::vector<double>{4, 0, 9}, std::vector<double>{100, 0, 90}).value();
    EXPECT_DOUBLE_EQ(found.rate[1], found.mean);
    EXPECT_EQ(empirical_bayes(std::vector<double>{4, 1}, std::vector<double>{100, 0}).error(),
              (Refusal{Reason::zero_population, 1}));
    EXPECT_EQ(empirical_bayes(std::vector<double>{0, 0}, std::vector<double>{1, 1}).error().reason,
              Reason::too_few_events);
    EXPECT_EQ(empirical_bayes({}, {}).error().reason, Reason::empty);
    EXPECT_EQ(choynowski(std::vector<double>{0}, std::vector<double>{1}).error().reason,
              Reason::too_few_events);
    const std::vector<double> same{2, 2, 2}, people{10, 10, 10};
    EXPECT_EQ(empirical_bayes_moran(same, people, queen_lattice(3, 1)).error().reason, Reason::all_identical);
    EXPECT_EQ(empirical_bayes_moran(std::vector<double>{1, 2, 3}, people, Neighbours{{0, 0, 0, 0}, {}})
                  .error()
                  .reason,
              Reason::no_neighbours);
}

}  // namespace
}  // namespace maillage::engine
