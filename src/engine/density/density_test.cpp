#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/density/adaptive_density.hpp"
#include "engine/density/capture.hpp"
#include "engine/density/point_density.hpp"
#include "foundation/thread_pool.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

constexpr Rectangle redwood{.left = 0, .bottom = -1, .right = 1, .top = 0};

struct Places {
    std::vector<double> x, y;
};
Places scattered(std::size_t n, std::uint64_t seed, double side) {
    Places found;
    Draws draws(seed, Stream::demonstration, 0);
    for (std::size_t i = 0; i < n; ++i) {
        found.x.push_back(side * draws.uniform());
        found.y.push_back(side * draws.uniform());
    }
    return found;
}

// Seedlings of redwoods (Strauss 1975), σ = 0.1; values of spatstat 3.0-3, all 62 points, four variants.
TEST(The_density_at_points, is_spatstats_to_nine_digits) {
    REFERENCE_TABLE(trees, "reference/kde_redwood_sigma0.1_points.csv");
    const auto x = trees.numbers("x"), y = trees.numbers("y");
    const auto at = [&](EdgeCorrection edge, Itself itself) {
        return density_at_points(x, y,
                                 {.sigma = 0.1,
                                  .window = redwood,
                                  .edge = edge,
                                  .itself = itself,
                                  .plane = Plane::other_unit})
            .value();
    };
    const auto none = at(EdgeCorrection::none, Itself::counted);
    const auto uniform = at(EdgeCorrection::uniform, Itself::counted);
    const auto diggle = at(EdgeCorrection::diggle, Itself::counted);
    const auto without = at(EdgeCorrection::none, Itself::left_out);
    for (std::size_t i = 0; i < x.size(); ++i) {
        ASSERT_NEAR(none[i] / trees.numbers("none")[i], 1, 1e-9);
        ASSERT_NEAR(uniform[i] / trees.numbers("edge")[i], 1, 1e-9);
        ASSERT_NEAR(diggle[i] / trees.numbers("diggle")[i], 1, 1e-9);
        ASSERT_NEAR(without[i] / trees.numbers("loo_none")[i], 1, 1e-9);
    }
    const auto scott = scott_bandwidths(x, y).value();
    EXPECT_NEAR(scott.x, 0.1362021374, 1e-10);
    EXPECT_NEAR(scott.y, 0.1378626407, 1e-10);
}

// Whatever σ is, ten events well inside are ten events, and no cell holds less than none.
TEST(The_density_image, keeps_the_number_of_events_when_sigma_is_narrower_than_a_cell) {
    Places events = scattered(10, 4, 60);
    for (double& x : events.x) x += 20;
    for (double& y : events.y) y += 20;
    for (const double sigma : {1e-300, 0.01, 0.3, 1.0, 3.0, 4.9, 5.1})
        for (const std::uint32_t columns : {20U, 10U}) {
            const DensityOptions options{.sigma = sigma,
                                         .window = {.left = 0, .bottom = 0, .right = 100, .top = 100},
                                         .columns = columns,
                                         .rows = 20,
                                         .edge = EdgeCorrection::none,
                                         .plane = Plane::other_unit};
            const Raster image = density_image(events.x, events.y, {}, options).value().density;
            EXPECT_NEAR(image.integral(), 10, sigma > 4 ? 0.1 : 1e-3) << sigma;
            EXPECT_GE(*std::ranges::min_element(image.values), 0) << sigma;
        }
}

