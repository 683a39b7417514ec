#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/points/circle_share.hpp"
#include "engine/points/nearest_neighbour.hpp"
#include "engine/points/ripley_k.hpp"

// The definitions written out over all pairs, against what sorts, gathers and counts in blocks.
namespace maillage::engine {
namespace {

constexpr Rectangle window{0, 0, 4000, 3000};

struct Pattern {
    std::vector<double> x, y;
};
Pattern pattern(std::uint64_t seed, std::size_t n) {
    Pattern found;
    Draws draws(seed, Stream::demonstration, 4);
    for (std::size_t i = 0; i < n; ++i) {
        const bool corner = draws.below(3) == 0;
        found.x.push_back((corner ? 300 : 4000) * draws.uniform());
        found.y.push_back((corner ? 200 : 3000) * draws.uniform());
    }
    return found;
}

Pattern some_pattern() {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(20, 300));
    return pattern(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), n);
}

double distance(const Pattern& p, std::size_t i, std::size_t j) {
    return std::sqrt((p.x[i] - p.x[j]) * (p.x[i] - p.x[j]) + (p.y[i] - p.y[j]) * (p.y[i] - p.y[j]));
}

const std::vector<double> radii{40.5, 150.25, 151, 700.125, 1100.5};

std::vector<double> k_of(const Pattern& p, KCorrection correction) {
    return ripley_k(p.x, p.y, {.window = window, .radii = radii, .correction = correction}).value();
}

RC_GTEST_PROP(Ripleys_k, with_a_border_is_the_mean_count_of_the_centres_it_leaves, ()) {
    const Pattern p = some_pattern();
    const auto n = p.x.size();
    const auto edge = [&](std::size_t i) { return std::min({p.x[i], 4000 - p.x[i], p.y[i], 3000 - p.y[i]}); };
    std::vector<double> expected;
    for (const double r : radii) {
        double centres = 0, pairs = 0;
        for (std::size_t i = 0; i < n; ++i) {
            if (!(edge(i) > r)) continue;
            ++centres;
            for (std::size_t j = 0; j < n; ++j) pairs += i != j && distance(p, i, j) <= r ? 1 : 0;
        }
        RC_PRE(centres > 0);
        expected.push_back(pairs / centres * 12e6 / static_cast<double>(n));
    }
    const auto found = k_of(p, KCorrection::border);
    for (std::size_t r = 0; r < radii.size(); ++r)
        RC_ASSERT(std::abs(found[r] - expected[r]) <= 1e-9 * expected[r]);
}

// Radii in equal steps are found in single precision; a place at exactly a radius, as on a lattice, or a hair
// beyond it, is not.
RC_GTEST_PROP(Ripleys_k, counts_places_at_exactly_a_radius_far_from_the_origin, ()) {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(20, 300));
    Draws draws(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), Stream::demonstration, 5);
    const Rectangle town{.left = 650000, .bottom = 6860000, .right = 654000, .top = 6863000};
    std::vector<double> x, y, steps;
    for (std::size_t i = 0; i < n; ++i) {
        const double hair = draws.below(3) == 0 ? 1e-8 : 0;
        x.push_back(town.left + 20.0 * draws.below(60) + hair);
        y.push_back(town.bottom + 20.0 * draws.below(50));
    }
    const double first = *rc::gen::inRange(1, 60);
    for (int k = 0; k < 50; ++k) steps.push_back(first + 20 * k);
    const auto found =
        ripley_k(x, y, {.window = town, .radii = steps, .correction = KCorrection::none}).value();
    for (std::size_t r = 0; r < steps.size(); ++r) {
        double pairs = 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) {
                const double dx = x[i] - x[j], dy = y[i] - y[j];
                pairs += i != j && dx * dx + dy * dy <= steps[r] * steps[r] ? 1 : 0;
            }
        const double expected = pairs * town.area() / static_cast<double>(n * (n - 1));
        RC_ASSERT(std::abs(found[r] - expected) <= 1e-12 * expected);
    }
}

RC_GTEST_PROP(Ripleys_k, isotropic_weighs_each_pair_by_the_share_of_its_circle, ()) {
    const Pattern p = some_pattern();
    const auto n = p.x.size();
    const auto found = k_of(p, KCorrection::isotropic);
    for (std::size_t r = 0; r < radii.size(); ++r) {
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                if (i != j && distance(p, i, j) <= radii[r])
                    sum += 1 / CircleShare(p.x[i], p.y[i], window).inside(distance(p, i, j));
        const double expected = sum * 12e6 / static_cast<double>(n * (n - 1));
        RC_ASSERT(std::abs(found[r] - expected) <= 1e-10 * expected);
    }
}

// A circle that crosses one side only, by the vector kernel and by the closed form of all cases.
TEST(Weights_beyond_one_side, are_those_of_the_share_inside) {
    std::vector<double> side, squared;
    for (int k = 0; k <= 1000; ++k) {
        side.push_back(k == 1000 ? 199.9999999 : 0.2 * k);
        squared.push_back(200.0 * 200.0);
    }
    std::vector<double> weight(side.size());
    weights_beyond_one_side(side.data(), squared.data(), side.size(), weight.data());
    for (std::size_t k = 0; k < side.size(); ++k) {
        const double inside = CircleShare(side[k], 1500, window).inside(200);
        EXPECT_NEAR(weight[k], 1 / inside - 1, 4e-15) << side[k];
    }
    EXPECT_EQ(CircleShare(10, 2900, window).nearest_sides(), std::pair(10.0, 100.0));
}

// Enough points for cells and, where a third of them crowd, for strips; lonely ones look far.
RC_GTEST_PROP(Nearest_distances, are_those_of_all_pairs_in_large_patterns, ()) {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(500, 1500));
    Pattern p = pattern(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)), n);
    if (n % 2 == 0)
        for (std::size_t i = 0; i < n / 2; ++i) p.x[i] = p.y[i] = static_cast<double>(i % 7);
    p.x.back() = 90000;
    const auto found = nearest_distances(p.x, p.y);
    for (std::size_t i = 0; i < n; ++i) {
        double best = 1e300;
        for (std::size_t j = 0; j < n; ++j)
            if (j != i) best = std::min(best, distance(p, i, j));
        RC_ASSERT(found[i] == best);
    }
}

}  // namespace
}  // namespace maillage::engine
