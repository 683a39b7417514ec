#include "platform/crypto/token.hpp"

#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::platform::crypto {
namespace {

constexpr std::size_t token_bytes = 32;

}  // namespace

Token new_token(const Randomness& random) {
    const std::string bytes = random(token_bytes);
    return {.text = base64url(bytes), .hash = blake2b(bytes)};
}

std::optional<std::string> token_hash(std::string_view text) {
    const auto bytes = from_base64url(text);
    if (!bytes || bytes->size() != token_bytes) return std::nullopt;
    return blake2b(*bytes);
}

}  // namespace maillage::platform::crypto