// spatstat's image has total 64.66 and top 158.28, with events moved to the centre of their cell; the direct
// sum's top at the centres is 159.63227947, which linear binning comes closer to.
TEST(The_density_image, of_the_redwoods_has_spatstats_total_and_top) {
    REFERENCE_TABLE(trees, "reference/pp_redwood.csv");
    const auto x = trees.numbers("x"), y = trees.numbers("y");
    DensityOptions options{.sigma = 0.1,
                           .window = redwood,
                           .columns = 128,
                           .rows = 128,
                           .plane = Plane::other_unit,
                           .binning = Binning::nearest};
    const auto top = [](const DensityImage& image) {
        return *std::max_element(image.density.values.begin(), image.density.values.end());
    };
    const auto nearest = density_image(x, y, {}, options).value();
    EXPECT_NEAR(nearest.density.integral() / 64.66, 1, 0.005);
    EXPECT_NEAR(top(nearest) / 158.28, 1, 0.0005);
    EXPECT_EQ(nearest.used, 62U);
    options.binning = Binning::linear;
    const auto linear = density_image(x, y, {}, options).value();
    EXPECT_NEAR(linear.density.integral() / 64.66, 1, 0.005);
    EXPECT_NEAR(top(linear) / 159.63227947, 1, 0.001);
}

TEST(The_density_image, keeps_within_its_error_bound_of_the_direct_sum) {
    const Places events = scattered(80, 5, 4000);
    const DensityOptions options{.sigma = 250,
                                 .window = {0, 0, 4000, 4000},
                                 .columns = 128,
                                 .rows = 128,
                                 .edge = EdgeCorrection::none};
    const auto image = density_image(events.x, events.y, {}, options).value();
    const double cell = image.density.cell_width(), top = gaussian_kernel(0, 250);
    const double a_kernel = top * (2 * cell * cell / (250 * 250) / 8 + 2.6e-4);
    for (std::uint32_t r = 0; r < 128; r += 9)
        for (std::uint32_t c = 0; c < 128; c += 9) {
            double exact = 0, near = 0;
            for (std::size_t i = 0; i < events.x.size(); ++i) {
                const double dx = events.x[i] - image.density.centre_x(c);
                const double dy = events.y[i] - image.density.centre_y(r);
                exact += gaussian_kernel(dx * dx + dy * dy, 250);
                near += dx * dx + dy * dy < 1100 * 1100;
            }
            ASSERT_NEAR(image.density.at(c, r), exact, a_kernel * near + top * 0.03);
        }
}

// A crowd in a few cells, the sharpest top there is: sharing events out between centres does not lower it.
TEST(The_density_image, keeps_the_top_of_a_crowd) {
    Places events = scattered(3000, 6, 200);
    for (double& x : events.x) x += 2000;
    for (double& y : events.y) y += 2000;
    const DensityOptions options{
        .sigma = 250, .window = {0, 0, 4000, 4000}, .columns = 85, .rows = 100, .edge = EdgeCorrection::none};
    const Raster image = density_image(events.x, events.y, {}, options).value().density;
    const auto top =
        static_cast<std::uint32_t>(std::ranges::max_element(image.values) - image.values.begin());
    double exact = 0;
    for (std::size_t i = 0; i < events.x.size(); ++i) {
        const double dx = events.x[i] - image.centre_x(top % 85), dy = events.y[i] - image.centre_y(top / 85);
        exact += gaussian_kernel(dx * dx + dy * dy, 250);
    }
    EXPECT_NEAR(image.values[top] / exact, 1, 3e-4);
}

TEST(The_density_image, with_diggles_correction_keeps_the_number_of_events) {
    const Places events = scattered(500, 11, 5000);
    const auto image = density_image(events.x, events.y, {},
                                     {.sigma = 300,
                                      .window = {0, 0, 5000, 5000},
                                      .columns = 200,
                                      .rows = 200,
                                      .edge = EdgeCorrection::diggle})
                           .value();
    EXPECT_NEAR(image.density.integral(), 500, 0.3);
}

TEST(The_adaptive_density, keeps_the_events_and_measures_its_own_error) {
    const Places events = scattered(400, 3, 5000);
    const auto found =
        adaptive_density(events.x, events.y,
                         {.sigma = 300, .window = {0, 0, 5000, 5000}, .columns = 128, .rows = 128})
            .value();
    EXPECT_NEAR(found.image.density.integral(), 400, 2);
    const auto& values = found.image.density.values;
    EXPECT_LT(found.largest_error, 0.02 * *std::max_element(values.begin(), values.end()));
    EXPECT_EQ(found.sigmas.size(), 400U);
}

