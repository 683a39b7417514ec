#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/philox.hpp"
#include "engine/points/circle_share.hpp"
#include "engine/points/nearest_neighbour.hpp"
#include "engine/points/ripley_k.hpp"
#include "foundation/thread_pool.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

constexpr Rectangle redwood{.left = 0, .bottom = -1, .right = 1, .top = 0};
constexpr Rectangle unit_square{.left = 0, .bottom = 0, .right = 1, .top = 1};

void is_spatstats(const test::ReferenceTable& points, const test::ReferenceTable& table,
                  const Rectangle& window) {
    const auto x = points.numbers("x"), y = points.numbers("y"), radii = table.numbers("r");
    const std::pair<KCorrection, const char*> columns[] = {{KCorrection::none, "un"},
                                                           {KCorrection::border, "border"},
                                                           {KCorrection::translate, "trans"},
                                                           {KCorrection::isotropic, "iso"}};
    for (const auto& [correction, column] : columns) {
        const auto k =
            ripley_k(x, y,
                     {.window = window, .radii = radii, .correction = correction, .plane = Plane::other_unit})
                .value();
        const auto expected = table.numbers(column);
        for (std::size_t r = 0; r < radii.size(); ++r)
            EXPECT_NEAR(k[r], expected[r], 1e-12 + 1e-9 * expected[r]) << column << " at " << radii[r];
    }
}

// Redwood seedlings (Strauss 1975), biological cells (Ripley 1977): values of spatstat 3.0-3.
TEST(Ripleys_k, of_redwoods_and_cells_is_spatstats) {
    REFERENCE_TABLE(trees, "reference/pp_redwood.csv");
    REFERENCE_TABLE(trees_k, "reference/K_redwood.csv");
    REFERENCE_TABLE(cells, "reference/pp_cells.csv");
    REFERENCE_TABLE(cells_k, "reference/K_cells.csv");
    is_spatstats(trees, trees_k, redwood);
    is_spatstats(cells, cells_k, unit_square);
}

// Crimes of a Chicago neighbourhood, feet: from criminal damage to theft.
TEST(Cross_k, from_damage_to_theft_is_spatstats) {
    REFERENCE_TABLE(crimes, "reference/pp_chicago_network_crimes.csv");
    std::vector<double> fx, fy, tx, ty;
    const auto x = crimes.numbers("x"), y = crimes.numbers("y");
    const auto mark = crimes.texts("mark");
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (mark[i] == "damage") fx.push_back(x[i]), fy.push_back(y[i]);
        if (mark[i] == "theft") tx.push_back(x[i]), ty.push_back(y[i]);
    }
    const std::vector<double> radii{100.5, 200.5};
    const double expected[4][2] = {{64954.2254609, 189449.8242609},
                                   {70166.6015781, 227339.7891131},
                                   {68874.8034063, 217576.0981422},
                                   {67286.6788096, 210382.3013608}};
    for (const int c : {0, 1, 2, 3}) {
        const auto k = cross_k({fx, fy}, {tx, ty},
                               {.window = {.left = 0.389352289884248,
                                           .bottom = 153.103496225466,
                                           .right = 1281.98625717162,
                                           .top = 1276.56022345244},
                                .radii = radii,
                                .correction = static_cast<KCorrection>(c)})
                           .value();
        for (std::size_t r = 0; r < 2; ++r) EXPECT_NEAR(k[r] / expected[c][r], 1, 1e-9);
    }
}

TEST(The_nearest_neighbour_index, of_redwoods_and_cells_is_spatstats) {
    REFERENCE_TABLE(trees, "reference/pp_redwood.csv");
    REFERENCE_TABLE(cells, "reference/pp_cells.csv");
    const auto crowd =
        nearest_neighbour_index(trees.numbers("x"), trees.numbers("y"), redwood, Plane::other_unit).value();
    EXPECT_NEAR(crowd.index, 0.6186501573, 1e-10);
    EXPECT_NEAR(crowd.p / 9.222610675e-09, 1, 1e-8);
    EXPECT_NEAR(crowd.donnelly_index, 0.5849906266, 1e-10);
    EXPECT_NEAR(crowd.mean_distance, 0.03928432427, 1e-11);
    const auto apart =
        nearest_neighbour_index(cells.numbers("x"), cells.numbers("y"), unit_square, Plane::other_unit)
            .value();
    EXPECT_NEAR(apart.index, 1.671679515, 1e-9);
    EXPECT_NEAR(apart.donnelly_index, 1.560425606, 1e-9);
    EXPECT_NEAR(apart.mean_distance, 0.1289728746, 1e-10);
}

