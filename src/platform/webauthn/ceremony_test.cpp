#include "platform/webauthn/ceremony.hpp"

#include <gtest/gtest.h>

#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "tests/support/soft_authenticator.hpp"

namespace maillage::platform::webauthn {
namespace {

using test::Asked;
using test::SoftAuthenticator;

const std::string challenge = crypto::sha256("one page");
const Expected expected{.challenge = challenge, .rp_id = "localhost", .origin = "http://localhost"};
Asked asked() { return {.challenge = crypto::base64url(challenge)}; }

std::optional<Refusal> why_not(const test::Created& created) {
    const auto done = registered(expected, created.client_data, created.attestation_object);
    return done ? std::nullopt : std::optional(done.error());
}
Known known_of(const SoftAuthenticator& authenticator) {
    return {.public_key = authenticator.cose_key(),
            .sign_count = authenticator.count,
            .backup_eligible = authenticator.flags.eligible};
}
std::optional<Refusal> why_not(const Known& known, const test::Proved& proved) {
    const auto done = asserted(expected, known,
                               {.client_data = proved.client_data,
                                .authenticator_data = proved.authenticator_data,
                                .signature = proved.signature});
    return done ? std::nullopt : std::optional(done.error());
}

TEST(A_passkey, is_registered_with_each_kind_of_key_and_proves_itself) {
    for (const Algorithm algorithm : {Algorithm::es256, Algorithm::eddsa, Algorithm::rs256}) {
        SoftAuthenticator authenticator(algorithm);
        const auto created = authenticator.create(asked());
        const auto kept = registered(expected, created.client_data, created.attestation_object);
        ASSERT_TRUE(kept);
        EXPECT_EQ(kept->id, authenticator.id);
        const auto proved = authenticator.prove(asked());
        const auto seen = asserted(expected, {.public_key = kept->public_key, .sign_count = kept->sign_count},
                                   {.client_data = proved.client_data,
                                    .authenticator_data = proved.authenticator_data,
                                    .signature = proved.signature});
        ASSERT_TRUE(seen);
        EXPECT_EQ(seen->sign_count, 1U);
    }
}

TEST(A_passkey, that_is_copied_between_devices_says_so) {
    SoftAuthenticator authenticator;
    authenticator.flags.eligible = authenticator.flags.backed_up = true;
    const auto created = authenticator.create(asked());
    const auto kept = registered(expected, created.client_data, created.attestation_object);
    ASSERT_TRUE(kept);
    EXPECT_TRUE(kept->backup_eligible && kept->backed_up);
}

TEST(A_passkey, may_say_more_in_extensions_that_nobody_reads) {
    SoftAuthenticator authenticator;
    authenticator.extensions = test::cbor_map(1) + test::cbor_text("hmac-secret") + "\xf5";
    EXPECT_EQ(why_not(authenticator.create(asked())), std::nullopt);
    EXPECT_EQ(why_not(known_of(authenticator), authenticator.prove(asked())), std::nullopt);
}

TEST(A_registration, is_refused_for_a_proof_of_possession) {
    SoftAuthenticator authenticator;
    auto created = authenticator.create(asked());
    created.client_data = test::client_data_of("webauthn.get", asked());
    EXPECT_EQ(why_not(created), Refusal::ceremony);
}

TEST(A_registration, is_refused_for_the_challenge_of_another_page) {
    SoftAuthenticator authenticator;
    Asked other = asked();
    other.challenge = crypto::base64url(crypto::sha256("another page"));
    EXPECT_EQ(why_not(authenticator.create(other)), Refusal::challenge);
}

TEST(A_registration, is_refused_without_the_person_being_recognised) {
    SoftAuthenticator authenticator;
    authenticator.flags.verified = false;
    EXPECT_EQ(why_not(authenticator.create(asked())), Refusal::not_verified);
}

TEST(A_registration, is_refused_without_a_touch) {
    SoftAuthenticator authenticator;
    authenticator.flags.present = false;
    EXPECT_EQ(why_not(authenticator.create(asked())), Refusal::not_present);
}

TEST(A_registration, is_refused_for_the_name_of_another_site) {
    SoftAuthenticator authenticator;
    Asked other = asked();
    other.rp_id = "localhost.example";
    EXPECT_EQ(why_not(authenticator.create(other)), Refusal::rp_id);
}

TEST(A_registration, is_refused_when_it_is_backed_up_and_cannot_be) {
    SoftAuthenticator authenticator;
    authenticator.flags.backed_up = true;
    EXPECT_EQ(why_not(authenticator.create(asked())), Refusal::backup);
}

TEST(A_registration, is_refused_with_a_statement_about_the_device) {
    SoftAuthenticator authenticator;
    auto created = authenticator.create(asked());
    const std::string data = authenticator.authenticator_data(asked(), true);
    created.attestation_object = test::cbor_map(3) + test::cbor_text("fmt") + test::cbor_text("packed") +
                                 test::cbor_text("attStmt") + test::cbor_map(0) +
                                 test::cbor_text("authData") + test::cbor_bytes(data);
    EXPECT_EQ(why_not(created), Refusal::malformed);
}

TEST(A_registration, is_refused_when_a_byte_follows_or_is_missing) {
    SoftAuthenticator authenticator;
    auto longer = authenticator.create(asked()), shorter = longer;
    longer.attestation_object += '\0';
    shorter.attestation_object.pop_back();
    EXPECT_EQ(why_not(longer), Refusal::malformed);
    EXPECT_EQ(why_not(shorter), Refusal::malformed);
    auto inside = authenticator.create(asked());
    inside.attestation_object =
        test::attestation_object_of(authenticator.authenticator_data(asked(), true) + '\0');
    EXPECT_EQ(why_not(inside), Refusal::malformed);
}

TEST(A_registration, is_refused_without_a_credential) {
    SoftAuthenticator authenticator;
    auto created = authenticator.create(asked());
    created.attestation_object =
        test::attestation_object_of(authenticator.authenticator_data(asked(), false));
    EXPECT_EQ(why_not(created), Refusal::malformed);
}

TEST(A_registration, is_refused_with_a_point_that_is_not_on_the_curve) {
    SoftAuthenticator authenticator;
    auto created = authenticator.create(asked());
    created.attestation_object.back() = static_cast<char>(created.attestation_object.back() ^ 1);
    EXPECT_EQ(why_not(created), Refusal::algorithm);
}

TEST(A_registration, is_refused_with_an_identifier_that_is_too_short) {
    SoftAuthenticator authenticator;
    authenticator.id = "short";
    EXPECT_EQ(why_not(authenticator.create(asked())), Refusal::malformed);
}

TEST(A_proof, is_refused_when_made_on_another_site) {
    SoftAuthenticator authenticator;
    for (const char* origin :
         {"https://localhost", "http://localhost.example", "http://localhost:81", "null"}) {
        Asked other = asked();
        other.origin = origin;
        EXPECT_EQ(why_not(known_of(authenticator), authenticator.prove(other)), Refusal::origin) << origin;
    }
}

TEST(A_proof, is_refused_when_made_in_a_frame_of_another_site) {
    SoftAuthenticator authenticator;
    for (const char* more : {R"(,"crossOrigin":true)", R"(,"crossOrigin":"false")",
                             R"(,"crossOrigin":false,"topOrigin":"https://elsewhere.example")"}) {
        Asked other = asked();
        other.more = more;
        EXPECT_EQ(why_not(known_of(authenticator), authenticator.prove(other)), Refusal::origin) << more;
    }
}

TEST(A_proof, is_refused_for_the_challenge_of_another_page) {
    SoftAuthenticator authenticator;
    Asked other = asked();
    other.challenge = "AAAA";
    EXPECT_EQ(why_not(known_of(authenticator), authenticator.prove(other)), Refusal::challenge);
}

TEST(A_proof, is_refused_for_a_registration) {
    SoftAuthenticator authenticator;
    auto proved = authenticator.prove(asked());
    proved.client_data = test::client_data_of("webauthn.create", asked());
    EXPECT_EQ(why_not(known_of(authenticator), proved), Refusal::ceremony);
}

TEST(A_proof, is_refused_when_the_browser_says_no_object) {
    SoftAuthenticator authenticator;
    for (const std::string& text : {std::string("[]"), std::string("{\"type\":"), std::string("{}"),
                                    std::string(5000, ' ') + "{}", std::string(200, '[')}) {
        auto proved = authenticator.prove(asked());
        proved.client_data = text;
        EXPECT_EQ(why_not(known_of(authenticator), proved), Refusal::malformed);
    }
}

TEST(A_proof, is_refused_without_the_person_being_recognised_or_a_touch) {
    SoftAuthenticator authenticator;
    authenticator.flags.verified = false;
    EXPECT_EQ(why_not(known_of(authenticator), authenticator.prove(asked())), Refusal::not_verified);
    authenticator.flags = {.present = false};
    EXPECT_EQ(why_not(known_of(authenticator), authenticator.prove(asked())), Refusal::not_present);
}

TEST(A_proof, is_refused_for_the_name_of_another_site) {
    SoftAuthenticator authenticator;
    Asked other = asked();
    other.rp_id = "elsewhere.example";
    EXPECT_EQ(why_not(known_of(authenticator), authenticator.prove(other)), Refusal::rp_id);
}

TEST(A_proof, is_refused_by_the_key_of_somebody_else) {
    for (const Algorithm algorithm : {Algorithm::es256, Algorithm::eddsa, Algorithm::rs256}) {
        SoftAuthenticator mine(algorithm), theirs(algorithm);
        EXPECT_EQ(why_not(known_of(mine), theirs.prove(asked())), Refusal::signature);
    }
}

TEST(A_proof, is_refused_when_anything_that_was_signed_has_changed) {
    SoftAuthenticator authenticator;
    const Known known = known_of(authenticator);
    const auto proved = authenticator.prove(asked());
    auto counted = proved, said = proved, signed_otherwise = proved, unsigned_one = proved;
    counted.authenticator_data.back() = 9;
    said.client_data += ' ';
    signed_otherwise.signature.back() = static_cast<char>(signed_otherwise.signature.back() ^ 1);
    unsigned_one.signature.clear();
    for (const auto& bent : {counted, said, signed_otherwise, unsigned_one})
        EXPECT_EQ(why_not(known, bent), Refusal::signature);
}

TEST(A_proof, is_refused_when_the_count_goes_back_or_stays) {
    SoftAuthenticator authenticator;
    const auto proved = authenticator.prove(asked());
    Known known = known_of(authenticator);
    EXPECT_EQ(why_not(known, proved), Refusal::sign_count);
    known.sign_count = 7;
    EXPECT_EQ(why_not(known, proved), Refusal::sign_count);
    authenticator.counts = false;
    authenticator.count = 0;
    EXPECT_EQ(why_not(known, authenticator.prove(asked())), Refusal::sign_count);
}

TEST(A_proof, counts_for_nothing_when_its_authenticator_does_not_count) {
    SoftAuthenticator authenticator;
    authenticator.counts = false;
    const Known known = known_of(authenticator);
    EXPECT_EQ(why_not(known, authenticator.prove(asked())), std::nullopt);
    EXPECT_EQ(why_not(known, authenticator.prove(asked())), std::nullopt);
}

TEST(A_proof, is_refused_when_the_passkey_can_be_copied_all_of_a_sudden) {
    SoftAuthenticator authenticator;
    const Known known = known_of(authenticator);
    authenticator.flags.eligible = true;
    EXPECT_EQ(why_not(known, authenticator.prove(asked())), Refusal::backup);
}

TEST(A_proof, is_refused_when_it_brings_a_credential_along) {
    SoftAuthenticator authenticator;
    auto proved = authenticator.prove(asked());
    proved.authenticator_data = authenticator.authenticator_data(asked(), true);
    EXPECT_EQ(why_not(known_of(authenticator), proved), Refusal::malformed);
}

}  // namespace
}  // namespace maillage::platform::webauthn