TEST(Density, has_the_same_bits_for_1_2_and_7_threads) {
    const Places events = scattered(3000, 8, 6000);
    const DensityOptions options{.sigma = 200, .window = {0, 0, 6000, 6000}, .columns = 150, .rows = 90};
    const auto alone = density_image(events.x, events.y, {}, options).value();
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        EXPECT_EQ(alone.density.values,
                  density_image(events.x, events.y, {}, options, pool.executor())->density.values);
    }
}

TEST(A_rate_image, divides_by_the_people_and_hides_where_they_are_few) {
    const Places people = scattered(2000, 21, 4000), cases = scattered(200, 22, 4000);
    const std::vector<double> number(2000, 10.0);
    const DensityOptions options{.sigma = 300, .window = {0, 0, 8000, 4000}, .columns = 80, .rows = 40};
    const auto found = rate_image(cases.x, cases.y, {people.x, people.y, number, 50}, options).value();
    EXPECT_NEAR(found.rate.at(20, 20), 0.01, 0.006);
    EXPECT_EQ(found.hidden[20 * 80 + 79], 1);
    EXPECT_EQ(found.rate.at(79, 20), 0);
    EXPECT_GT(found.hidden_cells, 1000U);
}

TEST(Capture, compares_the_share_of_later_events_with_the_share_of_the_area) {
    const Raster map{.window = {0, 0, 4, 1}, .columns = 4, .rows = 1, .values = {1, 5, 2, 3}};
    EXPECT_EQ(level_of_area(map, 0.25).value(), 5);
    EXPECT_EQ(level_of_area(map, 0.5).value(), 3);
    const std::vector<double> x{1.5, 1.2, 0.5, 3.5, 9}, y{0.5, 0.5, 0.5, 0.5, 0.5};
    const auto found = capture(map, 5, x, y).value();
    EXPECT_EQ(found.events, 4U);
    EXPECT_EQ(found.outside, 1U);
    EXPECT_EQ(found.captured, 2U);
    EXPECT_DOUBLE_EQ(found.pai, 2);
    EXPECT_EQ(capture(map, 6, x, y).error().reason, Reason::parameter_out_of_range);
}

TEST(Density, refuses_what_makes_no_map) {
    const DensityOptions options{.window = {0, 0, 1000, 1000}};
    const auto reason = [&](std::vector<double> x, std::vector<double> y) {
        return density_image(x, y, {}, options).error().reason;
    };
    EXPECT_EQ(reason({}, {}), Reason::empty);
    EXPECT_EQ(reason({500}, {500}), Reason::fewer_than_3_distinct_places);
    EXPECT_EQ(reason({500, 600, 500}, {500, 600, 500}), Reason::fewer_than_3_distinct_places);
    EXPECT_EQ(reason({-0.78, -0.77, -0.76}, {48.07, 48.06, 48.05}), Reason::looks_like_degrees);
    EXPECT_EQ(reason({500, std::nan(""), 3}, {500, 600, 3}), Reason::not_finite);
    EXPECT_EQ(density_image(std::vector<double>{500, 600, 700}, std::vector<double>{500, 600, 500}, {},
                            {.window = {0, 0, 0, 5}})
                  .error()
                  .reason,
              Reason::window_invalid);
}

RC_GTEST_PROP(Density, does_not_change_when_map_and_window_are_moved, ()) {
    const double shift = *rc::gen::inRange(-100000, 100000);
    Places events = scattered(40, 77, 2000);
    PointDensityOptions options{.sigma = 150, .window = {0, 0, 2000, 2000}};
    const auto before = density_at_points(events.x, events.y, options).value();
    for (double& v : events.x) v += shift;
    options.window.left += shift;
    options.window.right += shift;
    options.plane = Plane::other_unit;
    const auto after = density_at_points(events.x, events.y, options).value();
    for (std::size_t i = 0; i < before.size(); ++i) RC_ASSERT(std::abs(after[i] / before[i] - 1) < 1e-8);
}

}  // namespace
}  // namespace maillage::engine
