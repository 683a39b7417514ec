#include "engine/scan/cluster_watch.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/core/philox.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

// Meningococcal cases of type B in Germany: surveillance 1.20.3, stcd(radius 50, epsilon 0.5, threshold 30).
TEST(The_watch_for_a_living_cluster, of_meningococcal_cases_is_surveillances) {
    REFERENCE_TABLE(cases, "reference/imdepi_B_xyt.csv");
    const auto found = cluster_watch(cases.numbers("x"), cases.numbers("y"), cases.numbers("t"),
                                     {.radius = 50, .threshold = 30, .plane = Plane::other_unit})
                           .value();
    const double printed[] = {0.91, 2.08, 3.25, 4.43, 5.61};
    for (std::size_t k = 0; k < 5; ++k) EXPECT_NEAR(found.statistic[k], printed[k], 0.005);
    EXPECT_EQ(found.alarm, 30U) << "the 31st event";
    EXPECT_EQ(found.centre, 25U) << "the 26th";
}

// Every beginning counted from scratch after every event, whatever the order of the rows.
RC_GTEST_PROP(The_watch_for_a_living_cluster, is_the_sum_over_all_beginnings, ()) {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(2, 30));
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 0);
    std::vector<double> x(n), y(n), days(n);
    for (std::size_t i = 0; i < n; ++i) {
        x[i] = 1000.0 + draws.below(8);
        y[i] = draws.below(8);
        days[i] = draws.below(1000) + static_cast<double>(i) / 1000;  // no two at once
    }
    const auto found = cluster_watch(x, y, days, {.radius = 3, .epsilon = 0.7, .threshold = 50}).value();
    for (std::size_t now = 0; now < n; ++now) {
        const double today = days[found.order[now]];
        double sum = 0;
        for (std::size_t k = 0; k < n; ++k) {
            if (days[k] > today) continue;
            double inside = 0, around = 0, since = 0;
            for (std::size_t i = 0; i < n; ++i) {
                if (days[i] > today) continue;
                const bool near = std::hypot(x[i] - x[k], y[i] - y[k]) <= 3;
                around += near;
                since += days[i] >= days[k];
                inside += near && days[i] >= days[k];
            }
            sum += std::pow(1.7, inside) * std::exp(-0.7 * around * since / static_cast<double>(now + 1));
        }
        RC_ASSERT(std::abs(found.statistic[now] / sum - 1) < 1e-9);
    }
}

TEST(The_watch_for_a_living_cluster, refuses_what_it_cannot_follow) {
    const std::vector<double> x{1000, 1001}, one{1000}, late{1, INFINITY};
    const ClusterWatchOptions options{.radius = 10, .threshold = 5};
    EXPECT_EQ(cluster_watch({}, {}, {}, options).error().reason, Reason::empty);
    EXPECT_EQ(cluster_watch(one, one, one, options).error().reason, Reason::too_few_events);
    EXPECT_EQ(cluster_watch(x, x, late, options).error().reason, Reason::not_finite);
    EXPECT_EQ(cluster_watch(x, x, x, {.radius = 0, .threshold = 5}).error().reason,
              Reason::parameter_out_of_range);
    const std::vector<double> crowd(2000, 1000.0);
    const auto found = cluster_watch(crowd, crowd, crowd, options).value();
    EXPECT_TRUE(std::isfinite(found.statistic.back())) << "events at one place and day have no end";
}

}  // namespace
}  // namespace maillage::engine
