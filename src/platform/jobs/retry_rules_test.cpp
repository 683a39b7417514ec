#include "platform/jobs/retry_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::platform::jobs {
namespace {

TEST(A_failed_job, rests_twice_as_long_after_each_attempt_up_to_ten_minutes) {
    EXPECT_EQ(rest_after(1).count(), 10);
    EXPECT_EQ(rest_after(2).count(), 20);
    EXPECT_EQ(rest_after(6).count(), 320);
    EXPECT_EQ(rest_after(7).count(), 600);
    EXPECT_EQ(rest_after(20).count(), 600);
}

}  // namespace
}  // namespace maillage::platform::jobs
