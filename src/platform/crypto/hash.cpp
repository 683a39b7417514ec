#include "platform/crypto/hash.hpp"

#include <sodium.h>

namespace maillage::platform::crypto {
namespace {

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

}  // namespace

std::string blake2b(std::string_view bytes) {
    std::string digest(32, '\0');
    crypto_generichash(raw(digest), digest.size(), raw(bytes), bytes.size(), nullptr, 0);
    return digest;
}

std::string sha256(std::string_view bytes) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(raw(digest), raw(bytes), bytes.size());
    return digest;
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
    std::string mac(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, raw(key), key.size());
    crypto_auth_hmacsha256_update(&state, raw(message), message.size());
    crypto_auth_hmacsha256_final(&state, raw(mac));
    sodium_memzero(&state, sizeof state);
    return mac;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace maillage::platform::crypto
