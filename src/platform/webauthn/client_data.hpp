#pragma once

#include <optional>
#include <string_view>

#include "platform/webauthn/ceremony.hpp"

namespace maillage::platform::webauthn {

// Whether the browser's account of the ceremony (§ 5.8.1, JSON) is of `type` ("webauthn.create",
// "webauthn.get") and of what was asked; the reason when it is not.
std::optional<Refusal> refused_client_data(const Expected& expected, std::string_view type,
                                           std::string_view json);

}  // namespace maillage::platform::webauthn
