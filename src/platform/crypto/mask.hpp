#pragma once

#include <string>
#include <string_view>

namespace maillage::platform::crypto {

// A secret as one page shows it: masked anew each time, so that the compressed size of a page tells nothing
// about it (BREACH). `secret` is hexadecimal.
std::string masked(std::string_view secret);
// The secret behind a masked token; empty when it is malformed.
std::string unmasked(std::string_view token);

}  // namespace maillage::platform::crypto
