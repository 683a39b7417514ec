#pragma once

#include <cstdint>
#include <expected>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/instant.hpp"
#include "platform/crypto/bounded_gate.hpp"
#include "platform/oidc/claims.hpp"
#include "platform/oidc/discovery.hpp"
#include "platform/oidc/fetch.hpp"
#include "platform/oidc/key_set.hpp"
#include "platform/oidc/settings.hpp"

namespace maillage::platform::oidc {

// What one sign-in is recognised by, from its first page to the last: unpredictable, the browser's own.
struct Secrets {
    std::string state, nonce;
    std::string verifier;  // PKCE (RFC 7636); its SHA-256 alone leaves before the code comes back
};

// What the browser brings back from the provider.
struct BroughtBack {
    std::string code;
    std::optional<std::string> issuer;  // RFC 9207
};

struct Person {
    std::string subject;  // who, for this issuer: never a mail address
    bool two_factors = false;
    std::string id_token;  // to name the session when it ends
};

// A relying party of OpenID Connect: code flow with PKCE, the ID token and the user information signed.
// Shared by the threads of a site; what the provider publishes is kept for an hour.
class Provider {
 public:
    Provider(Settings settings, Fetch fetch, foundation::Clock clock);

    const Settings& settings() const { return settings_; }
    // Where the browser goes to sign in. `anew`: whoever the provider knows in this browser already proves
    // who they are again (OpenID Connect Core, § 3.1.2.1).
    enum class Recognise : std::uint8_t { as_they_are, anew };
    std::expected<std::string, Refusal> sign_in_address(const Secrets& secrets,
                                                        Recognise how = Recognise::as_they_are);
    // Who came back. Asks the provider with the code, which it takes once.
    std::expected<Person, Refusal> person_of(const BroughtBack& brought, const Secrets& secrets);
    // Where the browser goes to end the session there too; nothing when the provider has no such page.
    std::optional<std::string> sign_out_address(std::string_view id_token, std::string_view state);

 private:
    template <class T>
    struct Kept {
        T value;
        foundation::Instant since;
    };

    std::expected<Endpoints, Refusal> endpoints();
    std::expected<KeySet, Refusal> keys(const Endpoints& at, std::chrono::seconds no_older_than);
    std::expected<std::string, Refusal> said_in(std::string_view token, const Endpoints& at);
    struct Tokens {
        std::string id, access;
    };
    std::expected<Tokens, Refusal> tokens_for(const Endpoints& at, const std::string& code,
                                              const std::string& verifier);
    std::expected<Person, Refusal> person_at(const Endpoints& at, const BroughtBack& brought,
                                             const Secrets& secrets);
    bool userinfo_agrees(const Endpoints& at, const Expected& expected, std::string_view subject);

    const Settings settings_;
    const Fetch fetch_;
    const foundation::Clock clock_;
    crypto::BoundedGate gate_;
    std::mutex mutex_;
    std::optional<Kept<Endpoints>> endpoints_;
    std::optional<Kept<KeySet>> keys_;
};

}  // namespace maillage::platform::oidc
