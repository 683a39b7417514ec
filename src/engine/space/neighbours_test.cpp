#include "engine/space/neighbours.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/core/philox.hpp"
#include "engine/space/contiguity.hpp"

namespace maillage::engine {
namespace {

RC_GTEST_PROP(The_k_nearest, are_those_of_sorting_all_distances, ()) {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(3, 60));
    const auto k = static_cast<std::uint32_t>(*rc::gen::inRange<std::size_t>(1, n));
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 0);
    std::vector<double> x(n), y(n);
    for (std::size_t i = 0; i < n; ++i) {
        x[i] = 1000.0 + draws.below(15);
        y[i] = draws.below(15) * (draws.below(9) == 0 ? 40.0 : 1.0);
    }
    const Neighbours found = nearest_neighbours(x, y, k).value();
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<std::pair<double, std::uint32_t>> all;
        for (std::uint32_t j = 0; j < n; ++j)
            if (j != i) all.emplace_back((x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]), j);
        std::sort(all.begin(), all.end());
        std::vector<std::uint32_t> nearest;
        for (std::uint32_t rank = 0; rank < k; ++rank) nearest.push_back(all[rank].second);
        std::sort(nearest.begin(), nearest.end());
        const auto of = found.of(i);
        RC_ASSERT(std::vector<std::uint32_t>(of.begin(), of.end()) == nearest);
    }
}

TEST(The_k_nearest, refuse_more_than_there_are) {
    const std::vector<double> x{1000, 2000, 3000};
    EXPECT_EQ(nearest_neighbours(x, x, 3).error(), (Refusal{Reason::parameter_out_of_range, 3, 2}));
    EXPECT_EQ(nearest_neighbours(x, x, 0).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(nearest_neighbours({}, {}, 1).error().reason, Reason::empty);
}

TEST(The_k_nearest, exist_where_all_are_at_one_place) {
    const std::vector<double> x(5, 1000.0);
    EXPECT_EQ(nearest_neighbours(x, x, 2).value().degree(0), 2U);
}

// Four squares of a chessboard: two share sides with each other, the diagonal ones a corner.
TEST(Zones, touch_by_a_corner_or_by_a_side) {
    std::vector<double> x, y;
    std::vector<std::uint32_t> zone, ring;
    for (std::uint32_t square = 0; square < 4; ++square) {
        const double left = 10 * (square % 2), bottom = 10 * (square / 2);
        for (const auto& [dx, dy] : {std::pair{0, 0}, {10, 0}, {10, 10}, {0, 10}}) {
            // Drawn apart by less than the precision.
            x.push_back(left + dx + (square == 3 ? 0.001 : 0));
            y.push_back(bottom + dy);
            zone.push_back(square);
            ring.push_back(square);
        }
    }
    const Outlines outlines{x, y, zone, ring};
    const Neighbours queen = touching(outlines, 4, Contiguity::queen).value();
    const Neighbours rook = touching(outlines, 4, Contiguity::rook).value();
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(queen.degree(i), 3U);
        EXPECT_EQ(rook.degree(i), 2U);
    }
    EXPECT_EQ(rook.of(0)[0], 1U);
    EXPECT_EQ(rook.of(0)[1], 2U);
    EXPECT_EQ(touching(outlines, 3, Contiguity::queen).error().reason, Reason::index_out_of_range);
    EXPECT_EQ(touching(outlines, 4, Contiguity::queen, 0).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(touching({}, 4, Contiguity::queen).error().reason, Reason::empty);
}

TEST(Zones, without_outline_or_apart_are_islands) {
    const std::vector<double> x{0, 1, 0, 50, 51, 50}, y{0, 0, 1, 50, 50, 51};
    const std::vector<std::uint32_t> zone{0, 0, 0, 1, 1, 1};
    const Neighbours found = touching({x, y, zone, zone}, 3, Contiguity::queen).value();
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(found.degree(i), 0U);
}

}  // namespace
}  // namespace maillage::engine
