#include "platform/oidc/key_set.hpp"

#include <algorithm>

#include "platform/crypto/bytes.hpp"
#include "platform/oidc/json_reading.hpp"

namespace maillage::platform::oidc {
namespace {

namespace json = boost::json;

constexpr std::size_t most_keys = 64, longest_id = 256;
// RSA of 2048 bits at least (ANSSI, NIST SP 800-131A); beyond 8192, verifying costs more than it protects.
constexpr std::size_t least_modulus = 256, most_modulus = 1024, most_exponent = 8, coordinate = 32;

// Its length in bytes when it is base64url; nothing is taken over that is not.
std::size_t bytes_of(std::optional<std::string_view> text) {
    const auto bytes = text ? crypto::from_base64url(*text) : std::nullopt;
    return bytes ? bytes->size() : 0;
}

std::optional<PublishedKey> rsa_key(const json::object& read) {
    const auto n = text_of(read, "n"), e = text_of(read, "e");
    const std::size_t modulus = bytes_of(n), exponent = bytes_of(e);
    if (modulus < least_modulus || modulus > most_modulus || exponent == 0 || exponent > most_exponent)
        return std::nullopt;
    return PublishedKey{
        .id = {},
        .algorithm = Algorithm::rs256,
        .jwk = R"({"kty":"RSA","n":")" + std::string(*n) + R"(","e":")" + std::string(*e) + R"("})"};
}

std::optional<PublishedKey> curve_key(const json::object& read) {
    const auto x = text_of(read, "x"), y = text_of(read, "y");
    if (text_of(read, "crv") != "P-256" || bytes_of(x) != coordinate || bytes_of(y) != coordinate)
        return std::nullopt;
    return PublishedKey{.id = {},
                        .algorithm = Algorithm::es256,
                        .jwk = R"({"kty":"EC","crv":"P-256","x":")" + std::string(*x) + R"(","y":")" +
                               std::string(*y) + R"("})"};
}

std::optional<PublishedKey> key_of(const json::object& read) {
    const auto id = text_of(read, "kid"), use = text_of(read, "use"), algorithm = text_of(read, "alg"),
               kind = text_of(read, "kty");
    if (!id || id->empty() || id->size() > longest_id || (use && use != "sig")) return std::nullopt;
    auto key = kind == "RSA" ? rsa_key(read) : kind == "EC" ? curve_key(read) : std::nullopt;
    if (!key || (algorithm && algorithm_of(*algorithm) != key->algorithm)) return std::nullopt;
    key->id = *id;
    return key;
}

}  // namespace

std::optional<Algorithm> algorithm_of(std::string_view name) {
    if (name == "RS256") return Algorithm::rs256;
    if (name == "ES256") return Algorithm::es256;
    return std::nullopt;
}

std::optional<KeySet> KeySet::parse(std::string_view document) {
    const auto read = object_of(document);
    const json::value* const keys = read ? read->if_contains("keys") : nullptr;
    if (keys == nullptr || !keys->is_array() || keys->get_array().size() > most_keys) return std::nullopt;
    KeySet set;
    for (const json::value& one : keys->get_array()) {
        auto key = one.is_object() ? key_of(one.get_object()) : std::nullopt;
        if (key) set.keys_.push_back(*std::move(key));
    }
    return set;
}

const PublishedKey* KeySet::find(std::string_view id) const {
    const auto found = std::ranges::find(keys_, id, &PublishedKey::id);
    return found == keys_.end() ? nullptr : &*found;
}

}  // namespace maillage::platform::oidc
