#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace maillage::platform::oidc {

// Where a provider answers (OpenID Connect Discovery § 3).
struct Endpoints {
    std::string authorization, token, keys;
    std::string userinfo, end_session;  // empty: it has none
    bool names_itself = false;          // RFC 9207: each of its answers says who gives it
    bool takes_claims = false;          // it may be asked for what it would leave out (Core § 5.5)
    bool secret_in_form = false;        // it does not take the client's secret in a header
};

// Nothing when the document names another issuer, or an address that is not on the issuer's own host: this
// program asks no address that its configuration does not name.
std::optional<Endpoints> endpoints_of(std::string_view document, std::string_view issuer);

}  // namespace maillage::platform::oidc
