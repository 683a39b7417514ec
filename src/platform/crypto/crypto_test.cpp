#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/token.hpp"

namespace maillage::platform::crypto {
namespace {

TEST(Blake2b, of_abc_is_the_known_digest) {
    EXPECT_EQ(hex(blake2b("abc")), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

// RFC 4231, test case 2, and test case 6 whose key is longer than a block.
TEST(Sha256, of_abc_is_the_known_digest) {
    EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hmac_sha256, gives_the_values_of_the_rfc) {
    EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(
        hex(hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Equality_in_constant_time, is_equality) {
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_TRUE(equal_in_constant_time("secret", "secret"));
    EXPECT_FALSE(equal_in_constant_time("secret", "secreu"));
    EXPECT_FALSE(equal_in_constant_time("secret", "secre"));
}

TEST(Base64url, has_no_padding_and_no_character_that_a_path_would_escape) {
    EXPECT_EQ(base64url("\xfa\xfb\xfc\xfd\xfe\xff>>"), "-vv8_f7_Pj4");
    EXPECT_FALSE(from_base64url("-vv8_f7_Pj4="));
    EXPECT_FALSE(from_base64url("+vv8/f7/Pj4"));
    EXPECT_FALSE(from_base64url("-vv8_f7_Pj4 "));
}

TEST(Hex, refuses_an_odd_length_and_foreign_characters) {
    EXPECT_EQ(from_hex("00ff10"), std::string("\x00\xff\x10", 3));
    EXPECT_FALSE(from_hex("00f"));
    EXPECT_FALSE(from_hex("00fg"));
    EXPECT_FALSE(from_hex("00 ff"));
}

RC_GTEST_PROP(Encodings, give_back_what_they_were_given, (const std::string& bytes)) {
    RC_ASSERT(from_hex(hex(bytes)) == bytes);
    RC_ASSERT(from_base64url(base64url(bytes)) == bytes);
}

TEST(A_token, is_found_again_by_the_hash_of_what_the_client_sends) {
    const Token token = new_token(random_bytes);

    EXPECT_EQ(token.text.size(), 43U);
    EXPECT_EQ(token_hash(token.text), token.hash);
    EXPECT_NE(new_token(random_bytes).text, token.text);
}

TEST(A_token, of_another_form_has_no_hash) {
    const Token token = new_token(random_bytes);

    EXPECT_FALSE(token_hash(""));
    EXPECT_FALSE(token_hash(token.text.substr(1)));
    EXPECT_FALSE(token_hash(token.text + "A"));
    EXPECT_FALSE(token_hash(std::string(43, '+')));
}

TEST(Random_bytes, have_the_length_asked_for_and_differ) {
    EXPECT_EQ(random_bytes(0).size(), 0U);
    EXPECT_EQ(random_hex(16).size(), 32U);
    EXPECT_NE(random_bytes(32), random_bytes(32));
}

}  // namespace
}  // namespace maillage::platform::crypto
