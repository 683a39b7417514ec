#include "engine/space/autocorrelation.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

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

// Anselin's Columbus data; values of spdep 1.2-7.
TEST(Autocorrelation, of_the_columbus_crimes_is_spdeps) {
    REFERENCE_TABLE(columbus, "reference/columbus.csv");
    REFERENCE_TABLE(pairs, "reference/columbus_gal_pairs.csv");
    const auto crime = columbus.numbers("CRIME");
    const Neighbours next = neighbours_from(pairs, 49);

    const auto i = moran(crime, next, Weights::row_standardised).value();
    EXPECT_NEAR(i.statistic, 0.485770913662, 1e-11);
    EXPECT_NEAR(i.expected, -0.020833333333, 1e-11);
    EXPECT_NEAR(i.variance, 0.008991121322, 1e-11);
    EXPECT_NEAR(i.z, 5.3427136, 1e-6);
    const auto normal = moran(crime, next, Weights::row_standardised, Null::normality).value();
    EXPECT_NEAR(normal.variance, 0.008860962269, 1e-11);
    EXPECT_NEAR(normal.z, 5.3818103, 1e-6);
    const auto c = geary(crime, next, Weights::row_standardised).value();
    EXPECT_NEAR(c.statistic, 0.54780337717, 1e-10);
    EXPECT_NEAR(c.variance, 0.00980410787, 1e-10);
    EXPECT_NEAR(c.z, 4.5669186, 1e-6);
    const auto g = getis_g(crime, next).value();
    EXPECT_NEAR(g.statistic, 0.1227242454, 1e-9);
    EXPECT_NEAR(g.expected, 0.09778911565, 1e-10);
    EXPECT_NEAR(g.variance, 3.383971558e-05, 1e-13);
    EXPECT_NEAR(g.z, 4.2864551, 1e-6);
}

// North Carolina, two islands; values of spdep 1.2-7.
TEST(Autocorrelation, with_islands_follows_the_usual_convention) {
    REFERENCE_TABLE(carolina, "reference/nc_sids_local.csv");
    REFERENCE_TABLE(pairs, "reference/nc_ncCC89_pairs.csv");
    const auto rate = carolina.numbers("ftSID74");
    const Neighbours next = neighbours_from(pairs, 100);

    const auto w = moran(rate, next, Weights::row_standardised).value();
    EXPECT_EQ(w.islands, 2U);
    EXPECT_NEAR(w.statistic, 0.269756869652, 1e-11);
    EXPECT_NEAR(w.variance, 0.005566389384, 1e-11);
    EXPECT_NEAR(w.z, 3.7538233, 1e-6);
    const auto b = moran(rate, next, Weights::binary).value();
    EXPECT_NEAR(b.statistic, 0.253677290858, 1e-11);
    EXPECT_NEAR(b.variance, 0.004778579318, 1e-11);
    EXPECT_NEAR(b.z, 3.8188485, 1e-6);
    EXPECT_NEAR(geary(rate, next, Weights::row_standardised).value().statistic, 0.685561243045, 1e-11);

    std::vector<double> raw;
    const auto cases = carolina.numbers("SID74"), births = carolina.numbers("BIR74");
    for (std::size_t i = 0; i < cases.size(); ++i) raw.push_back(cases[i] / births[i] * 1000);
    const auto of_rates = moran(raw, next, Weights::binary).value();
    EXPECT_NEAR(of_rates.statistic, 0.209043594709, 1e-11);
    EXPECT_NEAR(of_rates.variance, 0.004593566697, 1e-11);
    EXPECT_NEAR(of_rates.z, 3.2364456, 1e-6);
    const auto g = getis_g(raw, next).value();
    EXPECT_NEAR(g.statistic, 0.04252447083, 1e-10);
    EXPECT_NEAR(g.variance, 7.827864905e-06, 1e-14);
    EXPECT_NEAR(g.z, 0.38492802, 1e-6);
}

RC_GTEST_PROP(Autocorrelation, does_not_depend_on_the_unit_of_the_values, ()) {
    const auto values = *rc::gen::container<std::vector<double>>(
        25, rc::gen::map(rc::gen::inRange(0, 50), [](int v) { return static_cast<double>(v); }));
    const Neighbours lattice = queen_lattice(5, 5);
    const auto found = moran(values, lattice, Weights::row_standardised);
    RC_PRE(found.has_value());
    std::vector<double> scaled;
    for (const double v : values) scaled.push_back(1000 + 7 * v);
    const auto again = moran(scaled, lattice, Weights::row_standardised).value();
    RC_ASSERT(std::abs(again.statistic - found->statistic) < 1e-9);
    RC_ASSERT(std::abs(again.variance - found->variance) < 1e-9);
}

TEST(Autocorrelation, refuses_what_has_no_answer) {
    const Neighbours lattice = queen_lattice(3, 3);
    EXPECT_EQ(moran({}, Neighbours{}, Weights::binary).error().reason, Reason::empty);
    EXPECT_EQ(moran(std::vector<double>(9, 2.0), lattice, Weights::binary).error(),
              (Refusal{Reason::all_identical, 2, 0}));
    std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, std::nan("")};
    EXPECT_EQ(geary(values, lattice, Weights::binary).error(), (Refusal{Reason::not_finite, 8, 0}));
    EXPECT_EQ(moran(std::vector<double>{1, 2}, lattice, Weights::binary).error().reason,
              Reason::lengths_differ);
    const Neighbours islands = neighbours_of_pairs({}, 9).value();
    values[8] = 9;
    EXPECT_EQ(moran(values, islands, Weights::binary).error().reason, Reason::no_neighbours);
}

TEST(Neighbours, within_a_distance_equal_brute_force_and_refuse_degrees) {
    std::vector<double> x, y;
    for (int i = 0; i < 300; ++i) {
        x.push_back(std::fmod(i * 7919.0, 1000.0));
        y.push_back(std::fmod(i * 104729.0, 700.0));
    }
    const auto found = neighbours_within(x, y, 60).value();
    for (std::size_t i = 0; i < x.size(); ++i) {
        std::vector<std::uint32_t> brute;
        for (std::size_t j = 0; j < x.size(); ++j)
            if (j != i && (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]) <= 3600)
                brute.push_back(static_cast<std::uint32_t>(j));
        const auto of = found.of(i);
        ASSERT_EQ(std::vector<std::uint32_t>(of.begin(), of.end()), brute);
    }
    EXPECT_EQ(
        neighbours_within(std::vector<double>{-0.77, 2.3}, std::vector<double>{48, 49}, 100).error().reason,
        Reason::looks_like_degrees);
}

}  // namespace
}  // namespace maillage::engine
