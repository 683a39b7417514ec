#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/crypto/random.hpp"

namespace maillage::platform::crypto {

// A 256-bit secret that its bearer alone keeps (session cookie, link in a mail). The database stores `hash`:
// a dump opens nothing.
struct Token {
    std::string text;  // 43 characters, base64url
    std::string hash;  // BLAKE2b of the 32 bytes
};
Token new_token(const Randomness& random);

// The hash to look up for what a client sent; nothing when it does not have the form of a token.
std::optional<std::string> token_hash(std::string_view text);

}  // namespace maillage::platform::crypto
