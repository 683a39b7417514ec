#include "platform/oidc/discovery.hpp"

#include <algorithm>

#include "platform/oidc/json_reading.hpp"
#include "platform/oidc/web_address.hpp"

namespace maillage::platform::oidc {
namespace {

namespace json = boost::json;

bool is_true(const json::object& read, std::string_view name) {
    const json::value* const found = read.if_contains(name);
    return found != nullptr && found->is_bool() && found->get_bool();
}

// Basic is what a provider takes that says nothing.
bool wants_secret_in_form(const json::object& read) {
    const auto methods = texts_of(read, "token_endpoint_auth_methods_supported");
    return methods && std::ranges::find(*methods, "client_secret_basic") == methods->end();
}

}  // namespace

std::optional<Endpoints> endpoints_of(std::string_view document, std::string_view issuer) {
    const auto read = object_of(document);
    if (!read || text_of(*read, "issuer") != issuer) return std::nullopt;
    const auto own = origin_of(issuer);
    const auto address = [&](std::string_view name) {
        return std::string(text_of(*read, name).value_or(""));
    };
    const Endpoints found{.authorization = address("authorization_endpoint"),
                          .token = address("token_endpoint"),
                          .keys = address("jwks_uri"),
                          .userinfo = address("userinfo_endpoint"),
                          .end_session = address("end_session_endpoint"),
                          .names_itself = is_true(*read, "authorization_response_iss_parameter_supported"),
                          .takes_claims = is_true(*read, "claims_parameter_supported"),
                          .secret_in_form = wants_secret_in_form(*read)};
    for (const std::string& needed : {found.authorization, found.token, found.keys})
        if (origin_of(needed) != own) return std::nullopt;
    for (const std::string& possible : {found.userinfo, found.end_session})
        if (!possible.empty() && origin_of(possible) != own) return std::nullopt;
    return found;
}

}  // namespace maillage::platform::oidc
