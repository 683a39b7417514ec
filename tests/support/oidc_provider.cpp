#include "tests/support/oidc_provider.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <memory>

#include "foundation/check.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/http/target.hpp"

namespace maillage::test {
namespace {

namespace crypto = platform::crypto;
namespace http = platform::http;
namespace oidc = platform::oidc;

constexpr std::string_view issuer = "https://auth.example.test/api";

struct Free {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
    void operator()(cjose_header_t* header) const { cjose_header_release(header); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;
using Key = Owned<cjose_jwk_t>;

Key rsa(std::string_view id) {
    cjose_err error{};
    const std::uint8_t exponent[] = {1, 0, 1};
    Key key(cjose_jwk_create_RSA_random(2048, exponent, sizeof exponent, &error));
    foundation::check(key && cjose_jwk_set_kid(key.get(), id.data(), id.size(), &error), "a key of RSA");
    return key;
}

Key curve(std::string_view id) {
    cjose_err error{};
    Key key(cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error));
    foundation::check(key && cjose_jwk_set_kid(key.get(), id.data(), id.size(), &error), "a key of a curve");
    return key;
}

std::string published(const Key& key) {
    cjose_err error{};
    char* const text = cjose_jwk_to_json(key.get(), false, &error);
    foundation::check(text != nullptr, "a key has a text");
    std::string json(text);
    cjose_get_dealloc()(text);
    return json;
}

std::string object(const OidcProvider::Claims& claims) {
    std::string text;
    for (const auto& [name, value] : claims)
        if (!value.empty()) text += (text.empty() ? "" : ",") + ('"' + name + "\":" + value);
    return '{' + text + '}';
}

OidcProvider::Claims changed(OidcProvider::Claims said, const OidcProvider::Claims& changes) {
    for (const auto& [name, value] : changes) said[name] = value;
    return said;
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

using Signing = OidcProvider::Signing;

// Making a key of RSA takes a while: each is made by the first test that needs it.
const Key& key_of(Signing signing) {
    switch (signing) {
    case Signing::es256: {
        static const Key point = curve("key-ec");
        return point;
    }
    case Signing::other_key: {
        static const Key other = rsa("key-1");
        return other;
    }
    case Signing::unknown_key: {
        static const Key unknown = rsa("key-9");
        return unknown;
    }
    case Signing::new_key: {
        static const Key fresh = rsa("key-2");
        return fresh;
    }
    case Signing::rs256:
    case Signing::none:
    case Signing::shared_secret:
    case Signing::critical: break;
    }
    static const Key right = rsa("key-1");
    return right;
}

std::string by_hand(std::string_view algorithm, const std::string& payload) {
    return crypto::base64url(R"({"alg":")" + std::string(algorithm) + R"(","kid":"key-1"})") + '.' +
           crypto::base64url(payload) + '.';
}

std::string signed_by(Signing signing, const std::string& payload) {
    if (signing == Signing::none) return by_hand("none", payload);
    cjose_err error{};
    const Key& key = key_of(signing);
    if (signing == Signing::shared_secret) {
        const std::string start = by_hand("HS256", payload), said = start.substr(0, start.size() - 1);
        return start + crypto::base64url(crypto::hmac_sha256(published(key), said));
    }
    const Owned<cjose_header_t> header(cjose_header_new(&error));
    cjose_header_set(header.get(), CJOSE_HDR_ALG, signing == Signing::es256 ? "ES256" : "RS256", &error);
    cjose_header_set(header.get(), CJOSE_HDR_KID, cjose_jwk_get_kid(key.get(), &error), &error);
    if (signing == Signing::critical) cjose_header_set_raw(header.get(), "crit", R"(["b64"])", &error);
    const Owned<cjose_jws_t> token(cjose_jws_sign(key.get(), header.get(),
                                                  reinterpret_cast<const std::uint8_t*>(payload.data()),
                                                  payload.size(), &error));
    const char* text = nullptr;
    foundation::check(token && cjose_jws_export(token.get(), &text, &error), "a signed token");
    return text;
}

http::Fields pairs(std::string_view text) { return http::parse_pairs(text, 50).value(); }

}  // namespace

oidc::Settings OidcProvider::settings() {
    return {.issuer = std::string(issuer),
            .name = "ProConnect",
            .client_id = "maillage",
            .client_secret = "a secret of the test",
            .site = "https://maillage.example.test",
            .ca_file = {},
            .acr_values = "eidas1",
            .second_factor_acr = {"eidas2", "eidas3"}};
}

oidc::Fetch OidcProvider::fetch() {
    return [this](const oidc::Question& question) { return answer(question); };
}

std::string OidcProvider::sign_in(const std::string& address) {
    const http::Fields query = pairs(address.substr(address.find('?') + 1));
    const std::string code = "code-" + std::to_string(codes_.size() + 1);
    codes_[code] = {.nonce = std::string(query.get("nonce")),
                    .challenge = std::string(query.get("code_challenge")),
                    .state = std::string(query.get("state")),
                    .redirect = std::string(query.get("redirect_uri"))};
    return code;
}

std::string OidcProvider::way_back_of(const std::string& address) {
    const std::string code = sign_in(address);
    return std::string(oidc::way_back) + "?code=" + code + "&state=" + codes_[code].state +
           "&iss=https%3A%2F%2Fauth.example.test%2Fapi";
}

std::size_t OidcProvider::times_asked(std::string_view path) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        asked, [&](const oidc::Question& question) { return question.address.ends_with(path); }));
}

