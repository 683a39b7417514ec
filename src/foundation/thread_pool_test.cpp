#include "foundation/thread_pool.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace maillage::foundation {
namespace {

TEST(A_thread_pool, runs_every_block_once_whatever_its_size) {
    for (const unsigned threads : {1U, 2U, 7U}) {
        ThreadPool pool(threads);
        for (const std::size_t blocks : {0UL, 1UL, 3UL, 1000UL}) {
            std::vector<int> ran(blocks, 0);
            pool.run(blocks, [&](std::size_t block) { ++ran[block]; });
            EXPECT_EQ(ran, std::vector<int>(blocks, 1)) << threads << " threads";
        }
    }
}

}  // namespace
}  // namespace maillage::foundation
