#include "platform/oidc/signed_token.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <memory>

#include "foundation/text.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/oidc/json_reading.hpp"

namespace maillage::platform::oidc {
namespace {

constexpr std::size_t longest_token = 16'384;

struct Free {
    void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

// cjose ends the program on some of what is no base64url: every part is decoded here first.
bool is_compact(std::string_view token) {
    const auto parts = foundation::split(token, '.');
    return parts.size() == 3 && std::ranges::all_of(parts, [](std::string_view part) {
               return !part.empty() && crypto::from_base64url(part);
           });
}

struct Header {
    Algorithm algorithm;
    std::string key;
};

std::expected<Header, Refusal> header_of(std::string_view token) {
    const auto text = crypto::from_base64url(token.substr(0, token.find('.')));
    const auto read = text ? object_of(*text) : std::nullopt;
    if (!read) return std::unexpected(Refusal::malformed);
    const auto name = text_of(*read, "alg"), key = text_of(*read, "kid");
    const auto algorithm = name ? algorithm_of(*name) : std::nullopt;
    // RFC 7515 § 4.1.11: what is critical and not understood makes the token invalid; we know no extension.
    if (!algorithm || read->contains("crit")) return std::unexpected(Refusal::algorithm);
    if (!key) return std::unexpected(Refusal::unknown_key);
    return Header{.algorithm = *algorithm, .key = std::string(*key)};
}

// cjose reads the header again: of two members of one name it must have taken the one that we took.
bool agrees(cjose_jws_t* token, Algorithm algorithm) {
    cjose_err error{};
    const char* const name = cjose_header_get(cjose_jws_get_protected(token), CJOSE_HDR_ALG, &error);
    return name != nullptr && algorithm_of(name) == algorithm;
}

}  // namespace

std::expected<std::string, Refusal> payload_of(std::string_view token, const KeySet& keys) {
    if (token.size() > longest_token) return std::unexpected(Refusal::malformed);
    const auto header = header_of(token);
    if (!header) return std::unexpected(header.error());
    const PublishedKey* const key = keys.find(header->key);
    if (key == nullptr) return std::unexpected(Refusal::unknown_key);
    if (key->algorithm != header->algorithm) return std::unexpected(Refusal::algorithm);
    if (!is_compact(token)) return std::unexpected(Refusal::malformed);
    cjose_err error{};
    const Owned<cjose_jws_t> read(cjose_jws_import(token.data(), token.size(), &error));
    if (!read || !agrees(read.get(), header->algorithm)) return std::unexpected(Refusal::malformed);
    const Owned<cjose_jwk_t> public_key(cjose_jwk_import(key->jwk.data(), key->jwk.size(), &error));
    if (!public_key || !cjose_jws_verify(read.get(), public_key.get(), &error))
        return std::unexpected(Refusal::signature);
    std::uint8_t* said = nullptr;  // the token's own
    std::size_t size = 0;
    if (!cjose_jws_get_plaintext(read.get(), &said, &size, &error))
        return std::unexpected(Refusal::malformed);
    return std::string(reinterpret_cast<const char*>(said), size);
}

}  // namespace maillage::platform::oidc
