#include "engine/space/local_statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

Neighbours neighbours_from(const test::ReferenceTable& table, std::uint32_t units) {
    std::vector<Pair> pairs;
    const auto from = table.numbers("i"), to = table.numbers("j");
    for (std::size_t k = 0; k < from.size(); ++k)
        pairs.push_back({static_cast<std::uint32_t>(from[k]) - 1, static_cast<std::uint32_t>(to[k]) - 1});
    return neighbours_of_pairs(pairs, units).value();
}

// Getis and Ord's own 16 × 16 example; all 256 units, with and without self, values of spdep 1.2-7.
TEST(Local_g, equals_the_published_lattice_to_nine_digits) {
    REFERENCE_TABLE(lattice, "reference/getisord_localG.csv");
    const auto x = lattice.numbers("x"), y = lattice.numbers("y"), value = lattice.numbers("val");
    for (const int distance : {30, 60, 90, 120}) {
        const Neighbours next = neighbours_within(x, y, distance, Plane::other_unit).value();
        const auto g = local_g(value, next).value();
        const auto star = local_g_star(value, next).value();
        const auto expected = lattice.numbers("G" + std::to_string(distance));
        const auto expected_star = lattice.numbers("Gs" + std::to_string(distance));
        for (std::size_t i = 0; i < value.size(); ++i) {
            ASSERT_NEAR(g[i].z, expected[i], 1e-9) << "unit " << i << " at " << distance;
            ASSERT_NEAR(star[i].z, expected_star[i], 1e-9) << "unit " << i << " at " << distance;
        }
    }
}

// The unit that the paper prints, row 120, and the variant of the books that divide by n − 1.
TEST(Local_g, of_the_printed_unit_is_the_printed_one_with_both_divisors) {
    REFERENCE_TABLE(lattice, "reference/getisord_localG.csv");
    const auto x = lattice.numbers("x"), y = lattice.numbers("y"), value = lattice.numbers("val");
    const double without[] = {1.221979163, 1.748097543, 1.986135427, 1.893373824};
    const double with[] = {1.450779807, 1.900558883, 2.096938746, 1.981906852};
    for (std::size_t k = 0; k < 4; ++k) {
        const Neighbours next =
            neighbours_within(x, y, 30 * (static_cast<double>(k) + 1), Plane::other_unit).value();
        EXPECT_NEAR(local_g(value, next).value()[119].z, without[k], 1e-9);
        EXPECT_NEAR(local_g_star(value, next).value()[119].z, with[k], 1e-9);
    }
    const Neighbours next = neighbours_within(x, y, 30, Plane::other_unit).value();
    EXPECT_NEAR(local_g_star(value, next, Divisor::n_minus_1).value()[119].z, 1.447943480, 1e-9);
}

// North Carolina; the example to keep in mind: 15 counties below 5 %, none once the number of tests is
// counted.
TEST(Local_moran, of_north_carolina_is_spdeps_and_nothing_survives_correction) {
    REFERENCE_TABLE(carolina, "reference/nc_sids_local.csv");
    REFERENCE_TABLE(pairs, "reference/nc_ncCC89_pairs.csv");
    const auto rate = carolina.numbers("ftSID74");
    const Neighbours next = neighbours_from(pairs, 100);

    const auto conditional = local_moran(rate, next, Weights::row_standardised).value();
    const auto total = local_moran(rate, next, Weights::row_standardised, LocalMoments::total).value();
    const auto star = local_g_star(rate, next).value();
    const auto g = local_g(rate, next).value();
    int below = 0, after_correction = 0;
    for (std::size_t i = 0; i < rate.size(); ++i) {
        if (!conditional[i].defined) continue;
        ASSERT_NEAR(conditional[i].statistic, carolina.numbers("Ii")[i], 1e-9);
        ASSERT_NEAR(conditional[i].z, carolina.numbers("Z_cond")[i], 1e-8);
        ASSERT_NEAR(conditional[i].p, carolina.numbers("p_cond")[i], 1e-9);
        ASSERT_NEAR(total[i].expected, carolina.numbers("E_tot")[i], 1e-11);
        ASSERT_NEAR(total[i].variance, carolina.numbers("V_tot")[i], 1e-9);
        ASSERT_NEAR(star[i].z, carolina.numbers("Gstar")[i], 1e-9);
        ASSERT_NEAR(g[i].z, carolina.numbers("G")[i], 1e-9);
        below += conditional[i].p < 0.05;
        after_correction += conditional[i].q < 0.05;
    }
    const auto row = [&](const char* county) {
        const auto names = carolina.texts("NAME");
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), county) - names.begin());
    };
    EXPECT_NEAR(conditional[row("Northampton")].statistic, 3.912793616, 1e-9);
    EXPECT_NEAR(star[row("Northampton")].z, 3.317726187, 1e-9);
    EXPECT_NEAR(star[row("Robeson")].z, 3.053742567, 1e-9);
    EXPECT_NEAR(conditional[row("Robeson")].z, 2.853520526, 1e-9);
    EXPECT_EQ(below, 15);
    EXPECT_EQ(after_correction, 0);
}

TEST(Local_statistics, leave_islands_undefined_and_refuse_identical_values) {
    const Neighbours line = neighbours_of_pairs(std::vector<Pair>{{0, 1}, {1, 0}, {1, 2}, {2, 1}}, 5).value();
    const auto found = local_g(std::vector<double>{1, 2, 3, 4, 9}, line).value();
    EXPECT_TRUE(found[0].defined);
    EXPECT_FALSE(found[4].defined);
    EXPECT_EQ(local_moran(std::vector<double>(5, 1.0), line, Weights::binary).error().reason,
              Reason::all_identical);
}

}  // namespace
}  // namespace maillage::engine
