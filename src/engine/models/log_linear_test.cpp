#include "engine/models/log_linear.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace maillage::engine {
namespace {

DesignMatrix with_intercept(std::span<const double> column) {
    DesignMatrix design(column.size(), 2);
    for (std::size_t i = 0; i < column.size(); ++i) {
        design.at(i, 0) = 1;
        design.at(i, 1) = column[i];
    }
    return design;
}

// With a factor of two levels the fitted means are the means of the groups, and the coefficients their logs.
TEST(A_log_linear_fit, of_two_groups_gives_their_means) {
    const std::vector<double> counts{2, 4, 6, 10, 20, 30}, group{0, 0, 0, 1, 1, 1};
    const auto fit = fit_log_linear(counts, with_intercept(group)).value();
    EXPECT_NEAR(fit.coefficients[0], std::log(4), 1e-12);
    EXPECT_NEAR(fit.coefficients[1], std::log(5), 1e-12);
    // Pearson: (4+0+4)/4 + (100+0+100)/20 = 12 over 4 degrees of freedom.
    EXPECT_NEAR(fit.dispersion, 3, 1e-12);
    EXPECT_EQ(fit.degrees_of_freedom, 4U);
    // Variance of a log mean of n counts of mean μ: 1/(nμ).
    EXPECT_NEAR(fit.covariance_of(0, 0), 1.0 / 12, 1e-12);
    EXPECT_NEAR(fit.covariance_of(1, 1), 1.0 / 12 + 1.0 / 60, 1e-12);
    EXPECT_NEAR(quadratic_form(fit, std::vector<double>{1, 1}), 1.0 / 60, 1e-12);
    for (const double h : fit.leverage) EXPECT_NEAR(h, 1.0 / 3, 1e-12);
}

// The maximum of the likelihood: Xᵀ W (y − μ) = 0, and the leverages add up to the number of columns.
RC_GTEST_PROP(A_log_linear_fit, solves_the_likelihood_equations, ()) {
    const auto size = static_cast<std::size_t>(*rc::gen::inRange(6, 60));
    std::vector<double> counts(size), time(size), weights(size);
    for (std::size_t i = 0; i < size; ++i) {
        counts[i] = *rc::gen::inRange(1, 40);
        time[i] = static_cast<double>(i) + 1000;
        weights[i] = *rc::gen::inRange(1, 20) / 10.0;
    }
    const auto fit = fit_log_linear(counts, with_intercept(time), weights).value();
    double level = 0, slope = 0, hats = 0, scale = 0;
    for (std::size_t i = 0; i < size; ++i) {
        level += weights[i] * (counts[i] - fit.fitted[i]);
        slope += weights[i] * (counts[i] - fit.fitted[i]) * time[i];
        scale += weights[i] * counts[i];
        hats += fit.leverage[i];
    }
    RC_ASSERT(std::abs(level) < 1e-6 * scale);
    RC_ASSERT(std::abs(slope) < 1e-3 * scale);
    RC_ASSERT(std::abs(hats - 2) < 1e-6);
}

TEST(A_log_linear_fit, lets_a_level_without_counts_go_to_zero) {
    const std::vector<double> counts{3, 5, 4, 0, 0, 0}, group{0, 0, 0, 1, 1, 1};
    const auto fit = fit_log_linear(counts, with_intercept(group)).value();
    EXPECT_NEAR(fit.coefficients[0], std::log(4), 1e-9);
    EXPECT_LT(fit.fitted[4], 1e-10);
}

TEST(A_log_linear_fit, refuses_what_it_cannot_determine) {
    const std::vector<double> three{1, 2, 3}, same{1, 1, 1}, zero{0, 0, 0};
    EXPECT_EQ(fit_log_linear(three, with_intercept(same)).error().reason, Reason::collinear);
    EXPECT_EQ(fit_log_linear(zero, with_intercept(three)).error().reason, Reason::too_few_events);
    EXPECT_EQ(fit_log_linear(std::vector<double>{1, 2}, with_intercept(three)).error().reason,
              Reason::lengths_differ);
    EXPECT_EQ(fit_log_linear(std::vector<double>{1, 2}, with_intercept(std::vector<double>{0, 1})).error(),
              (Refusal{Reason::too_few_events, 2, 3}));
    EXPECT_EQ(fit_log_linear(std::vector<double>{1, -2, 3}, with_intercept(three)).error().reason,
              Reason::negative);
    EXPECT_EQ(fit_log_linear({}, DesignMatrix(0, 0)).error().reason, Reason::empty);
}

}  // namespace
}  // namespace maillage::engine
