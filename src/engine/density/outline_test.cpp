#include "engine/density/outline.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/philox.hpp"

namespace maillage::engine {
namespace {

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

// A square of 4 km with a hole of 1 km, and an island beside it.
struct Shape {
    std::vector<double> x{0, 4000, 4000, 0, 1000, 2000, 2000, 1000, 4500, 5000, 5000, 4500};
    std::vector<double> y{0, 0, 4000, 4000, 1000, 1000, 2000, 2000, 0, 0, 500, 500};
    std::vector<std::uint32_t> ring{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
    Outline outline() const { return Outline::create({x, y, ring}).value(); }
};

TEST(An_outline, has_holes_and_islands) {
    const Outline town = Shape().outline();
    EXPECT_TRUE(town.contains(500, 500));
    EXPECT_FALSE(town.contains(1500, 1500)) << "in the hole";
    EXPECT_TRUE(town.contains(4700, 250)) << "on the island";
    EXPECT_FALSE(town.contains(4200, 250)) << "in the water";
    EXPECT_FALSE(town.contains(9000, 250));
}

// A star of random radii: the angle decides, whatever the bands.
RC_GTEST_PROP(An_outline, holds_what_lies_below_its_radius, ()) {
    const auto corners = static_cast<std::size_t>(*rc::gen::inRange(3, 40));
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 0);
    std::vector<double> x, y;
    const double turn = 2 * std::numbers::pi / static_cast<double>(corners);
    for (std::size_t k = 0; k < corners; ++k) {
        const double radius = 100 + 400 * draws.uniform(), angle = turn * static_cast<double>(k);
        x.push_back(radius * std::cos(angle));
        y.push_back(radius * std::sin(angle));
    }
    const Outline star = Outline::create({x, y, std::vector<std::uint32_t>(corners, 0)}).value();
    for (int k = 0; k < 50; ++k) {
        const double px = 1200 * draws.uniform() - 600, py = 1200 * draws.uniform() - 600;
        // On the side of a wedge's third edge where its centre lies.
        const double angle = std::atan2(py, px) + (std::atan2(py, px) < 0 ? 2 * std::numbers::pi : 0);
        const std::size_t a = std::min(corners - 1, static_cast<std::size_t>(angle / turn));
        const std::size_t b = (a + 1) % corners;
        const double cross = (x[b] - x[a]) * (py - y[a]) - (y[b] - y[a]) * (px - x[a]);
        if (std::abs(cross) < 1e-6) continue;
        RC_ASSERT(star.contains(px, py) == (cross > 0));
    }
}

// A rectangle drawn as an outline is the rectangle's own edge correction, to the size of a cell.
TEST(The_density_within_an_outline, of_a_rectangle_is_that_of_the_window) {
    const Places events = scattered(600, 4, 4000);
    const std::vector<double> x{0, 4000, 4000, 0}, y{0, 0, 4000, 4000};
    const std::vector<std::uint32_t> ring(4, 0);
    const Outline square = Outline::create({x, y, ring}).value();
    for (const EdgeCorrection edge :
         {EdgeCorrection::none, EdgeCorrection::uniform, EdgeCorrection::diggle}) {
        const DensityOptions options{
            .sigma = 300, .window = {0, 0, 4000, 4000}, .columns = 160, .rows = 160, .edge = edge};
        const auto drawn = density_within(events.x, events.y, square, options).value();
        const auto window = density_image(events.x, events.y, {}, options).value();
        EXPECT_EQ(drawn.image.used, 600U);
        for (std::size_t cell = 0; cell < window.density.values.size(); ++cell)
            ASSERT_NEAR(drawn.image.density.values[cell] / window.density.values[cell], 1, 0.01);
    }
}

TEST(The_density_within_an_outline, keeps_the_events_inside_and_nothing_outside) {
    const Outline town = Shape().outline();
    const Places events = scattered(3000, 9, 5000);
    std::size_t inside = 0;
    for (std::size_t i = 0; i < 3000; ++i) inside += town.contains(events.x[i], events.y[i]) ? 1 : 0;
    const auto found = density_within(events.x, events.y, town,
                                      {.sigma = 200,
                                       .window = {0, 0, 5000, 5000},
                                       .columns = 200,
                                       .rows = 200,
                                       .edge = EdgeCorrection::diggle})
                           .value();
    EXPECT_EQ(found.image.used, inside);
    EXPECT_EQ(found.image.used + found.image.outside, 3000U);
    EXPECT_NEAR(found.image.density.integral() / static_cast<double>(inside), 1, 0.01);
    EXPECT_EQ(found.image.density.cell_of(1500, 1500), 0);
    // The same chance everywhere inside: what the edge takes away is given back.
    EXPECT_NEAR(found.image.density.cell_of(30, 30) * 25e6 / 3000, 1, 0.6);
}

TEST(An_outline, refuses_what_has_no_inside) {
    const auto reason = [](std::vector<double> x, std::vector<double> y) {
        const std::vector<std::uint32_t> ring(x.size(), 0);
        return Outline::create({x, y, ring}).error().reason;
    };
    EXPECT_EQ(reason({}, {}), Reason::empty);
    EXPECT_EQ(reason({0, 1}, {0, 1}), Reason::fewer_than_3_distinct_places);
    EXPECT_EQ(reason({0, 1, 2}, {0, 0, 0}), Reason::window_invalid);
    EXPECT_EQ(reason({0, 1, NAN}, {0, 1, 0}), Reason::not_finite);
}

}  // namespace
}  // namespace maillage::engine
