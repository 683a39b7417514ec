#include "platform/crypto/key_pair.hpp"

#include <sodium.h>

#include <algorithm>

#include "foundation/check.hpp"

namespace maillage::platform::crypto {

KeyPair new_key_pair(const Randomness& random) {
    auto secret = secret_key(random(SecretKey::size));
    foundation::check(secret.has_value(), "randomness of the length asked for");
    std::string public_key = public_key_of(*secret);
    return {.public_key = std::move(public_key), .secret = *std::move(secret)};
}

std::string public_key_of(const SecretKey& secret) {
    std::string key(crypto_scalarmult_BYTES, '\0');
    const int failed =
        crypto_scalarmult_base(reinterpret_cast<unsigned char*>(key.data()), secret.bytes().data());
    foundation::check(failed == 0, "X25519 has a point for every secret");
    return key;
}

std::string_view view_of(const SecretKey& key) {
    return {reinterpret_cast<const char*>(key.bytes().data()), SecretKey::size};
}

std::optional<SecretKey> secret_key(std::optional<std::string> bytes) {
    if (!bytes || bytes->size() != SecretKey::size) return std::nullopt;
    SecretKey key;
    std::ranges::copy(*bytes, key.bytes().begin());
    sodium_memzero(bytes->data(), bytes->size());
    return key;
}

}  // namespace maillage::platform::crypto
