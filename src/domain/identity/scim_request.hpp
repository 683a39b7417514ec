#pragma once

#include <expected>
#include <string_view>

#include "domain/identity/scim_types.hpp"

// What a directory sent, read into what it asks of an account. Attributes of the core schema that we do not
// keep are ignored (fewer data about people); names that no schema of ours has are refused, so that nobody
// believes they did something; what would give a right, a role or a password is refused whatever it holds.
namespace maillage::identity {

// The body of POST and PUT: an address is required, and a new account a name (the address when none is told).
std::expected<ScimChange, ScimRefusal> read_scim_user(std::string_view body);
// The body of PATCH (RFC 7644 § 3.5.2), as Entra ID and Keycloak write it: operations in any case, "False" as
// a text, members with dots.
std::expected<ScimChange, ScimRefusal> read_scim_patch(std::string_view body);

}  // namespace maillage::identity
