#include "app/runtime.hpp"

#include <gtest/gtest.h>

namespace maillage::app {
namespace {

TEST(A_flood_of_sign_ins, leaves_two_threads_to_pages_and_hashes_two_at_a_time) {
    for (const std::int64_t workers : {3, 4, 8, 64}) {
        const auto options = hashes_beside_pages(workers);
        EXPECT_LE(options.at_once, 2U) << workers;
        EXPECT_LE(std::int64_t{options.at_once} + options.queue, workers - 2) << workers;
    }
    EXPECT_EQ(hashes_beside_pages(8).queue, 4U);
    EXPECT_EQ(hashes_beside_pages(1).at_once, 1U) << "one thread signs people in all the same";
}

}  // namespace
}  // namespace maillage::app
