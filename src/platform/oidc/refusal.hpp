#pragma once

#include <cstdint>
#include <string_view>

namespace maillage::platform::oidc {

// Why nobody is signed in by what the identity provider said, or did not say.
enum class Refusal : std::uint8_t {
    unreachable,   // no connection, too slow, an answer that is no success
    busy,          // too many ask it at this moment
    discovery,     // its document names another issuer, or addresses elsewhere
    other_issuer,  // the answer came from another provider (mix-up, RFC 9207)
    code_refused,  // it does not take the code
    malformed,     // no token, or one that cannot be read
    algorithm,     // signed by none, by a shared secret, or with conditions that we do not know
    unknown_key,   // by a key that it does not publish
    signature,     // by somebody else
    issuer,        // said by another issuer
    audience,      // said to another site
    expired,       // said too long ago
    issued_at,     // said in the future, or before this sign-in
    nonce,         // said for another sign-in
    subject,       // about nobody
    access_token,  // with an access token that it was not made for
    userinfo       // the user information is not signed, or about somebody else
};
std::string_view name_of(Refusal refusal);

}  // namespace maillage::platform::oidc
