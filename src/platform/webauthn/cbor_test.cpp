#include "platform/webauthn/cbor.hpp"

#include <gtest/gtest.h>

#include <string>

#include "platform/webauthn/cose_key.hpp"
#include "tests/support/soft_authenticator.hpp"

namespace maillage::platform::webauthn {
namespace {

using namespace std::string_view_literals;
using test::cbor_bytes;
using test::cbor_map;
using test::cbor_number;

std::optional<CoseKey> key(const std::string& bytes) {
    std::size_t size = 0;
    return read_cose_key(bytes, size);
}

// The examples of RFC 8949, appendix A.
TEST(Cbor, reads_the_numbers_of_the_standard) {
    EXPECT_EQ(CborReader("\x00"sv).integer(), 0);
    EXPECT_EQ(CborReader("\x17"sv).integer(), 23);
    EXPECT_EQ(CborReader("\x18\x18"sv).integer(), 24);
    EXPECT_EQ(CborReader("\x19\x03\xe8"sv).integer(), 1000);
    EXPECT_EQ(CborReader("\x1a\x00\x0f\x42\x40"sv).integer(), 1'000'000);
    EXPECT_EQ(CborReader("\x1b\x00\x00\x00\xe8\xd4\xa5\x10\x00"sv).integer(), 1'000'000'000'000);
    EXPECT_EQ(CborReader("\x20"sv).integer(), -1);
    EXPECT_EQ(CborReader("\x39\x03\xe7"sv).integer(), -1000);
}

TEST(Cbor, reads_strings_and_what_follows_them) {
    CborReader reader("\x44\x01\x02\x03\x04\x64IETF\xa1\x01\x02"sv);
    EXPECT_EQ(reader.bytes(), "\x01\x02\x03\x04"sv);
    EXPECT_EQ(reader.text(), "IETF"sv);
    EXPECT_EQ(reader.map(), 1U);
    EXPECT_EQ(reader.integer(), 1);
    EXPECT_EQ(reader.rest(), "\x02"sv);
}

TEST(Cbor, refuses_a_number_written_longer_than_it_must_be) {
    for (const auto bytes :
         {"\x18\x17"sv, "\x19\x00\xff"sv, "\x1a\x00\x00\xff\xff"sv, "\x1b\x00\x00\x00\x00\xff\xff\xff\xff"sv})
        EXPECT_EQ(CborReader(bytes).integer(), std::nullopt);
}

TEST(Cbor, refuses_a_number_that_no_integer_of_ours_holds) {
    EXPECT_EQ(CborReader("\x1b\xff\xff\xff\xff\xff\xff\xff\xff"sv).integer(), std::nullopt);
    EXPECT_EQ(CborReader("\x3b\xff\xff\xff\xff\xff\xff\xff\xff"sv).integer(), std::nullopt);
}

TEST(Cbor, refuses_a_length_beyond_its_end) {
    EXPECT_EQ(CborReader("\x44\x01\x02\x03"sv).bytes(), std::nullopt);
    EXPECT_EQ(CborReader("\x5b\x7f\xff\xff\xff\xff\xff\xff\xff"sv).bytes(), std::nullopt);
    EXPECT_EQ(CborReader("\xbb\x7f\xff\xff\xff\xff\xff\xff\xff"sv).map(), std::nullopt);
    EXPECT_FALSE(CborReader("\x9b\x7f\xff\xff\xff\xff\xff\xff\xff"sv).skip());
}

TEST(Cbor, refuses_a_length_that_comes_later_a_tag_and_floating_point) {
    for (const auto bytes : {"\x5f\x41\x01\xff"sv, "\xbf\xff"sv, "\x9f\xff"sv, "\xc0\x00"sv, "\xf9\x3c\x00"sv,
                             "\xfb\x3f\xf1\x99\x99\x99\x99\x99\x9a"sv, "\xf7"sv, "\xf0"sv, "\x1c"sv, ""sv})
        EXPECT_FALSE(CborReader(bytes).skip());
}

TEST(Cbor, is_passed_over_to_a_depth_that_authenticators_use_and_no_deeper) {
    EXPECT_TRUE(CborReader("\x81\x81\x81\x81\x01"sv).skip());
    EXPECT_FALSE(CborReader("\x81\x81\x81\x81\x81\x01"sv).skip());
    EXPECT_FALSE(CborReader(std::string(100'000, '\x81')).skip());
}

TEST(A_public_key, is_read_up_to_its_own_end) {
    const test::SoftAuthenticator authenticator;
    std::size_t size = 0;
    EXPECT_TRUE(read_cose_key(authenticator.cose_key() + "more", size));
    EXPECT_EQ(size, authenticator.cose_key().size());
}

TEST(A_public_key, is_refused_with_a_parameter_twice_one_too_many_or_one_missing) {
    const std::string x(32, '\1');
    const std::string ed =
        cbor_number(1) + cbor_number(1) + cbor_number(3) + cbor_number(-8) + cbor_number(-1) + cbor_number(6);
    const std::string point = cbor_number(-2) + cbor_bytes(x);
    EXPECT_TRUE(key(cbor_map(4) + ed + point));
    EXPECT_FALSE(key(cbor_map(5) + ed + point + point));
    EXPECT_FALSE(key(cbor_map(5) + ed + point + cbor_number(-3) + cbor_bytes(x)));
    EXPECT_FALSE(key(cbor_map(5) + ed + point + cbor_number(4) + cbor_number(2)));
    EXPECT_FALSE(key(cbor_map(3) + ed));
    EXPECT_FALSE(key(cbor_map(4) + ed + cbor_number(-2) + cbor_bytes(x + x)));
}

TEST(A_public_key, is_refused_for_another_curve_or_algorithm) {
    const std::string point = cbor_number(-2) + cbor_bytes(std::string(32, '\1'));
    const auto ed = [&](int type, int algorithm, int curve) {
        return cbor_map(4) + cbor_number(1) + cbor_number(type) + cbor_number(3) + cbor_number(algorithm) +
               cbor_number(-1) + cbor_number(curve) + point;
    };
    EXPECT_TRUE(key(ed(1, -8, 6)));
    EXPECT_FALSE(key(ed(1, -8, 4)));
    EXPECT_FALSE(key(ed(1, -7, 6)));
    EXPECT_FALSE(key(ed(2, -8, 6)));
}

TEST(A_public_key, is_refused_with_a_small_modulus_or_a_small_exponent) {
    const auto rsa = [](std::size_t bytes, std::string_view exponent) {
        return cbor_map(4) + cbor_number(1) + cbor_number(3) + cbor_number(3) + cbor_number(-257) +
               cbor_number(-1) + cbor_bytes(std::string(bytes, '\xff')) + cbor_number(-2) +
               cbor_bytes(exponent);
    };
    EXPECT_TRUE(key(rsa(256, "\x01\x00\x01"sv)));
    EXPECT_FALSE(key(rsa(128, "\x01\x00\x01"sv)));
    EXPECT_FALSE(key(rsa(1024, "\x01\x00\x01"sv)));
    EXPECT_FALSE(key(rsa(256, "\x03"sv)));
}

TEST(A_public_key, of_small_order_is_none) {
    EXPECT_FALSE(usable({.algorithm = Algorithm::eddsa, .x = std::string(32, '\0')}));
    EXPECT_FALSE(
        usable({.algorithm = Algorithm::es256, .x = std::string(32, '\0'), .y = std::string(32, '\0')}));
}

}  // namespace
}  // namespace maillage::platform::webauthn
