#include "tests/support/soft_authenticator.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>

#include <stdexcept>

#include "platform/crypto/hash.hpp"
#include "platform/crypto/random.hpp"

namespace maillage::test {
namespace {

using platform::webauthn::Algorithm;

std::string cbor_head(unsigned kind, std::uint64_t value) {
    std::string head;
    const auto byte = [&](std::uint64_t b) { head += static_cast<char>(b & 0xffU); };
    const unsigned top = kind << 5U;
    if (value < 24) {
        byte(top | value);
    } else if (value < 0x100) {
        byte(top | 24U);
        byte(value);
    } else if (value < 0x10000) {
        byte(top | 25U);
        byte(value >> 8U);
        byte(value);
    } else {
        throw std::runtime_error("longer than a test needs");
    }
    return head;
}

EVP_PKEY* fresh_key(Algorithm algorithm) {
    switch (algorithm) {
    case Algorithm::es256: return EVP_EC_gen("prime256v1");
    case Algorithm::rs256: return EVP_RSA_gen(2048);
    case Algorithm::eddsa: return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    }
    __builtin_unreachable();
}

std::string number_of(EVP_PKEY* key, const char* name, int size) {
    BIGNUM* number = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1) throw std::runtime_error("a key without its number");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), size);
    BN_free(number);
    return bytes;
}

}  // namespace

std::string cbor_number(std::int64_t value) {
    return value < 0 ? cbor_head(1, static_cast<std::uint64_t>(-1 - value))
                     : cbor_head(0, static_cast<std::uint64_t>(value));
}
std::string cbor_bytes(std::string_view bytes) { return cbor_head(2, bytes.size()) + std::string(bytes); }
std::string cbor_text(std::string_view text) { return cbor_head(3, text.size()) + std::string(text); }
std::string cbor_map(unsigned entries) { return cbor_head(5, entries); }

SoftAuthenticator::SoftAuthenticator(Algorithm algorithm)
    : id(platform::crypto::random_bytes(32)),
      algorithm_(algorithm),
      key_(fresh_key(algorithm), EVP_PKEY_free) {
    if (!key_) throw std::runtime_error("OpenSSL makes no key");
}

std::string SoftAuthenticator::cose_key() const {
    constexpr int coordinate = 32, modulus = 256;
    switch (algorithm_) {
    case Algorithm::es256:
        return cbor_map(5) + cbor_number(1) + cbor_number(2) + cbor_number(3) + cbor_number(-7) +
               cbor_number(-1) + cbor_number(1) + cbor_number(-2) +
               cbor_bytes(number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, coordinate)) + cbor_number(-3) +
               cbor_bytes(number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, coordinate));
    case Algorithm::eddsa: {
        std::string raw(coordinate, '\0');
        std::size_t size = raw.size();
        EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(raw.data()), &size);
        return cbor_map(4) + cbor_number(1) + cbor_number(1) + cbor_number(3) + cbor_number(-8) +
               cbor_number(-1) + cbor_number(6) + cbor_number(-2) + cbor_bytes(raw);
    }
    case Algorithm::rs256:
        return cbor_map(4) + cbor_number(1) + cbor_number(3) + cbor_number(3) + cbor_number(-257) +
               cbor_number(-1) + cbor_bytes(number_of(key_.get(), OSSL_PKEY_PARAM_RSA_N, modulus)) +
               cbor_number(-2) + cbor_bytes(std::string_view("\x01\x00\x01", 3));
    }
    __builtin_unreachable();
}

std::string SoftAuthenticator::sign(std::string_view message) const {
    EVP_MD_CTX* const context = EVP_MD_CTX_new();
    const auto* data = reinterpret_cast<const unsigned char*>(message.data());
    std::size_t size = 0;
    EVP_DigestSignInit(context, nullptr, algorithm_ == Algorithm::eddsa ? nullptr : EVP_sha256(), nullptr,
                       key_.get());
    EVP_DigestSign(context, nullptr, &size, data, message.size());
    std::string signature(size, '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, data, message.size());
    EVP_MD_CTX_free(context);
    signature.resize(size);
    return signature;
}

std::string SoftAuthenticator::authenticator_data(const Asked& asked, bool with_credential) const {
    const unsigned bits = (flags.present ? 0x01U : 0U) | (flags.verified ? 0x04U : 0U) |
                          (flags.eligible ? 0x08U : 0U) | (flags.backed_up ? 0x10U : 0U) |
                          (with_credential ? 0x40U : 0U) | (extensions.empty() ? 0U : 0x80U);
    std::string data = platform::crypto::sha256(asked.rp_id) + static_cast<char>(bits);
    for (unsigned shift = 32; shift > 0; shift -= 8)
        data += static_cast<char>((count >> (shift - 8)) & 0xffU);
    if (with_credential)
        data += std::string(16, '\0') + static_cast<char>(id.size() >> 8U) +
                static_cast<char>(id.size() & 0xffU) + id + cose_key();
    return data + extensions;
}

std::string client_data_of(std::string_view type, const Asked& asked) {
    return R"({"type":")" + std::string(type) + R"(","challenge":")" + asked.challenge + R"(","origin":")" +
           asked.origin + '"' + asked.more + '}';
}

std::string attestation_object_of(std::string_view authenticator_data) {
    return cbor_map(3) + cbor_text("fmt") + cbor_text("none") + cbor_text("attStmt") + cbor_map(0) +
           cbor_text("authData") + cbor_bytes(authenticator_data);
}

Created SoftAuthenticator::create(const Asked& asked) {
    return {.client_data = client_data_of("webauthn.create", asked),
            .attestation_object = attestation_object_of(authenticator_data(asked, true))};
}

Proved SoftAuthenticator::prove(const Asked& asked) {
    if (counts) ++count;
    Proved proved{.client_data = client_data_of("webauthn.get", asked),
                  .authenticator_data = authenticator_data(asked, false),
                  .signature = {}};
    proved.signature = sign(proved.authenticator_data + platform::crypto::sha256(proved.client_data));
    return proved;
}

}  // namespace maillage::test
