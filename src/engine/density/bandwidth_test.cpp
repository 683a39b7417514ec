#include "engine/density/bandwidth.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/density/point_density.hpp"
#include "foundation/thread_pool.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

constexpr Rectangle redwood{.left = 0, .bottom = -1, .right = 1, .top = 0}, unit{0, 0, 1, 1};

struct Rules {
    double scott, diggle, likelihood, cronie;
};

void expect_rules(std::span<const double> x, std::span<const double> y, const Rectangle& window,
                  const Rules& expected) {
    const auto of = [&](BandwidthRule rule) { return choose_bandwidth(x, y, rule, window).value().sigma; };
    EXPECT_NEAR(of(BandwidthRule::scott), expected.scott, 1e-11);
    EXPECT_NEAR(of(BandwidthRule::diggle), expected.diggle, 1e-12);
    EXPECT_NEAR(of(BandwidthRule::likelihood), expected.likelihood, 2e-6);
    EXPECT_NEAR(of(BandwidthRule::cronie), expected.cronie, 2e-6);
}

// spatstat 3.0-3: bw.scott, bw.diggle(correction = "isotropic"); the criteria of bw.ppl(shortcut = TRUE) and
// bw.CvL, given to optimize() between the neighbours of the best of their 16 steps.
TEST(A_chosen_bandwidth, is_spatstats_for_redwoods_and_cells) {
    REFERENCE_TABLE(trees, "reference/pp_redwood.csv");
    expect_rules(trees.numbers("x"), trees.numbers("y"), redwood,
                 {0.137029873862, 0.0225048923679, 0.0458675700858, 0.144484990911});
    REFERENCE_TABLE(cells, "reference/pp_cells.csv");
    expect_rules(cells.numbers("x"), cells.numbers("y"), unit,
                 {0.144904958473, 0.0618884540117, 0.467645933431, 0.0860117294866});
}

struct Places {
    std::vector<double> x, y;
};
Places around_two_places(std::size_t n) {
    Places found;
    Draws draws(3, Stream::demonstration, 9);
    for (std::size_t i = 0; i < n; ++i) {
        const double centre = i % 2 == 0 ? 0.3 : 0.7;
        found.x.push_back(centre + 0.1 * draws.uniform());
        found.y.push_back(centre + 0.1 * draws.uniform());
    }
    return found;
}

// No σ near the chosen one foretells the others better.
TEST(A_chosen_bandwidth, foretells_each_event_by_the_others_best) {
    const Places at = around_two_places(80);
    const auto likelihood = [&](double sigma) {
        double sum = 0;
        for (const double f : density_at_points(at.x, at.y,
                                                {.sigma = sigma,
                                                 .window = unit,
                                                 .edge = EdgeCorrection::uniform,
                                                 .itself = Itself::left_out,
                                                 .plane = Plane::other_unit})
                                  .value())
            sum += std::log(f);
        return sum;
    };
    const auto chosen = choose_bandwidth(at.x, at.y, BandwidthRule::likelihood, unit).value();
    EXPECT_FALSE(chosen.at_end);
    for (const double other : {0.8, 0.95, 1.05, 1.25})
        EXPECT_LT(likelihood(chosen.sigma * other), likelihood(chosen.sigma)) << other;
}

TEST(A_chosen_bandwidth, does_not_depend_on_units_or_threads) {
    const Places at = around_two_places(120);
    Places larger = at;
    for (double& v : larger.x) v *= 1000;
    for (double& v : larger.y) v *= 1000;
    foundation::ThreadPool threads(3);
    for (const auto rule :
         {BandwidthRule::scott, BandwidthRule::diggle, BandwidthRule::likelihood, BandwidthRule::cronie}) {
        const double alone = choose_bandwidth(at.x, at.y, rule, unit)->sigma;
        EXPECT_EQ(choose_bandwidth(at.x, at.y, rule, unit, threads.executor())->sigma, alone);
        EXPECT_NEAR(choose_bandwidth(larger.x, larger.y, rule, {0, 0, 1000, 1000})->sigma / alone, 1000,
                    2e-3);
    }
}

// Each event has a twin: the narrower σ is, the better it foretells.
TEST(A_chosen_bandwidth, says_when_the_points_do_not_settle_it) {
    Places at = around_two_places(40);
    const Places once = at;
    at.x.insert(at.x.end(), once.x.begin(), once.x.end());
    at.y.insert(at.y.end(), once.y.begin(), once.y.end());
    EXPECT_TRUE(choose_bandwidth(at.x, at.y, BandwidthRule::likelihood, unit)->at_end);
}

TEST(A_chosen_bandwidth, is_refused_of_two_places_of_a_line_of_a_crowd_and_outside_the_window) {
    const std::vector<double> two{0.1, 0.2}, line{0.1, 0.2, 0.4}, level{0.5, 0.5, 0.5};
    const auto reason = [](const std::vector<double>& x, const std::vector<double>& y, BandwidthRule rule,
                           const Rectangle& window) {
        return choose_bandwidth(x, y, rule, window).error().reason;
    };
    EXPECT_EQ(reason(two, two, BandwidthRule::diggle, unit), Reason::fewer_than_3_distinct_places);
    EXPECT_EQ(reason(line, level, BandwidthRule::scott, unit), Reason::all_identical);
    EXPECT_EQ(reason(line, line, BandwidthRule::cronie, {0, 0, 0.3, 1}), Reason::index_out_of_range);
    EXPECT_EQ(reason(line, line, BandwidthRule::cronie, {1, 0, 0, 1}), Reason::window_invalid);
    const Places crowd = around_two_places(40000);
    EXPECT_EQ(reason(crowd.x, crowd.y, BandwidthRule::likelihood, unit), Reason::overflow);
}

}  // namespace
}  // namespace maillage::engine
