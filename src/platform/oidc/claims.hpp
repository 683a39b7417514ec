#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "platform/oidc/refusal.hpp"

namespace maillage::platform::oidc {

struct Expected {
    std::string_view issuer, client_id, nonce, access_token;
    std::int64_t now = 0;  // seconds of the epoch
};

struct IdClaims {
    std::string subject;
    std::string level;                 // acr
    std::vector<std::string> methods;  // amr
};

// The claims of an ID token whose signature is right (OpenID Connect Core § 3.1.3.7).
std::expected<IdClaims, Refusal> id_claims(std::string_view payload, const Expected& expected);

// Whether the claims of the user information are about `subject`, said by this provider to this site.
bool same_person(std::string_view payload, const Expected& expected, std::string_view subject);

}  // namespace maillage::platform::oidc
