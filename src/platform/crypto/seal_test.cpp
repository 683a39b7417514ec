#include "platform/crypto/seal.hpp"

#include <gtest/gtest.h>

namespace maillage::platform::crypto {
namespace {

const Place place{.secret = "a secret of the installation", .name = "identity.totp/17"};

TEST(A_sealed_value, opens_with_its_secret_at_its_place) {
    const std::string bytes = sealed(place, "clear", random_bytes);
    EXPECT_EQ(opened(place, bytes), "clear");
    EXPECT_EQ(bytes.find("clear"), bytes.npos);
    EXPECT_NE(bytes, sealed(place, "clear", random_bytes));
}

TEST(A_sealed_value, opens_nowhere_else_and_not_once_it_was_changed) {
    std::string bytes = sealed(place, "clear", random_bytes);
    EXPECT_FALSE(opened({.secret = place.secret, .name = "identity.totp/18"}, bytes));
    EXPECT_FALSE(opened({.secret = "another", .name = place.name}, bytes));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(opened(place, changed)) << at;
        EXPECT_FALSE(opened(place, bytes.substr(0, at))) << at;
    }
}

}  // namespace
}  // namespace maillage::platform::crypto
