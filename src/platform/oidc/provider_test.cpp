#include "platform/oidc/provider.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "tests/support/oidc_provider.hpp"

namespace maillage::platform::oidc {
namespace {

using std::chrono::seconds;
using test::OidcProvider;
using testing::HasSubstr;
using testing::Not;
using Signing = OidcProvider::Signing;

const Secrets secrets{.state = "state-1", .nonce = "nonce-1", .verifier = std::string(43, 'v')};

struct World {
    foundation::Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 30)};
    OidcProvider there{[this] { return now; }};
    Provider here{OidcProvider::settings(), there.fetch(), [this] { return now; }};

    std::string code(const Secrets& with = secrets) {
        return there.sign_in(here.sign_in_address(with).value_or(""));
    }
    std::expected<Person, Refusal> come_back(const Secrets& with = secrets) {
        return here.person_of({.code = code(), .issuer = OidcProvider::settings().issuer}, with);
    }
    Refusal refused() {
        const auto person = come_back();
        if (person) ADD_FAILURE() << "somebody is signed in";
        return person ? Refusal::busy : person.error();
    }
};
struct An_identity_provider : testing::Test, World {};
struct An_answer_of_the_provider : testing::Test, World {};

TEST_F(An_identity_provider, says_who_signed_in) {
    const auto person = come_back();
    ASSERT_TRUE(person) << name_of(person.error());
    EXPECT_EQ(person->subject, "agent-7f3a");
    EXPECT_TRUE(person->two_factors);
}
TEST_F(An_identity_provider, is_asked_with_state_nonce_and_the_hash_of_the_verifier) {
    const std::string address = here.sign_in_address(secrets).value_or("");
    EXPECT_THAT(address, testing::StartsWith("https://auth.example.test/api/authorize?response_type=code"));
    for (const std::string part :
         {"&state=state-1", "&nonce=nonce-1", "&scope=openid&", "&acr_values=eidas1",
          "&code_challenge_method=S256",
          "&redirect_uri=https%3A%2F%2Fmaillage.example.test%2Fsign-in%2Fprovider%2Fback"})
        EXPECT_THAT(address, HasSubstr(part));
    EXPECT_THAT(address, HasSubstr("&code_challenge=" + crypto::base64url(crypto::sha256(secrets.verifier))));
    EXPECT_THAT(address, Not(HasSubstr(secrets.verifier)));
}
TEST_F(An_identity_provider, may_sign_by_a_curve) {
    there.id_signing = there.userinfo_signing = Signing::es256;
    EXPECT_TRUE(come_back());
}
TEST_F(An_identity_provider, is_asked_once_in_an_hour_for_what_it_publishes) {
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(come_back());
    EXPECT_EQ(there.times_asked("/jwks"), 1U);
    EXPECT_EQ(there.times_asked("/openid-configuration"), 1U);
    now += std::chrono::hours(1);
    EXPECT_TRUE(come_back());
    EXPECT_EQ(there.times_asked("/jwks"), 2U);
}
TEST_F(An_identity_provider, may_begin_to_sign_by_a_new_key) {
    EXPECT_TRUE(come_back());
    now += seconds(61);
    there.id_signing = Signing::new_key;
    EXPECT_TRUE(come_back());
}
TEST_F(An_identity_provider, tells_two_factors_by_level_or_by_method) {
    there.id_token["acr"] = R"("eidas1")";
    EXPECT_FALSE(come_back().value().two_factors);
    there.id_token["amr"] = R"(["pwd","mfa"])";
    EXPECT_TRUE(come_back().value().two_factors);
    there.id_token["amr"] = R"(["pwd"])";
    there.id_token["acr"] = "";
    EXPECT_FALSE(come_back().value().two_factors);
}
TEST_F(An_identity_provider, that_may_be_asked_for_its_methods_is) {
    there.discovery["claims_parameter_supported"] = "true";
    EXPECT_THAT(
        here.sign_in_address(secrets).value_or(""),
        testing::EndsWith("&claims=%7B%22id_token%22%3A%7B%22amr%22%3A%7B%22essential%22%3Atrue%7D%7D%7D"));
}
TEST_F(An_identity_provider, that_takes_no_header_gets_the_secret_in_the_form) {
    there.discovery["token_endpoint_auth_methods_supported"] = R"(["client_secret_post"])";
    there.instead["/token"] = {.status = 400, .type = {}, .body = {}};
    EXPECT_EQ(refused(), Refusal::code_refused);
    EXPECT_EQ(there.asked.back().user, "");
    EXPECT_THAT(there.asked.back().form, HasSubstr("&client_secret=a%20secret%20of%20the%20test"));
}
TEST_F(An_identity_provider, ends_its_session_by_the_token_that_began_ours) {
    EXPECT_EQ(here.sign_out_address("the.id.token", "s-1"),
              "https://auth.example.test/api/session/end?id_token_hint=the.id.token&client_id=maillage&"
              "post_logout_redirect_uri=https%3A%2F%2Fmaillage.example.test%2Fsign-in&state=s-1");
}
TEST_F(An_identity_provider, without_a_page_to_sign_out_has_no_such_address) {
    there.discovery["end_session_endpoint"] = "";
    EXPECT_EQ(here.sign_out_address("the.id.token", "s-1"), std::nullopt);
}
TEST_F(An_identity_provider, that_is_away_signs_nobody_in) {
    there.instead["/openid-configuration"] = {.status = 503, .type = {}, .body = {}};
    EXPECT_EQ(here.sign_in_address(secrets).error(), Refusal::unreachable);
}

