#include <gtest/gtest.h>

#include "engine/evaluation/ratio_of_ratios.hpp"
#include "engine/evaluation/weighted_displacement.hpp"

namespace maillage::engine {
namespace {

TEST(A_ratio_of_ratios, compares_the_treated_area_with_its_control) {
    const auto found = ratio_of_ratios({.before = 120, .after = 80}, {.before = 200, .after = 190});
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->log_ratio, -0.3541718137, 1e-9);
    EXPECT_NEAR(found->standard_error, 0.1763419724, 1e-9);
    EXPECT_NEAR(found->ratio, 0.701754386, 1e-9);
    EXPECT_NEAR(found->interval.low, 0.4966867523, 1e-8);
    EXPECT_NEAR(found->interval.high, 0.9914885306, 1e-8);
}

TEST(A_ratio_of_ratios, refuses_a_zero_cell_and_says_which) {
    EXPECT_EQ(ratio_of_ratios({.before = 3, .after = 0}, {.before = 1, .after = 1}).error(),
              (Refusal{Reason::zero_cell, 1, 0}));
}

// Wheeler & Ratcliffe 2018, table of their worked example.
const DisplacementDesign published{.treated = {.before = 207, .after = 110},
                                   .control = {.before = 308, .after = 318},
                                   .ring = {.before = 178, .after = 157},
                                   .ring_control = {.before = 150, .after = 140}};

TEST(The_weighted_displacement_difference, is_the_published_one) {
    const auto found = weighted_displacement_difference(published);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->difference, -118);
    EXPECT_EQ(found->variance, 1568);
    EXPECT_NEAR(found->z, -2.98, 0.005);
    EXPECT_NEAR(found->interval.low, -196, 0.5);
    EXPECT_NEAR(found->interval.high, -40, 0.5);
}

TEST(The_weighted_displacement_difference, does_not_change_when_counts_and_weights_are_doubled) {
    DisplacementDesign doubled = published;
    for (WeightedArea* area : {&doubled.treated, &doubled.control, &doubled.ring, &doubled.ring_control})
        *area = {.before = area->before * 2, .after = area->after * 2, .weight = 2};
    EXPECT_DOUBLE_EQ(weighted_displacement_difference(doubled)->difference, -118);
}

TEST(The_weighted_displacement_quotient, finds_diffusion_of_the_benefit) {
    const auto found = weighted_displacement_quotient(published.treated, published.control, published.ring);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->denominator, -0.32616597, 1e-8);
    EXPECT_NEAR(found->quotient, 0.25818569, 1e-8);
}

TEST(An_evaluation, refuses_what_cannot_be_counted) {
    DisplacementDesign wrong = published;
    wrong.ring.before = -1;
    EXPECT_EQ(weighted_displacement_difference(wrong).error().reason, Reason::negative);
    wrong = published;
    wrong.control.weight = 0;
    EXPECT_EQ(weighted_displacement_difference(wrong).error().reason, Reason::parameter_out_of_range);
    EXPECT_EQ(weighted_displacement_difference({}).error().reason, Reason::too_few_events);
    EXPECT_EQ(weighted_displacement_quotient({}, {}, {}).error().reason, Reason::zero_cell);
}

}  // namespace
}  // namespace maillage::engine
