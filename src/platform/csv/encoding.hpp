#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maillage::platform::csv {

enum class Encoding : std::uint8_t { utf_8, windows_1252 };

// Position of the first byte that Windows-1252 does not define (81, 8D, 8F, 90, 9D), or nothing.
std::optional<std::size_t> undefined_in_windows_1252(std::string_view bytes);
// Bytes of Windows-1252, all defined, as UTF-8.
std::string utf_8_of_windows_1252(std::string_view bytes);

}  // namespace maillage::platform::csv
