#pragma once

#include <string>
#include <string_view>

namespace maillage::platform::crypto {

// BLAKE2b with 32 bytes of output.
std::string blake2b(std::string_view bytes);
// SHA-256, 32 bytes: the fingerprint of a file that others may want to check.
std::string sha256(std::string_view bytes);
// HMAC-SHA-256, 32 bytes; a key of any length.
std::string hmac_sha256(std::string_view key, std::string_view message);
// In a time that depends on the lengths alone.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace maillage::platform::crypto
