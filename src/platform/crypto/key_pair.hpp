#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/crypto/random.hpp"
#include "platform/crypto/secret_key.hpp"

namespace maillage::platform::crypto {

// X25519 (RFC 7748).
struct KeyPair {
    std::string public_key;  // 32 bytes
    SecretKey secret;
};
KeyPair new_key_pair(const Randomness& random);
std::string public_key_of(const SecretKey& secret);

// The bytes of a key, for what takes a text; they live as long as the key.
std::string_view view_of(const SecretKey& key);
// A key read back; nothing when there is none or it has another length. The text is wiped.
std::optional<SecretKey> secret_key(std::optional<std::string> bytes);

}  // namespace maillage::platform::crypto
