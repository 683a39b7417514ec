#include "platform/memo/memo.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace maillage::platform {
namespace {

TEST(A_memo, computes_once_for_a_version_and_again_for_the_next) {
    Memo memo;
    int made = 0;
    const auto ask = [&](std::string_view version) {
        return *memo.get<int>("laval", version, [&] { return ++made; });
    };
    EXPECT_EQ(ask("1"), 1);
    EXPECT_EQ(ask("1"), 1);
    EXPECT_EQ(ask("2"), 2);
    EXPECT_EQ(ask("1"), 3);
    EXPECT_EQ(memo.size(), 1u);
}

TEST(A_memo, keeps_the_answers_to_different_questions_apart) {
    Memo memo;
    EXPECT_EQ(*memo.get<int>("laval", "1", [] { return 1; }), 1);
    EXPECT_EQ(*memo.get<int>("angers", "1", [] { return 2; }), 2);
    EXPECT_EQ(*memo.get<std::string>("laval", "1", [] { return std::string("other type"); }), "other type");
}

TEST(A_memo, stays_within_its_bound) {
    Memo memo(3);
    for (int i = 0; i < 100; ++i) memo.get<int>("question " + std::to_string(i), "1", [&] { return i; });
    EXPECT_LE(memo.size(), 3u);
}

TEST(A_memo, counts_how_large_its_values_are) {
    Memo memo(10);
    const auto ask = [&](std::string_view key, std::string_view version, std::size_t kilobytes) {
        memo.get<int>(key, version, [] { return 1; }, kilobytes);
    };
    ask("small", "1", 4);
    ask("large", "1", 6);
    EXPECT_EQ(memo.size(), 2u);
    ask("large", "2", 6);
    EXPECT_EQ(memo.size(), 2u) << "a newer version takes the place of the older";
    ask("one too many", "1", 1);
    EXPECT_EQ(memo.size(), 1u);
}

TEST(A_memo, keeps_nothing_of_a_computation_that_failed) {
    Memo memo;
    EXPECT_THROW(memo.get<int>("k", "1", []() -> int { throw std::runtime_error("no database"); }),
                 std::runtime_error);
    EXPECT_EQ(memo.size(), 0u);
}

TEST(A_memo, gives_many_threads_at_once_the_value_of_the_version_that_each_asked_for) {
    Memo memo(8);  // too small for all questions: values are forgotten while others hold them
    std::atomic<int> wrong = 0;
    const auto ask = [&](int seed) {
        for (int i = 0; i < 500; ++i) {
            const int question = (i + seed) % 12, version = i % 3;
            const auto value = memo.get<int>("question " + std::to_string(question), std::to_string(version),
                                             [&] { return 100 * question + version; });
            if (*value != 100 * question + version) ++wrong;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int seed = 0; seed < 4; ++seed) threads.emplace_back(ask, seed);
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_LE(memo.size(), 8u);
}

}  // namespace
}  // namespace maillage::platform
