#include "engine/core/exponentials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/core/philox.hpp"

namespace maillage::engine {
namespace {

TEST(Exponentials, are_those_of_the_library) {
    Draws draws(3, Stream::demonstration, 0);
    std::vector<double> x{0, 1, -1, 0.5 * std::log(2), -0.5 * std::log(2), 700, -700, 1e-300, -0.0};
    for (int k = 0; k < 20000; ++k) x.push_back(1400 * draws.uniform() - 700);
    for (int k = 0; k < 20000; ++k) x.push_back(6 * draws.uniform() - 3);
    auto found = x;
    exponentials(found);
    for (std::size_t k = 0; k < x.size(); ++k)
        ASSERT_NEAR(found[k] / std::exp(x[k]), 1, 1e-15 + 4e-16 * std::abs(x[k])) << x[k];
    EXPECT_EQ(found[0], 1);
}

TEST(Exponentials, end_at_708) {
    std::vector<double> x{-1e308, -709, 709, 1e308};
    exponentials(x);
    EXPECT_EQ(x[0], x[1]);
    EXPECT_EQ(x[2], x[3]);
    EXPECT_GT(x[0], 0);
    EXPECT_TRUE(std::isfinite(x[3]));
}

// Whatever stands beside it in the vector.
TEST(Exponentials, do_not_depend_on_their_neighbours) {
    std::vector<double> x;
    for (int k = 0; k < 37; ++k) x.push_back(0.37 * k - 5);
    auto together = x;
    exponentials(together);
    for (std::size_t k = 0; k < x.size(); ++k) {
        exponentials(std::span(x).subspan(k, 1));
        EXPECT_EQ(x[k], together[k]);
    }
}

}  // namespace
}  // namespace maillage::engine
