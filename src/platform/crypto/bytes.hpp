#pragma once

#include <optional>
#include <string>
#include <string_view>

// Bytes as text and back. Decoders accept the exact alphabet and nothing else.
namespace maillage::platform::crypto {

std::string hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view text);
// RFC 4648 § 5 without padding: fit for paths and cookies.
std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace maillage::platform::crypto
