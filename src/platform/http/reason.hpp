#pragma once

#include <string_view>

namespace maillage::platform::http {

// The reason phrase of a status line (RFC 9110 § 15); "Status" for a code we do not use.
std::string_view reason(int status);

}  // namespace maillage::platform::http