struct Pattern {
    std::vector<double> x, y;
};
Pattern pattern(std::uint64_t seed, std::size_t n, double side) {
    Pattern found;
    Draws draws(seed, Stream::demonstration, 2);
    const bool crowded = draws.below(2) == 1;
    for (std::size_t i = 0; i < n; ++i) {
        const double shrink = crowded && i % 3 != 0 ? 0.02 : 1;
        found.x.push_back(shrink * side * draws.uniform());
        found.y.push_back(shrink * side * draws.uniform());
    }
    return found;
}

RC_GTEST_PROP(Nearest_distances, are_those_of_all_pairs, ()) {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(2, 120));
    const Pattern p = pattern(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), n, 5000);
    const auto found = nearest_distances(p.x, p.y);
    for (std::size_t i = 0; i < n; ++i) {
        double best = 1e300;
        for (std::size_t j = 0; j < n; ++j)
            if (j != i) best = std::min(best, std::pow(p.x[i] - p.x[j], 2) + std::pow(p.y[i] - p.y[j], 2));
        RC_ASSERT(std::abs(found[i] - std::sqrt(best)) <= 1e-12 * std::sqrt(best));
    }
}

// Places that repeat, stand in lines and crowd in a corner, across and along.
RC_GTEST_PROP(Nearest_distances, are_exact_where_places_repeat, ()) {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(2, 400));
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 0);
    const std::uint32_t wide = 1 + draws.below(30), tall = 1 + draws.below(30);
    std::vector<double> x(n), y(n);
    for (std::size_t i = 0; i < n; ++i) {
        const bool far = draws.below(20) == 0;
        x[i] = (far ? 100.0 : 1.0) * draws.below(wide);
        y[i] = (far ? 70.0 : 1.0) * draws.below(tall);
    }
    const auto found = nearest_distances(x, y);
    for (std::size_t i = 0; i < n; ++i) {
        double best = 1e300;
        for (std::size_t j = 0; j < n; ++j)
            if (j != i) best = std::min(best, std::pow(x[i] - x[j], 2) + std::pow(y[i] - y[j], 2));
        RC_ASSERT(found[i] == std::sqrt(best));
    }
}

RC_GTEST_PROP(Ripleys_k, without_correction_counts_all_pairs_whatever_the_number_of_radii, ()) {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(2, 80));
    const Pattern p = pattern(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), n, 5000);
    const std::vector<double> radii{101.5, 333.25, 777.125};
    const auto k = ripley_k(p.x, p.y,
                            {.window = {0, 0, 5000, 5000},
                             .radii = radii,
                             .correction = KCorrection::none,
                             .plane = Plane::other_unit})
                       .value();
    for (std::size_t r = 0; r < 3; ++r) {
        double pairs = 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                pairs += i != j && std::hypot(p.x[i] - p.x[j], p.y[i] - p.y[j]) <= radii[r];
        RC_ASSERT(std::abs(k[r] - pairs * 25e6 / static_cast<double>(n * (n - 1))) < 1e-6);
    }
}

RC_GTEST_PROP(The_share_of_a_circle_inside, is_that_of_many_points_on_it, ()) {
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 3);
    const Rectangle window{0, 0, 3, 2};
    const double x = 3 * draws.uniform(), y = 2 * draws.uniform(), radius = 2.5 * draws.uniform();
    double inside = 0;
    for (int k = 0; k < 20000; ++k) {
        const double angle = 2 * std::numbers::pi * (k + 0.5) / 20000;
        inside += window.contains(x + radius * std::cos(angle), y + radius * std::sin(angle));
    }
    RC_ASSERT(std::abs(CircleShare(x, y, window).inside(radius) - inside / 20000) < 1e-3);
}

