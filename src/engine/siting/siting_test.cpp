#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/siting/coverage.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// York: 71 existing sites (listed buildings of grade I), 1 814 crimes of September 2016, 100 m.
TEST(Siting, in_york_reaches_the_known_maxima_with_their_proof) {
    REFERENCE_TABLE(buildings, "crime/york_listed_buildings.csv");
    REFERENCE_TABLE(crimes, "crime/york_crime_sept2016.csv");
    const auto bx = buildings.numbers("long"), by = buildings.numbers("lat");
    const auto cx = crimes.numbers("long"), cy = crimes.numbers("lat");
    const SitingPlaces places{.candidate_x = bx,
                              .candidate_y = by,
                              .demand_x = cx,
                              .demand_y = cy,
                              .demand_weight = {},
                              .radius = 100,
                              .plane = SitingPlane::longitude_latitude};
    const Coverage coverage = coverage_within(places).value();
    std::vector<std::uint8_t> existing;
    std::vector<std::uint32_t> sites;
    const auto grades = buildings.texts("grade");
    for (std::uint32_t i = 0; i < grades.size(); ++i) {
        existing.push_back(grades[i] == "I");
        if (existing.back() != 0) sites.push_back(i);
    }
    EXPECT_EQ(sites.size(), 71U);
    EXPECT_NEAR(mean_nearest_distance(places, sites), 1400.19, 0.005);
    const std::pair<std::uint32_t, double> maxima[] = {{1, 374}, {5, 437}, {20, 540}, {60, 659}};
    for (const auto& [add, total] : maxima) {
        const auto found = add_sites(coverage, existing, {.sites = add}).value();
        EXPECT_EQ(found.total, 1814);
        EXPECT_EQ(found.already, 339);
        EXPECT_EQ(found.already + found.added.covered, total) << add << " sites";
        EXPECT_EQ(found.already + found.added.bound, total) << add << " sites";
        EXPECT_TRUE(found.added.proven);
        EXPECT_EQ(found.added.chosen.size(), add);
        for (std::size_t k = 1; k < found.added.gains.size(); ++k)
            EXPECT_LE(found.added.gains[k], found.added.gains[k - 1]);
    }
}

RC_GTEST_PROP(Siting, is_the_best_of_all_choices, ()) {
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 0);
    const std::uint32_t candidates = 2 + draws.below(9), demand = 1 + draws.below(25);
    Coverage coverage{.covered = std::vector<std::vector<std::uint32_t>>(candidates), .weight = {}};
    const bool whole = draws.below(2) == 1;
    for (std::uint32_t d = 0; d < demand; ++d) {
        coverage.weight.push_back(whole ? draws.below(5) : 3 * draws.uniform());
        for (auto& covered : coverage.covered)
            if (draws.below(4) == 0) covered.push_back(d);
    }
    const std::uint32_t sites = 1 + draws.below(candidates);
    const auto found = maximal_covering(coverage, {.sites = sites});
    RC_ASSERT(found.has_value());
    double best = 0;
    for (unsigned mask = 0; mask < 1U << candidates; ++mask) {
        if (static_cast<std::uint32_t>(__builtin_popcount(mask)) > sites) continue;
        double sum = 0;
        for (std::uint32_t d = 0; d < demand; ++d) {
            bool seen = false;
            for (std::uint32_t c = 0; c < candidates; ++c)
                seen |= (mask >> c & 1U) != 0 &&
                        std::binary_search(coverage.covered[c].begin(), coverage.covered[c].end(), d);
            sum += seen ? coverage.weight[d] : 0;
        }
        best = std::max(best, sum);
    }
    RC_ASSERT(std::abs(found->covered - best) < 1e-6);
    RC_ASSERT(found->bound >= best - 1e-6);
}

TEST(Siting, without_time_for_a_proof_still_gives_an_upper_bound) {
    Coverage coverage;
    Draws draws(12, Stream::demonstration, 0);
    coverage.covered.resize(60);
    for (std::uint32_t d = 0; d < 200; ++d) {
        coverage.weight.push_back(1 + draws.below(9));
        for (auto& covered : coverage.covered)
            if (draws.below(12) == 0) covered.push_back(d);
    }
    const auto quick = maximal_covering(coverage, {.sites = 9, .most_nodes = 0}).value();
    const auto whole = maximal_covering(coverage, {.sites = 9, .most_nodes = 3000}).value();
    EXPECT_GE(quick.bound, whole.covered);
    EXPECT_GE(whole.covered, quick.covered);
    EXPECT_LE(whole.bound, quick.bound + 1e-9);
}

TEST(Siting, refuses_no_candidate_no_site_and_degrees_for_metres) {
    EXPECT_EQ(maximal_covering({}, {}).error().reason, Reason::empty);
    EXPECT_EQ(maximal_covering({.covered = {{0}}, .weight = {1}}, {.sites = 0}).error().reason,
              Reason::parameter_out_of_range);
    EXPECT_EQ(maximal_covering({.covered = {{7}}, .weight = {1}}, {}).error(),
              (Refusal{Reason::index_out_of_range, 7, 1}));
    const std::vector<double> lon{-1.08, -1.09}, lat{53.9, 53.8};
    EXPECT_EQ(coverage_within({.candidate_x = lon, .candidate_y = lat, .demand_x = lon, .demand_y = lat})
                  .error()
                  .reason,
              Reason::looks_like_degrees);
}

}  // namespace
}  // namespace maillage::engine
