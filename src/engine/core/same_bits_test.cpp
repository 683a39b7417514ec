#include <gtest/gtest.h>

#include <algorithm>

#include "engine/core/philox.hpp"
#include "engine/points/nearest_neighbour.hpp"
#include "engine/scan/space_time_scan.hpp"
#include "engine/space/autocorrelation.hpp"
#include "engine/space/global_permutation.hpp"
#include "foundation/thread_pool.hpp"

// The same bits for 1, 2 and 7 threads, of methods whose own tests look at other things.
namespace maillage::engine {
namespace {

template <class Compute>
void expect_same_bits(Compute&& compute) {
    const auto expected = compute(foundation::run_inline);
    for (const unsigned threads : {1U, 2U, 7U}) {
        foundation::ThreadPool pool(threads);
        EXPECT_EQ(compute(pool.executor()), expected) << threads;
    }
}

std::vector<double> drawn(std::uint32_t column, std::size_t n) {
    Draws draws(31, Stream::demonstration, column);
    std::vector<double> values(n);
    for (double& value : values) value = draws.uniform() * 1000;
    return values;
}

TEST(The_same_bits, come_from_nearest_distances) {
    const auto x = drawn(0, 5000), y = drawn(1, 5000);
    expect_same_bits([&](const foundation::Executor& run) { return nearest_distances(x, y, run); });
}

TEST(The_same_bits, come_from_the_poisson_scan_in_space_and_time) {
    constexpr std::size_t units = 20, steps = 6;
    const auto x = drawn(2, units), y = drawn(3, units);
    std::vector<double> cases(units * steps, 1), expected(units * steps, 1);
    cases[2 * steps + 3] = 9;
    expect_same_bits([&](const foundation::Executor& run) {
        const auto found =
            space_time_scan(x, y, {.units = units, .steps = steps, .cases = cases, .expected = expected},
                            {.scan = {.replicates = 199, .seed = 5}}, run);
        return found.value().maxima;
    });
}

TEST(The_same_bits, come_from_a_global_permutation_test) {
    const Neighbours queen = queen_lattice(9, 9);
    const auto values = drawn(4, 81);
    expect_same_bits([&](const foundation::Executor& run) {
        const auto found = permuted_global(GlobalMeasure::moran, values, queen, {.seed = 3}, run).value();
        return std::pair(found.p_alike, found.p);
    });
}

// Its p stands where the observed statistic does among all: half of random maps are more alike than theirs.
TEST(A_global_permutation_test, has_uniform_p_and_sees_what_is_alike) {
    const Neighbours queen = queen_lattice(6, 6);
    for (const GlobalMeasure measure : {GlobalMeasure::moran, GlobalMeasure::geary, GlobalMeasure::getis_g}) {
        std::vector<double> p;
        for (std::uint32_t map = 0; map < 60; ++map)
            p.push_back(permuted_global(measure, drawn(100 + map, 36), queen,
                                        {.weights = Weights::binary, .replicates = 99, .seed = map})
                            ->p_alike);
        std::ranges::sort(p);
        double furthest = 0;
        for (std::size_t i = 0; i < p.size(); ++i)
            furthest = std::max(furthest, std::abs(p[i] - (static_cast<double>(i) + 0.5) / 60));
        EXPECT_LT(furthest, 0.21);  // Kolmogorov–Smirnov at 1 % for 60 maps
        std::vector<double> slope(36);
        for (std::size_t i = 0; i < 36; ++i) slope[i] = static_cast<double>(i) + 1;
        EXPECT_DOUBLE_EQ(
            permuted_global(measure, slope, queen, {.weights = Weights::binary, .replicates = 999})->p_alike,
            0.001);
    }
}

TEST(A_global_permutation_test, refuses_what_the_statistic_refuses) {
    const Neighbours queen = queen_lattice(3, 3);
    EXPECT_EQ(permuted_global(GlobalMeasure::moran, std::vector<double>(9, 1.0), queen, {}).error().reason,
              Reason::all_identical);
    EXPECT_EQ(permuted_global(GlobalMeasure::moran, drawn(5, 9), queen, {.replicates = 0}).error().reason,
              Reason::parameter_out_of_range);
}

// With rows that sum to 1 on a ring every unit weighs the same: G is half the binary one's sum over pairs.
TEST(Getis_gs_global_g, takes_rows_that_sum_to_1) {
    std::vector<Pair> ring;
    for (std::uint32_t i = 0; i < 8; ++i) {
        ring.push_back({i, (i + 1) % 8});
        ring.push_back({i, (i + 7) % 8});
    }
    const Neighbours neighbours = neighbours_of_pairs(ring, 8).value();
    const auto values = drawn(6, 8);
    const auto binary = getis_g(values, neighbours).value();
    const auto row = getis_g(values, neighbours, Weights::row_standardised).value();
    EXPECT_NEAR(row.statistic, binary.statistic / 2, 1e-12);
    EXPECT_NEAR(row.z, binary.z, 1e-9);
}

}  // namespace
}  // namespace maillage::engine