std::int64_t OidcProvider::now() const {
    return std::chrono::floor<std::chrono::seconds>(clock_()).time_since_epoch().count();
}

std::string OidcProvider::key_set() {
    ++given_;
    std::string keys = published(key_of(Signing::rs256)) + ',' + published(key_of(Signing::es256));
    if (given_ > 1) keys += ',' + published(key_of(Signing::new_key));
    return R"({"keys":[)" + keys + "]}";
}

oidc::Answer OidcProvider::tokens(const oidc::Question& question) {
    const http::Fields form = pairs(question.form);
    const auto begun = codes_.find(std::string(form.get("code")));
    const bool right =
        begun != codes_.end() && question.user == "maillage" &&
        question.password == "a%20secret%20of%20the%20test" &&
        form.get("redirect_uri") == begun->second.redirect &&
        crypto::base64url(crypto::sha256(form.get("code_verifier"))) == begun->second.challenge;
    if (!right) return {.status = 400, .type = "application/json", .body = R"({"error":"invalid_grant"})"};
    const Claims said{{"iss", quoted(issuer)},
                      {"aud", R"("maillage")"},
                      {"sub", quoted(subject)},
                      {"nonce", quoted(begun->second.nonce)},
                      {"iat", std::to_string(now())},
                      {"exp", std::to_string(now() + 60)},
                      {"acr", R"("eidas2")"},
                      {"at_hash", quoted(crypto::base64url(crypto::sha256("access-1").substr(0, 16)))}};
    codes_.erase(begun);
    const std::string token = signed_by(id_signing, object(changed(said, id_token)));
    return {.status = 200,
            .type = "application/json",
            .body = R"({"token_type":"Bearer","access_token":"access-1","id_token":")" + token + "\"}"};
}

std::expected<oidc::Answer, oidc::FetchTrouble> OidcProvider::answer(const oidc::Question& question) {
    asked.push_back(question);
    for (const auto& [path, answer] : instead)
        if (question.address.ends_with(path)) return answer;
    const auto json = [](std::string body) {
        return oidc::Answer{.status = 200, .type = "application/json", .body = std::move(body)};
    };
    const auto here = [](std::string_view path) { return quoted(std::string(issuer) + std::string(path)); };
    if (question.address.ends_with("/.well-known/openid-configuration"))
        return json(object(changed({{"issuer", quoted(issuer)},
                                    {"authorization_endpoint", here("/authorize")},
                                    {"token_endpoint", here("/token")},
                                    {"userinfo_endpoint", here("/userinfo")},
                                    {"jwks_uri", here("/jwks")},
                                    {"end_session_endpoint", here("/session/end")},
                                    {"authorization_response_iss_parameter_supported", "true"}},
                                   discovery)));
    if (question.address.ends_with("/jwks")) return json(key_set());
    if (question.address.ends_with("/token")) return tokens(question);
    if (question.address.ends_with("/userinfo") && question.bearer == "access-1")
        return oidc::Answer{
            .status = 200,
            .type = "application/jwt",
            .body = signed_by(
                userinfo_signing,
                object(changed({{"iss", quoted(issuer)}, {"aud", R"("maillage")"}, {"sub", quoted(subject)}},
                               userinfo)))};
    return oidc::Answer{.status = 404, .type = "text/plain", .body = {}};
}

}  // namespace maillage::test
