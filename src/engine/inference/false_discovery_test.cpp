#include "engine/inference/false_discovery.hpp"

#include <gtest/gtest.h>

namespace maillage::engine {
namespace {

// The classical example, against R 4.2.2 p.adjust(…, "BH").
TEST(The_false_discovery_rate, is_benjamini_and_hochbergs) {
    const std::vector<double> p{.001, .008, .039, .041, .042, .06,  .074, .205, .212, .216, .222, .251, .269,
                                .275, .34,  .341, .384, .569, .594, .696, .762, .94,  .942, .975, .986};
    const std::vector<double> expected{.025,        .1,          .21,         .21,         .21,
                                       .25,         .2642857143, .4910714286, .4910714286, .4910714286,
                                       .4910714286, .4910714286, .4910714286, .4910714286, .5328125,
                                       .5328125,    .5647058824, .7815789474, .7815789474, .87,
                                       .9071428571, .986,        .986,        .986,        .986};
    const auto q = benjamini_hochberg(p);
    ASSERT_TRUE(q);
    for (std::size_t i = 0; i < p.size(); ++i) EXPECT_NEAR((*q)[i], expected[i], 1e-9) << "test " << i;
}

TEST(The_false_discovery_rate, refuses_what_is_no_probability) {
    EXPECT_EQ(benjamini_hochberg(std::vector<double>{0.1, 1.2}).error(),
              (Refusal{Reason::parameter_out_of_range, 1, 1}));
}

}  // namespace
}  // namespace maillage::engine
