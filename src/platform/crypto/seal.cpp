#include "platform/crypto/seal.hpp"

#include <sodium.h>

#include "platform/crypto/hash.hpp"

namespace maillage::platform::crypto {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
                      tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

// The secret has other uses: this key is apart from them.
std::string key_of(std::string_view secret) { return hmac_sha256(secret, "maillage seal 1"); }

}  // namespace

std::string sealed(const Place& place, std::string_view clear, const Randomness& random) {
    const std::string nonce = random(nonce_bytes), key = key_of(place.secret);
    std::string bytes(clear.size() + tag_bytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(bytes), nullptr, raw(clear), clear.size(), raw(place.name),
                                               place.name.size(), nullptr, raw(nonce), raw(key));
    return nonce + bytes;
}

std::optional<std::string> opened(const Place& place, std::string_view bytes) {
    if (bytes.size() < nonce_bytes + tag_bytes) return std::nullopt;
    const std::string_view nonce = bytes.substr(0, nonce_bytes), body = bytes.substr(nonce_bytes);
    const std::string key = key_of(place.secret);
    std::string clear(body.size() - tag_bytes, '\0');
    const int failed =
        crypto_aead_xchacha20poly1305_ietf_decrypt(raw(clear), nullptr, nullptr, raw(body), body.size(),
                                                   raw(place.name), place.name.size(), raw(nonce), raw(key));
    if (failed != 0) return std::nullopt;
    return clear;
}

}  // namespace maillage::platform::crypto
