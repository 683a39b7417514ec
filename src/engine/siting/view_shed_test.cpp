#include "engine/siting/view_shed.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/core/philox.hpp"

namespace maillage::engine {
namespace {

std::vector<Wall> house(double left, double bottom, double width, double depth) {
    const double right = left + width, top = bottom + depth;
    return {{left, bottom, right, bottom},
            {right, bottom, right, top},
            {right, top, left, top},
            {left, top, left, bottom}};
}

TEST(A_view_shed, of_an_empty_square_is_the_whole_circle) {
    const auto shed = view_shed({.x = 5, .y = 5, .range = 50}, {}).value();
    EXPECT_NEAR(shed.area, std::numbers::pi * 2500, 1e-9);
    EXPECT_TRUE(shed.sees({.x = 5, .y = 5, .range = 50}, 5, 54.9));
    EXPECT_FALSE(shed.sees({.x = 5, .y = 5, .range = 50}, 5, 55.1));
}

TEST(A_view_shed, inside_four_walls_is_the_room) {
    const auto shed = view_shed({.x = 3, .y = 2, .range = 100}, house(0, 0, 10, 6)).value();
    EXPECT_NEAR(shed.area, 60, 1e-9);
}

TEST(A_view_shed, ends_at_a_house_and_goes_on_beside_it) {
    const ViewPoint camera{.x = 0, .y = 0, .range = 100};
    const auto shed = view_shed(camera, house(20, -5, 10, 10)).value();
    EXPECT_TRUE(shed.sees(camera, 20, 0)) << "its front";
    EXPECT_FALSE(shed.sees(camera, 25, 0)) << "its inside";
    EXPECT_FALSE(shed.sees(camera, 40, 0)) << "behind it";
    EXPECT_TRUE(shed.sees(camera, 40, 30)) << "beside it";
    EXPECT_TRUE(shed.sees(camera, -40, 0.0)) << "the other way";
}

bool crosses(const Wall& w, double px, double py, double qx, double qy) {
    const auto side = [](double ax, double ay, double bx, double by, double x, double y) {
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    };
    return side(px, py, qx, qy, w.ax, w.ay) * side(px, py, qx, qy, w.bx, w.by) < 0 &&
           side(w.ax, w.ay, w.bx, w.by, px, py) * side(w.ax, w.ay, w.bx, w.by, qx, qy) < 0;
}

// The definition: nothing crosses the line of sight.
RC_GTEST_PROP(A_view_shed, sees_exactly_what_no_wall_crosses, ()) {
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 0);
    std::vector<Wall> walls;
    // Houses on a grid of plots: outlines do not cross.
    for (int plot = 0; plot < 16; ++plot)
        if (draws.below(2) == 0)
            for (const Wall& wall : house(plot % 4 * 25 + 2 + 4 * draws.uniform(),
                                          (plot - plot % 4) / 4 * 25 + 2 + 4 * draws.uniform(),
                                          5 + 12 * draws.uniform(), 5 + 12 * draws.uniform()))
                walls.push_back(wall);
    const ViewPoint camera{.x = 50 + draws.uniform(), .y = 50 + draws.uniform(), .range = 60};
    const auto shed = view_shed(camera, walls);
    RC_ASSERT(shed.has_value());
    for (int k = 0; k < 60; ++k) {
        const double x = 100 * draws.uniform(), y = 100 * draws.uniform();
        bool hidden = std::hypot(x - camera.x, y - camera.y) > camera.range;
        bool close = std::abs(std::hypot(x - camera.x, y - camera.y) - camera.range) < 0.01;
        for (const Wall& wall : walls) {
            hidden |= crosses(wall, camera.x, camera.y, x, y);
            const double length = std::hypot(wall.bx - wall.ax, wall.by - wall.ay);
            const double off =
                std::abs((wall.bx - wall.ax) * (y - wall.ay) - (wall.by - wall.ay) * (x - wall.ax));
            close |= off / length < 0.01;
        }
        if (!close) RC_ASSERT(shed->sees(camera, x, y) == !hidden);
    }
}

TEST(Redundancy, is_the_share_seen_by_two) {
    const std::vector<ViewPoint> cameras{{0, 0, 30}, {50, 0, 30}};
    const std::vector<double> x{-10, 25, 60, 25}, y{0, 0, 0, 200};
    const auto found = redundancy(cameras, {}, {x, y, {}}).value();
    EXPECT_EQ(found.seen_by, (std::vector<std::uint32_t>{1, 2, 1, 0}));
    EXPECT_DOUBLE_EQ(found.seen, 0.75);
    EXPECT_DOUBLE_EQ(found.twice, 0.25);
}

TEST(A_view_shed, refuses_a_camera_in_a_wall_and_no_range) {
    EXPECT_EQ(view_shed({.x = 5, .y = 0, .range = 50}, house(0, 0, 10, 10)).error(),
              (Refusal{Reason::all_identical, 0, 0}));
    EXPECT_EQ(view_shed({.range = 0}, {}).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(view_shed({.x = std::nan("")}, {}).error().reason, Reason::not_finite);
}

}  // namespace
}  // namespace maillage::engine
