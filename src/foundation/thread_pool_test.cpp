#include "foundation/thread_pool.hpp"

#include <gtest/gtest.h>

#include <thread>
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

TEST(A_thread_pool, gives_each_of_several_callers_at_once_its_own_blocks) {
    constexpr std::size_t callers = 4, blocks = 200;
    ThreadPool pool(3);
    std::vector<std::vector<std::size_t>> ran(callers, std::vector<std::size_t>(blocks, 0));
    {
        std::vector<std::jthread> threads;
        for (std::vector<std::size_t>& mine : ran)
            threads.emplace_back([&pool, &mine] {
                for (int times = 0; times < 20; ++times)
                    pool.run(blocks, [&mine](std::size_t block) { mine[block] += block; });
            });
    }
    for (const std::vector<std::size_t>& mine : ran)
        for (std::size_t block = 0; block < blocks; ++block) EXPECT_EQ(mine[block], 20 * block);
}

}  // namespace
}  // namespace maillage::foundation
