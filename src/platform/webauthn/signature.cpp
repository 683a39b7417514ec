#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <sodium.h>

#include <memory>

#include "platform/webauthn/cose_key.hpp"

namespace maillage::platform::webauthn {
namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
    void operator()(OSSL_PARAM* parameters) const { OSSL_PARAM_free(parameters); }
    void operator()(BIGNUM* number) const { BN_free(number); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

const unsigned char* data_of(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Owned<EVP_PKEY> made(const char* kind, OSSL_PARAM_BLD* builder) {
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return Owned<EVP_PKEY>(key);
}

// Nothing for a point that is not on the curve.
Owned<EVP_PKEY> point_of(const CoseKey& key) {
    const std::string point = "\x04" + key.x + key.y;
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (!builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         point.size()) != 1)
        return nullptr;
    return made("EC", builder.get());
}

Owned<EVP_PKEY> modulus_of(const CoseKey& key) {
    constexpr unsigned long exponent = 65537;
    const Owned<BIGNUM> n(BN_bin2bn(data_of(key.modulus), static_cast<int>(key.modulus.size()), nullptr)),
        e(BN_new());
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || BN_set_word(e.get(), exponent) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return nullptr;
    return made("RSA", builder.get());
}

bool verified(EVP_PKEY* key, std::string_view message, std::string_view signature) {
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    return key != nullptr && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), data_of(signature), signature.size(), data_of(message),
                            message.size()) == 1;
}

}  // namespace

// libsodium refuses points of small order and signatures in a second form; OpenSSL does the two others (RS256
// is PKCS #1 v1.5, which is what an RSA key does when nothing else is asked).
bool verifies(const CoseKey& key, std::string_view message, std::string_view signature) {
    switch (key.algorithm) {
    case Algorithm::es256: return verified(point_of(key).get(), message, signature);
    case Algorithm::rs256: return verified(modulus_of(key).get(), message, signature);
    case Algorithm::eddsa:
        return signature.size() == crypto_sign_BYTES && key.x.size() == crypto_sign_PUBLICKEYBYTES &&
               crypto_sign_verify_detached(data_of(signature), data_of(message), message.size(),
                                           data_of(key.x)) == 0;
    }
    __builtin_unreachable();
}

bool usable(const CoseKey& key) {
    switch (key.algorithm) {
    case Algorithm::es256: return point_of(key) != nullptr;
    case Algorithm::rs256: return modulus_of(key) != nullptr;
    case Algorithm::eddsa: {
        unsigned char converted[crypto_scalarmult_curve25519_BYTES];
        return crypto_sign_ed25519_pk_to_curve25519(converted, data_of(key.x)) == 0;
    }
    }
    __builtin_unreachable();
}

}  // namespace maillage::platform::webauthn
