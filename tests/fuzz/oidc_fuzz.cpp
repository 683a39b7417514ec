#include "platform/oidc/claims.hpp"
#include "platform/oidc/discovery.hpp"
#include "platform/oidc/signed_token.hpp"

// Whatever an identity provider sends, or somebody in its name: nothing is read that no published key signed,
// and no address outside the issuer's own host is taken.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    namespace oidc = maillage::platform::oidc;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    // The key of RFC 7517, appendix A.1: nobody here has its other half.
    constexpr std::string_view published =
        R"({"keys":[{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",)"
        R"("y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"sig","kid":"1"}]})";
    static const auto keys = oidc::KeySet::parse(published);
    if (!keys || keys->size() != 1) __builtin_trap();
    if (oidc::payload_of(bytes, *keys)) __builtin_trap();
    // {"alg":"ES256","kid":"1"}
    if (oidc::payload_of("eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ." + std::string(bytes), *keys)) __builtin_trap();
    if (const auto set = oidc::KeySet::parse(bytes))
        static_cast<void>(oidc::payload_of("eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.e30.AAAA", *set));
    const oidc::Expected expected{.issuer = "https://auth.example",
                                  .client_id = "maillage",
                                  .nonce = "n",
                                  .access_token = "a",
                                  .now = 1'796'000'000};
    const auto claims = oidc::id_claims(bytes, expected);
    if (claims && claims->subject.empty()) __builtin_trap();
    static_cast<void>(oidc::same_person(bytes, expected, "s"));
    if (const auto found = oidc::endpoints_of(bytes, "https://auth.example"))
        if (!found->token.starts_with("https://auth.example")) __builtin_trap();
    return 0;
}
