#pragma once

#include <cstddef>
#include <string_view>

namespace maillage::platform::mail {

// Bytes of the first character; 0 for what is not UTF-8 (RFC 3629: no overlong form, no surrogate, nothing
// above U+10FFFF).
std::size_t first_character(std::string_view text);

}  // namespace maillage::platform::mail
