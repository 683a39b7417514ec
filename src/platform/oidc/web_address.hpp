#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace maillage::platform::oidc {

// "https://auth.example:8443" of an address that a provider may have: https, or http on this machine alone
// (a demonstration, a test). Nothing for any other, for one with a user or a fragment.
std::optional<std::string> origin_of(std::string_view address);

}  // namespace maillage::platform::oidc
