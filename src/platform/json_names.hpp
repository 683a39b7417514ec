#pragma once

#include <string_view>

namespace maillage::platform {

// Whether an object of this JSON document has two members of one name, capitals or not (as SCIM compares
// them, RFC 7643 § 2.1). Readers differ on which of them counts: one may check the first while another obeys
// the last. False of what is no JSON.
bool names_a_member_twice(std::string_view document);

}  // namespace maillage::platform
