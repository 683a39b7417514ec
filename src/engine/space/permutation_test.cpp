#include "engine/space/permutation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/philox.hpp"
#include "engine/space/local_statistics.hpp"
#include "foundation/thread_pool.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

std::vector<double> random_values(std::size_t n, std::uint64_t seed) {
    std::vector<double> values(n);
    Draws draws(seed, Stream::demonstration, 0);
    for (double& v : values) v = std::floor(20 * draws.uniform() * draws.uniform());
    return values;
}

// The textbook way: for each unit, shuffle the others and sum as many as it has neighbours.
double brute_force_p_high(std::span<const double> values, const Neighbours& next, std::size_t unit,
                          std::uint32_t permutations) {
    std::vector<double> others;
    for (std::size_t j = 0; j < values.size(); ++j)
        if (j != unit) others.push_back(values[j]);
    double lag = 0;
    for (const std::uint32_t j : next.of(unit)) lag += values[j];
    std::uint32_t at_least = 0;
    for (std::uint32_t r = 0; r < permutations; ++r) {
        Draws draws(99, Stream::demonstration, r, static_cast<std::uint32_t>(unit));
        double sum = 0;
        for (std::size_t k = 0; k < next.degree(unit); ++k) {
            std::swap(others[k], others[k + draws.below(static_cast<std::uint32_t>(others.size() - k))]);
            sum += others[k];
        }
        at_least += sum >= lag - 1e-9;
    }
    return (1.0 + at_least) / (permutations + 1.0);
}

TEST(Shared_samples, give_the_p_of_brute_force_within_monte_carlo_error) {
    const auto values = random_values(60, 4);
    const Neighbours next = queen_lattice(10, 6);
    const auto shared = local_g_permuted(values, next, {.permutations = 9999, .seed = 17}).value();
    double distance = 0;
    for (std::size_t i = 0; i < 60; ++i) {
        const double brute = brute_force_p_high(values, next, i, 4000);
        const double error = std::sqrt(brute * (1 - brute) * (1 / 4000.0 + 1 / 9999.0)) + 5e-4;
        EXPECT_NEAR(shared[i].p_high, brute, 4 * error) << "unit " << i;
        EXPECT_GE(shared[i].samples, 9999U);
        distance += (shared[i].p_high - brute) / error;
    }
    EXPECT_NEAR(distance / 60, 0, 0.6);
}

TEST(Shared_samples, rank_many_neighbours_by_those_left_out) {
    const auto values = random_values(9, 6);
    std::vector<Pair> pairs;
    for (std::uint32_t i = 0; i < 9; ++i)
        for (std::uint32_t j = 0; j < 9; ++j)
            if (i != j && (i + 1) % 9 != j) pairs.push_back({i, j});
    const Neighbours next = neighbours_of_pairs(pairs, 9).value();
    const auto shared = local_g_permuted(values, next, {.permutations = 9999, .seed = 5}).value();
    for (std::size_t i = 0; i < 9; ++i)
        EXPECT_NEAR(shared[i].p_high, brute_force_p_high(values, next, i, 4000), 0.035);
}

TEST(Permutation_inference, has_the_same_bits_for_1_2_and_7_threads) {
    const auto values = random_values(2500, 1);
    const Neighbours next = queen_lattice(50, 50);
    const auto alone = local_moran_permuted(values, next, {.seed = 3}).value();
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        const auto found = local_moran_permuted(values, next, {.seed = 3}, pool.executor()).value();
        for (std::size_t i = 0; i < values.size(); ++i) ASSERT_EQ(found[i].p, alone[i].p);
    }
}