TEST(Ripleys_k, has_the_same_bits_for_1_2_and_7_threads_and_an_envelope_around_chance) {
    Pattern p;
    Draws draws(2, Stream::demonstration, 4);
    for (int i = 0; i < 900; ++i) {
        p.x.push_back(5000 * draws.uniform());
        p.y.push_back(5000 * draws.uniform());
    }
    const std::vector<double> radii{150, 300};
    const KOptions options{.window = {0, 0, 5000, 5000}, .radii = radii};
    const auto alone = k_envelope(p.x, p.y, options, {.simulations = 39, .seed = 1}).value();
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        const auto found =
            k_envelope(p.x, p.y, options, {.simulations = 39, .seed = 1}, pool.executor()).value();
        EXPECT_EQ(found.observed, alone.observed);
        EXPECT_EQ(found.highest, alone.highest);
    }
    for (std::size_t r = 0; r < 2; ++r) {
        const double chance = std::numbers::pi * radii[r] * radii[r];
        EXPECT_LT(alone.lowest[r], chance);
        EXPECT_GT(alone.highest[r], chance);
    }
}

TEST(Point_patterns, refuse_places_outside_and_radii_without_a_centre) {
    const std::vector<double> x{1000, 2000, 3000}, y{1000, 1000, 1000}, radii{1600}, bad{5, 4};
    EXPECT_EQ(ripley_k(x, y, {.window = {0, 0, 2500, 2500}, .radii = radii}).error(),
              (Refusal{Reason::index_out_of_range, 2, 3}));
    EXPECT_EQ(
        ripley_k(x, y, {.window = {0, 0, 4000, 2500}, .radii = radii, .correction = KCorrection::border})
            .error()
            .reason,
        Reason::parameter_out_of_range);
    EXPECT_EQ(ripley_k(x, y, {.window = {0, 0, 4000, 4000}, .radii = bad}).error().reason,
              Reason::parameter_out_of_range);
    EXPECT_EQ(
        nearest_neighbour_index(x, std::vector<double>{1, 1, std::nan("")}, {0, 0, 9, 9}).error().reason,
        Reason::not_finite);
    const std::vector<double> same(5, 1000.0);
    EXPECT_EQ(nearest_neighbour_index(same, same, {0, 0, 4000, 4000}).error().reason,
              Reason::fewer_than_3_distinct_places);
}

TEST(The_share_of_a_circle_inside, is_a_half_on_a_side_and_a_quarter_in_a_corner) {
    const Rectangle square{0, 0, 1, 1};
    EXPECT_DOUBLE_EQ(CircleShare(0.5, 0.5, square).inside(0.3), 1);
    EXPECT_DOUBLE_EQ(CircleShare(0.5, 0, square).inside(0.3), 0.5);
    EXPECT_DOUBLE_EQ(CircleShare(0, 0, square).inside(0.3), 0.25);
    EXPECT_DOUBLE_EQ(CircleShare(1, 1, square).inside(0.9), 0.25);
}

RC_GTEST_PROP(The_share_of_a_circle_inside, is_that_of_its_points, ()) {
    const auto some = [] { return *rc::gen::inRange(0, 101) / 100.0; };
    const double x = some(), y = some(), radius = 0.05 + some();
    const Rectangle square{0, 0, 1, 1};
    constexpr int steps = 20000;
    int inside = 0;
    for (int k = 0; k < steps; ++k) {
        const double angle = 2 * std::numbers::pi * (k + 0.5) / steps;
        inside += square.contains(x + radius * std::cos(angle), y + radius * std::sin(angle)) ? 1 : 0;
    }
    RC_ASSERT(std::abs(CircleShare(x, y, square).inside(radius) - double(inside) / steps) < 1e-3);
}

}  // namespace
}  // namespace maillage::engine
