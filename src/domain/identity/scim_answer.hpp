#pragma once

#include <string>

#include "domain/identity/scim_store.hpp"
#include "platform/http/message.hpp"
#include "platform/i18n/words.hpp"

// What SCIM answers: application/scim+json throughout, errors too (RFC 7644 § 3.12).
namespace maillage::identity {

inline constexpr std::string_view scim_root = "/scim/v2";
inline constexpr std::int64_t most_scim_users = 100;  // of one page

bool is_scim(std::string_view path);

// "https://maillage.example/scim/v2": absolute, as the schema asks.
std::string scim_base(const platform::http::Request& request);

platform::http::Response scim_json(std::string document, int status = 200);
platform::http::Response scim_refusal(const platform::i18n::Words& words, ScimRefusal refusal);
// What the kernel, or the router, refused before any of our code was asked.
platform::http::Response scim_error(const platform::i18n::Words& words, int status);

// The version is a fingerprint of what is shown: equal as long as the directory would read the same.
std::string scim_etag(const ScimUser& user);
platform::http::Response scim_user(const ScimUser& user, const std::string& base, int status = 200);
platform::http::Response scim_list(const ScimPage& page, const ScimRange& range, const std::string& base);

// ServiceProviderConfig, ResourceTypes, Schemas: what there is to ask.
platform::http::Response scim_configuration(const std::string& base);
platform::http::Response scim_resource_types(const std::string& base);
platform::http::Response scim_schemas(const std::string& base);

}  // namespace maillage::identity