TEST(Permutation_inference, follows_the_units_names_when_rows_are_re_ordered) {
    const auto values = random_values(64, 2);
    const Neighbours next = queen_lattice(8, 8);
    const auto before = local_moran_permuted(values, next, {.seed = 8}).value();
    // Row r holds unit (r·5 + 3) mod 64.
    std::vector<std::uint32_t> unit_of_row(64), row_of_unit(64);
    for (std::uint32_t r = 0; r < 64; ++r) row_of_unit[unit_of_row[r] = (r * 5 + 3) % 64] = r;
    std::vector<double> moved(64);
    std::vector<Pair> pairs;
    for (std::uint32_t r = 0; r < 64; ++r) {
        moved[r] = values[unit_of_row[r]];
        for (const std::uint32_t j : next.of(unit_of_row[r])) pairs.push_back({r, row_of_unit[j]});
    }
    const auto after =
        local_moran_permuted(moved, neighbours_of_pairs(pairs, 64).value(), {.seed = 8, .names = unit_of_row})
            .value();
    for (std::uint32_t r = 0; r < 64; ++r) EXPECT_EQ(after[r].p, before[unit_of_row[r]].p);
}

TEST(Permutation_p, is_uniform_when_places_mean_nothing) {
    // One unit a map, so that the p are independent; Kolmogorov–Smirnov at 1 ‰ (Massey 1951).
    const Neighbours next = queen_lattice(7, 7);
    constexpr int maps = 400;
    std::vector<double> p;
    for (std::uint64_t map = 0; map < maps; ++map) {
        std::vector<double> values(49);
        Draws draws(map, Stream::demonstration, 5);
        for (double& v : values) v = draws.uniform();
        p.push_back(
            local_g_permuted(values, next, {.permutations = 499, .seed = map + 1000}).value()[24].p_high);
    }
    std::sort(p.begin(), p.end());
    double farthest = 0;
    for (int i = 0; i < maps; ++i)
        farthest = std::max({farthest, std::abs(p[static_cast<std::size_t>(i)] - (i + 1.0) / maps),
                             std::abs(p[static_cast<std::size_t>(i)] - static_cast<double>(i) / maps)});
    EXPECT_LT(farthest, 1.95 / std::sqrt(static_cast<double>(maps)) + 1.0 / 500);
}

// North Carolina: 9 999 conditional permutations of spdep. Both p are Monte-Carlo and two-sided, of variance
// 2p/R each; 98 counties at once need 4.5 standard errors where one would need 3; p are steps of 2/(R + 1).
TEST(Local_morans_permutation_p, agrees_with_spdeps_on_north_carolina) {
    REFERENCE_TABLE(carolina, "reference/nc_sids_local.csv");
    REFERENCE_TABLE(pairs, "reference/nc_ncCC89_pairs.csv");
    std::vector<Pair> list;
    const auto from = pairs.numbers("i"), to = pairs.numbers("j");
    for (std::size_t k = 0; k < from.size(); ++k)
        list.push_back({static_cast<std::uint32_t>(from[k]) - 1, static_cast<std::uint32_t>(to[k]) - 1});
    const Neighbours next = neighbours_of_pairs(list, 100).value();
    const auto found =
        local_moran_permuted(carolina.numbers("ftSID74"), next, {.permutations = 9999, .seed = 1}).value();
    const auto spdep = carolina.numbers("perm9999_psim");
    std::size_t islands = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i].defined) {
            ++islands;
            continue;
        }
        EXPECT_NEAR(found[i].p, spdep[i], 4.5 * std::sqrt(spdep[i] * 2 / 9999 * 2) + 6e-4) << "unit " << i;
    }
    EXPECT_EQ(islands, 2U);
}

TEST(Permutation_inference, refuses_bad_columns) {
    const Neighbours next = queen_lattice(2, 2);
    EXPECT_EQ(local_g_permuted(std::vector<double>(4, 2.0), next, {}).error().reason, Reason::all_identical);
    EXPECT_EQ(local_g_permuted(std::vector<double>{1, 2, 3}, next, {}).error().reason,
              Reason::lengths_differ);
    EXPECT_EQ(local_g_permuted(std::vector<double>{1, 2, 3, 4}, next, {.permutations = 5}).error().reason,
              Reason::parameter_out_of_range);
}

}  // namespace
}  // namespace maillage::engine