// The negative cases (R36).
TEST_F(An_answer_of_the_provider, from_another_issuer_never_has_its_code_sent_on) {
    const auto person = here.person_of({.code = code(), .issuer = "https://evil.example"}, secrets);
    EXPECT_EQ(person.error(), Refusal::other_issuer);
    EXPECT_EQ(there.times_asked("/token"), 0U);
}
TEST_F(An_answer_of_the_provider, without_the_issuer_that_it_promised_is_refused) {
    EXPECT_EQ(here.person_of({.code = code(), .issuer = {}}, secrets).error(), Refusal::other_issuer);
}
TEST_F(An_answer_of_the_provider, may_lack_the_issuer_that_it_never_promised) {
    there.discovery["authorization_response_iss_parameter_supported"] = "";
    EXPECT_TRUE(here.person_of({.code = code(), .issuer = {}}, secrets));
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_code_that_it_never_gave) {
    static_cast<void>(code());
    const auto person =
        here.person_of({.code = "guessed", .issuer = OidcProvider::settings().issuer}, secrets);
    EXPECT_EQ(person.error(), Refusal::code_refused);
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_stolen_code_and_another_verifier) {
    EXPECT_EQ(come_back({.state = "state-1", .nonce = "nonce-1", .verifier = std::string(43, 'w')}).error(),
              Refusal::code_refused);
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_that_nobody_signed) {
    there.id_signing = Signing::none;
    EXPECT_EQ(refused(), Refusal::algorithm);
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_signed_by_what_is_published) {
    there.id_signing = Signing::shared_secret;
    EXPECT_EQ(refused(), Refusal::algorithm);
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_that_sets_a_condition_we_do_not_know) {
    there.id_signing = Signing::critical;
    EXPECT_EQ(refused(), Refusal::algorithm);
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_by_a_key_that_it_never_published) {
    there.id_signing = Signing::unknown_key;
    EXPECT_EQ(refused(), Refusal::unknown_key);
    EXPECT_EQ(refused(), Refusal::unknown_key);
    // Fetched just now: asking again would be for whoever sends such tokens to decide.
    EXPECT_EQ(there.times_asked("/jwks"), 1U);
    now += seconds(61);
    EXPECT_EQ(refused(), Refusal::unknown_key);
    EXPECT_EQ(there.times_asked("/jwks"), 2U);
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_by_another_key_of_the_same_name) {
    there.id_signing = Signing::other_key;
    EXPECT_EQ(refused(), Refusal::signature);
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_of_another_issuer) {
    there.id_token["iss"] = R"("https://auth.example.test/other")";
    EXPECT_EQ(refused(), Refusal::issuer);
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_for_another_site) {
    for (const std::string audience : {R"("other")", R"(["other"])", R"([])", R"(["maillage",1])", ""}) {
        there.id_token["aud"] = audience;
        EXPECT_EQ(refused(), Refusal::audience) << audience;
    }
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_for_several_that_was_made_for_another) {
    there.id_token["aud"] = R"(["other","maillage"])";
    EXPECT_EQ(refused(), Refusal::audience);
    there.id_token["azp"] = R"("other")";
    EXPECT_EQ(refused(), Refusal::audience);
    there.id_token["azp"] = R"("maillage")";
    EXPECT_TRUE(come_back());
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_that_is_over) {
    const auto second = std::chrono::floor<seconds>(now).time_since_epoch().count();
    for (const std::string& end :
         {std::to_string(second - 60), std::string(R"("tomorrow")"), std::string()}) {
        there.id_token["exp"] = end;
        EXPECT_EQ(refused(), Refusal::expired) << end;
    }
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_of_long_ago_or_of_the_future) {
    const auto second = std::chrono::floor<seconds>(now).time_since_epoch().count();
    for (const std::int64_t apart : {-601, 61}) {
        there.id_token["iat"] = std::to_string(second + apart);
        EXPECT_EQ(refused(), Refusal::issued_at) << apart;
    }
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_that_does_not_hold_yet) {
    const auto second = std::chrono::floor<seconds>(now).time_since_epoch().count();
    there.id_token["nbf"] = std::to_string(second + 61);
    EXPECT_EQ(refused(), Refusal::issued_at);
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_of_another_sign_in) {
    for (const std::string nonce : {R"("nonce-2")", ""}) {
        there.id_token["nonce"] = nonce;
        EXPECT_EQ(refused(), Refusal::nonce) << nonce;
    }
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_about_nobody) {
    for (const std::string& subject : {std::string(R"("")"), std::string("12"), std::string(),
                                       '"' + std::string(256, 'x') + '"', std::string(R"("é")")}) {
        there.id_token["sub"] = subject;
        EXPECT_EQ(refused(), Refusal::subject) << subject;
    }
}
TEST_F(An_answer_of_the_provider, is_refused_with_an_access_token_of_another_answer) {
    there.id_token["at_hash"] = R"("AAAAAAAAAAAAAAAAAAAAAA")";
    EXPECT_EQ(refused(), Refusal::access_token);
}
TEST_F(An_answer_of_the_provider, is_refused_without_its_tokens) {
    for (const std::string body : {"", "[]", "not json", R"({"id_token":"a.b.c"})",
                                   R"({"id_token":"a.b.c","access_token":"a\r\nx-admin: 1"})",
                                   R"({"id_token":"a.b.c","access_token":"x"})"}) {
        there.instead["/token"] = {.status = 200, .type = "application/json", .body = body};
        EXPECT_EQ(refused(), Refusal::malformed) << body;
    }
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_that_no_encoder_wrote) {
    // {"alg":"RS256","kid":"key-1"}
    const std::string header = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleS0xIn0";
    for (const std::string rest :
         {".AAA=AAAA<AA.AAAA", ".e30.AAA=AAAA<AA", ".e30.A", ".e30", ".e30.", ".e30.AAAA.AAAA"}) {
        there.instead["/token"] = {.status = 200,
                                   .type = "application/json",
                                   .body = R"({"access_token":"x","id_token":")" + header + rest + "\"}"};
        EXPECT_EQ(refused(), Refusal::malformed) << rest;
    }
}
TEST_F(An_answer_of_the_provider, is_refused_with_a_token_beyond_all_measure) {
    there.id_token["name"] = '"' + std::string(20'000, 'x') + '"';
    EXPECT_EQ(refused(), Refusal::malformed);
}
TEST_F(An_answer_of_the_provider, is_refused_with_user_information_that_nobody_signed) {
    there.userinfo_signing = Signing::none;
    EXPECT_EQ(refused(), Refusal::userinfo);
    there.instead["/userinfo"] = {
        .status = 200, .type = "application/json", .body = R"({"sub":"agent-7f3a"})"};
    EXPECT_EQ(refused(), Refusal::userinfo);
}
TEST_F(An_answer_of_the_provider, is_refused_with_user_information_by_another_key) {
    there.userinfo_signing = Signing::other_key;
    EXPECT_EQ(refused(), Refusal::userinfo);
}
TEST_F(An_answer_of_the_provider, is_refused_with_user_information_about_somebody_else) {
    there.userinfo["sub"] = R"("agent-8000")";
    EXPECT_EQ(refused(), Refusal::userinfo);
}
TEST_F(An_answer_of_the_provider, is_refused_with_user_information_for_another_site_or_of_another_issuer) {
    there.userinfo["aud"] = R"("other")";
    EXPECT_EQ(refused(), Refusal::userinfo);
    there.userinfo = {{"iss", R"("https://evil.example")"}};
    EXPECT_EQ(refused(), Refusal::userinfo);
    there.userinfo = {{"exp", "1"}};
    EXPECT_EQ(refused(), Refusal::userinfo);
}
TEST_F(An_answer_of_the_provider, is_refused_when_its_document_is_of_another_issuer) {
    there.discovery["issuer"] = R"("https://evil.example")";
    EXPECT_EQ(here.sign_in_address(secrets).error(), Refusal::discovery);
}
TEST_F(An_answer_of_the_provider, never_sends_this_program_to_another_host) {
    for (const std::string name : {"token_endpoint", "jwks_uri", "userinfo_endpoint",
                                   "authorization_endpoint", "end_session_endpoint"})
        for (const std::string address :
             {"https://evil.example/x", "http://auth.example.test/x", "https://auth.example.test:8443/x",
              "https://auth.example.test@evil.example/x", "http://127.0.0.1:9180/metrics",
              "file:///etc/passwd", "//auth.example.test/x", "https://auth.example.test.evil.example/x"}) {
            OidcProvider other([&] { return now; });
            other.discovery[name] = '"' + address + '"';
            Provider fresh(OidcProvider::settings(), other.fetch(), [&] { return now; });
            EXPECT_EQ(fresh.sign_in_address(secrets).error(), Refusal::discovery) << name << ' ' << address;
        }
}

}  // namespace
}  // namespace maillage::platform::oidc
