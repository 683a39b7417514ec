#include "engine/models/parallel_lines.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/models/log_linear.hpp"

namespace maillage::engine {
namespace {

struct Rows {
    std::vector<double> counts, time, weights;
    std::vector<unsigned> level;
    FactorRows all(unsigned levels) const { return {counts, level, levels, time, weights}; }
};
Rows random_rows(std::uint64_t seed, std::size_t n, unsigned levels) {
    Rows rows;
    Draws draws(seed, Stream::demonstration, 0);
    for (std::size_t i = 0; i < n; ++i) {
        rows.counts.push_back(draws.below(12));
        rows.time.push_back(static_cast<double>(i) - 40);
        rows.weights.push_back(0.2 + draws.uniform());
        rows.level.push_back(i < levels ? static_cast<unsigned>(i) : draws.below(levels));
    }
    for (unsigned level = 0; level < levels; ++level) rows.counts[level] += 1;
    return rows;
}

// The same regression with its columns written out, by the general method.
RC_GTEST_PROP(Parallel_lines, are_the_general_log_linear_fit, ()) {
    const auto levels = static_cast<unsigned>(*rc::gen::inRange(1, 8));
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(20, 90));
    const Rows rows = random_rows(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), n, levels);
    const auto lines = fit_parallel_lines(rows.all(levels)).value();
    DesignMatrix design(n, levels + 1);
    for (std::size_t i = 0; i < n; ++i) {
        design.at(i, rows.level[i]) = 1;
        design.at(i, levels) = rows.time[i];
    }
    const auto general = fit_log_linear(rows.counts, design, rows.weights).value();
    for (unsigned level = 0; level < levels; ++level)
        RC_ASSERT(std::abs(lines.intercept[level] - general.coefficients[level]) < 1e-7);
    RC_ASSERT(std::abs(lines.slope - general.coefficients[levels]) < 1e-8);
    RC_ASSERT(std::abs(lines.dispersion / general.dispersion - 1) < 1e-7);
    for (std::size_t i = 0; i < n; ++i) {
        RC_ASSERT(std::abs(lines.fitted[i] / general.fitted[i] - 1) < 1e-6);
        RC_ASSERT(std::abs(lines.leverage[i] - general.leverage[i]) < 1e-6);
    }
}

TEST(Parallel_lines, begun_at_their_end_are_there_at_once) {
    const Rows rows = random_rows(5, 60, 4);
    const auto first = fit_parallel_lines(rows.all(4)).value();
    const auto again = fit_parallel_lines(rows.all(4), first.predictor).value();
    EXPECT_LE(again.iterations, 2U);
    EXPECT_NEAR(again.slope, first.slope, 1e-9);
}

TEST(Parallel_lines, without_time_are_the_means_of_the_levels) {
    const std::vector<double> counts{2, 4, 9, 3};
    const std::vector<unsigned> level{0, 0, 2, 2};
    const auto fit = fit_parallel_lines({counts, level, 3, {}, {}}).value();
    EXPECT_NEAR(fit.fitted[0], 3, 1e-9);
    EXPECT_NEAR(fit.fitted[2], 6, 1e-9);
    EXPECT_NEAR(fit.leverage[0], 0.5, 1e-12);
    EXPECT_EQ(fit.slope, 0);
}

TEST(Parallel_lines, refuse_what_has_no_answer) {
    const std::vector<double> counts{1, 2, 3}, zeros(3, 0.0), same(3, 1.0), time{1, 2, 3};
    const std::vector<unsigned> level(3, 0), wrong(3, 1);
    EXPECT_EQ(fit_parallel_lines({{}, {}, 1, {}, {}}).error().reason, Reason::empty);
    EXPECT_EQ(fit_parallel_lines({zeros, level, 1, time, {}}).error().reason, Reason::too_few_events);
    EXPECT_EQ(fit_parallel_lines({counts, level, 1, same, {}}).error().reason, Reason::collinear);
    EXPECT_EQ(fit_parallel_lines({counts, wrong, 1, time, {}}).error().reason, Reason::index_out_of_range);
    const std::vector<unsigned> each{0, 1, 2};
    EXPECT_EQ(fit_parallel_lines({counts, each, 3, {}, {}}).error().reason, Reason::too_few_events);
}

}  // namespace
}  // namespace maillage::engine
