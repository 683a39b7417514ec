#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "platform/oidc/key_set.hpp"
#include "platform/oidc/refusal.hpp"

namespace maillage::platform::oidc {

// What a token says (JWT, RFC 7519, in its compact form), once its signature is that of a published key by
// the algorithm that this key is for. `unknown_key` alone may end otherwise with a newer set.
std::expected<std::string, Refusal> payload_of(std::string_view token, const KeySet& keys);

}  // namespace maillage::platform::oidc
