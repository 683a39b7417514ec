#include "engine/surveillance/cusum.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/surveillance/stable_neg_bin.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

std::vector<std::size_t> alarms(const std::vector<WeeklyAlarm>& weeks) {
    std::vector<std::size_t> found;
    for (const auto& week : weeks)
        if (week.alarm) found.push_back(week.week + 1);
    return found;
}

using Weeks = std::vector<std::size_t>;

// R surveillance 1.20.3, algo.cusum(trans = …, range = 209:312) of its Salmonella Agona series.
TEST(Cusum, gives_the_alarms_and_bounds_of_the_published_transformations) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    const auto counts = series.numbers("observed");
    const auto judged = [&](CusumTransform transform) {
        return cusum(counts, {.from = 208, .transform = transform}).value();
    };
    const auto standard = judged(CusumTransform::standard);
    EXPECT_EQ(alarms(standard), (Weeks{242, 245, 246, 247, 248, 249, 250, 263, 264, 265, 266, 285, 294, 295,
                                       296, 297, 298, 299}));
    EXPECT_EQ(standard[0].upper, 9);
    const auto anscombe = judged(CusumTransform::anscombe);
    EXPECT_EQ(alarms(anscombe), (Weeks{264, 265, 295, 296, 297}));
    EXPECT_NEAR(anscombe[0].upper, 9.944274072, 1e-8);
    EXPECT_EQ(alarms(judged(CusumTransform::anscombe2nd)),
              (Weeks{249, 250, 264, 265, 266, 294, 295, 296, 297, 298}));
    const auto pearson = judged(CusumTransform::pearson_neg_bin);
    EXPECT_EQ(alarms(pearson), (Weeks{250, 264, 265, 266, 294, 295, 296, 297}));
    EXPECT_NEAR(pearson[0].upper, 9.144839364, 1e-8);
    EXPECT_EQ(alarms(judged(CusumTransform::anscombe_neg_bin)), (Weeks{264, 295, 296}));
    EXPECT_EQ(judged(CusumTransform::none).size(), 104U);
}

// The same with m = "glm". Its fit stops at 1e-8; it also alarms where there are next to no facts.
TEST(Cusum, follows_a_season_when_the_past_has_one) {
    REFERENCE_TABLE(series, "reference/salmonella_agona.csv");
    const auto weeks = cusum(series.numbers("observed"),
                             {.from = 208, .past = CusumOptions::Past::seasonal, .recent = {.facts = 0}})
                           .value();
    EXPECT_EQ(alarms(weeks), (Weeks{262, 263, 264, 265, 266, 267, 268, 269, 270, 271, 272}));
    EXPECT_NEAR(weeks[0].upper, 6.669606467, 1e-4);
    EXPECT_NEAR(weeks[3].upper, 4.639363184, 1e-4);
}

// integrate() and uniroot() of R 4.2.2. Without dispersion it is the transform of Poisson counts.
TEST(What_steadies_negative_binomial_counts, is_the_integral_of_its_definition) {
    const double m = 591.0 / 208, spread = std::pow(m + 0.1 * m * m, 1.0 / 6);
    const auto z = [&](double x) { return (stable_neg_bin(x, 0.1) - stable_neg_bin(m, 0.1)) / spread; };
    EXPECT_NEAR(z(9), 2.41928313512, 1e-9);
    EXPECT_NEAR(z(0), -2.34274387108, 1e-9);
    EXPECT_NEAR(z(400), 28.5157937359, 1e-8);
    EXPECT_NEAR(count_of_stable_neg_bin(3.3 * spread + stable_neg_bin(m, 0.1), 0.1), 12.035163755, 1e-8);
    EXPECT_NEAR(stable_neg_bin(8, 0), 6, 1e-13);
    EXPECT_EQ(count_of_stable_neg_bin(-1, 0.1), 0);
    for (const double x : {1e-3, 2.0, 5e4, 1e9})
        for (const double dispersion : {1e-6, 0.1, 30.0})
            EXPECT_NEAR(count_of_stable_neg_bin(stable_neg_bin(x, dispersion), dispersion) / x, 1, 1e-9)
                << x << ' ' << dispersion;
}

// A week of exactly the bound's count raises the alarm, whatever makes weeks comparable; a count less does
// not.
TEST(The_bound_of_a_cusum, is_where_the_alarm_begins) {
    std::vector<double> counts{3, 5, 4, 2, 6, 4, 5, 3, 0};
    for (const auto transform : {CusumTransform::rossi, CusumTransform::standard, CusumTransform::anscombe,
                                 CusumTransform::anscombe2nd, CusumTransform::pearson_neg_bin,
                                 CusumTransform::anscombe_neg_bin, CusumTransform::none}) {
        const CusumOptions options{.from = 8, .transform = transform};
        const double bound = cusum(counts, options).value()[0].upper;
        counts.back() = bound + 1e-9;
        EXPECT_TRUE(cusum(counts, options).value()[0].alarm) << static_cast<int>(transform);
        counts.back() = bound - 1;
        EXPECT_FALSE(cusum(counts, options).value()[0].alarm) << static_cast<int>(transform);
    }
}

TEST(Cusum, takes_a_mean_known_otherwise) {
    const std::vector<double> weeks{2, 4, 3, 3, 9, 1};
    const auto own = cusum(weeks, {.from = 4}).value();
    const auto given = cusum(weeks, {.from = 4, .mean = 3}).value();
    EXPECT_EQ(own[0].upper, given[0].upper);
    EXPECT_EQ(cusum(weeks, {.from = 4, .mean = 0}).error().reason, Reason::parameter_out_of_range);
}

TEST(Cusum, refuses_a_reference_value_that_is_no_number) {
    const std::vector<double> weeks{2, 4, 3, 3, 9, 1};
    EXPECT_EQ(cusum(weeks, {.from = 4, .k = NAN}).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(cusum(weeks, {.from = 4, .dispersion = -1}).error().reason, Reason::parameter_out_of_range);
    EXPECT_FALSE(cusum(weeks, {.from = 2, .past = CusumOptions::Past::seasonal}));
}

}  // namespace
}  // namespace maillage::engine
