#pragma once

#include <expected>
#include <string_view>

#include "domain/identity/scim_types.hpp"

namespace maillage::identity {

// `userName eq "…"`, `externalId eq "…"`, or the address under its other name (emails.value,
// emails[type eq "work"].value): what directories look accounts up by. Names and `eq` in any case. Everything
// else is refused (RFC 7644 § 3.4.2.2: invalidFilter), so that no half-understood filter finds more than was
// asked.
std::expected<ScimFilter, ScimRefusal> parse_scim_filter(std::string_view text);

// Attribute names know no case (RFC 7643 § 2.1).
bool same_attribute(std::string_view a, std::string_view b);

}  // namespace maillage::identity
