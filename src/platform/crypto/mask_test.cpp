#include "platform/crypto/mask.hpp"

#include <gtest/gtest.h>

#include "platform/crypto/random.hpp"

namespace maillage::platform::crypto {
namespace {

TEST(A_masked_token, differs_each_time_and_comes_back) {
    const std::string secret = random_hex(16);
    EXPECT_NE(masked(secret), masked(secret));
    EXPECT_EQ(unmasked(masked(secret)), secret);
}

TEST(A_masked_token, that_is_malformed_gives_nothing) {
    for (const char* token : {"", "zz", "abc", "abcdef12345"}) EXPECT_EQ(unmasked(token), "") << token;
}

}  // namespace
}  // namespace maillage::platform::crypto
