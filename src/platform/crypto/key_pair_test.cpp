#include "platform/crypto/key_pair.hpp"

#include <gtest/gtest.h>

#include "platform/crypto/bytes.hpp"

namespace maillage::platform::crypto {
namespace {

// RFC 7748 § 6.1: Alice's.
TEST(A_key_pair, has_the_public_key_of_the_rfc) {
    const auto secret =
        secret_key(from_hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    ASSERT_TRUE(secret);
    EXPECT_EQ(hex(public_key_of(*secret)),
              "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
}

TEST(A_key_pair, is_made_from_the_randomness_it_is_given) {
    const KeyPair pair = new_key_pair([](std::size_t count) { return std::string(count, 'r'); });
    EXPECT_EQ(view_of(pair.secret), std::string(32, 'r'));
    EXPECT_EQ(pair.public_key, public_key_of(pair.secret));
}

TEST(A_secret_key, has_its_length_or_is_none) {
    EXPECT_FALSE(secret_key(std::nullopt));
    EXPECT_FALSE(secret_key(std::string(31, 'k')));
    EXPECT_FALSE(secret_key(std::string(33, 'k')));
    EXPECT_TRUE(secret_key(std::string(32, 'k')));
}

}  // namespace
}  // namespace maillage::platform::crypto
