#include "platform/crypto/totp.hpp"

#include <gtest/gtest.h>

#include "platform/crypto/bytes.hpp"

namespace maillage::platform::crypto {
namespace {

const std::string secret = "12345678901234567890";  // of the vectors of both RFCs

foundation::Instant at(std::int64_t seconds) { return foundation::Instant(std::chrono::seconds(seconds)); }

// RFC 2202, test cases 1 and 6.
TEST(Hmac_sha1, gives_the_values_of_the_rfc) {
    EXPECT_EQ(hex(hmac_sha1(std::string(20, '\x0b'), "Hi There")),
              "b617318655057264e28bc0b6fb378c8ef146be00");
    EXPECT_EQ(
        hex(hmac_sha1(std::string(80, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
        "aa4ae5e15272d00e95705637ce8a3b55ed402112");
}

// RFC 4226, appendix D.
TEST(A_one_time_password, of_a_counter_is_the_one_of_rfc_4226) {
    const char* const values[] = {"755224", "287082", "359152", "969429", "338314",
                                  "254676", "287922", "162583", "399871", "520489"};
    for (std::int64_t count = 0; count < 10; ++count)
        EXPECT_EQ(one_time_password(secret, count), values[count]) << count;
}

// RFC 6238, appendix B.
TEST(A_one_time_password, of_a_moment_is_the_one_of_rfc_6238) {
    const std::pair<std::int64_t, const char*> values[] = {{59, "94287082"},
                                                           {1'111'111'109, "07081804"},
                                                           {1'111'111'111, "14050471"},
                                                           {1'234'567'890, "89005924"},
                                                           {2'000'000'000, "69279037"},
                                                           {20'000'000'000, "65353130"}};
    for (const auto& [seconds, value] : values)
        EXPECT_EQ(one_time_password(secret, totp_step(at(seconds)), 8), value) << seconds;
}

TEST(A_one_time_password, is_taken_within_half_a_minute_of_its_time_and_once) {
    const auto now = at(1'234'567'890);
    const std::int64_t step = totp_step(now);
    for (const std::int64_t near : {step - 1, step, step + 1})
        EXPECT_EQ(accepted_step(secret, one_time_password(secret, near), now, 0), near);
    for (const std::int64_t far : {step - 2, step + 2})
        EXPECT_FALSE(accepted_step(secret, one_time_password(secret, far), now, 0)) << far;
    EXPECT_FALSE(accepted_step(secret, one_time_password(secret, step), now, step));
    EXPECT_FALSE(accepted_step(secret, one_time_password(secret, step - 1), now, step));
}

TEST(A_one_time_password, is_read_with_the_space_that_applications_show_and_nothing_else) {
    const auto now = at(1'234'567'890);
    const std::string digits = one_time_password(secret, totp_step(now));
    EXPECT_TRUE(accepted_step(secret, digits.substr(0, 3) + " " + digits.substr(3), now, 0));
    for (const std::string& typed : {std::string(), digits.substr(0, 5), digits + "0", "x" + digits})
        EXPECT_FALSE(accepted_step(secret, typed, now, 0)) << typed;
}

// RFC 4648 § 10, without padding.
TEST(Base32, gives_the_values_of_the_rfc) {
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("fo"), "MZXQ");
    EXPECT_EQ(base32("foo"), "MZXW6");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

}  // namespace
}  // namespace maillage::platform::crypto
