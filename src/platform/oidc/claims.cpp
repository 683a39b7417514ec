#include "platform/oidc/claims.hpp"

#include <algorithm>

#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/oidc/json_reading.hpp"

namespace maillage::platform::oidc {
namespace {

namespace json = boost::json;

// Clocks of two machines differ; an ID token is fetched within seconds of being made.
constexpr std::int64_t clocks_differ = 60, oldest = 600;
constexpr std::size_t longest_subject = 255;

// § 2: the audience holds us; where there are others, the token says that it was made for us.
bool is_for(const json::object& read, std::string_view client) {
    const auto audience = texts_of(read, "aud");
    if (!audience || std::ranges::find(*audience, client) == audience->end()) return false;
    const bool authorised_said = read.contains("azp");
    if (audience->size() > 1 && !authorised_said) return false;
    return !authorised_said || text_of(read, "azp") == client;
}

std::optional<Refusal> refused_time(const json::object& read, std::int64_t now) {
    const auto expires = whole_number_of(read, "exp"), issued = whole_number_of(read, "iat");
    if (!expires || *expires <= now - clocks_differ) return Refusal::expired;
    if (!issued || *issued > now + clocks_differ || *issued < now - oldest) return Refusal::issued_at;
    if (read.contains("nbf")) {
        const auto begins = whole_number_of(read, "nbf");
        if (!begins || *begins > now + clocks_differ) return Refusal::issued_at;
    }
    return std::nullopt;
}

// § 2: at most 255 ASCII characters.
bool is_subject(std::optional<std::string_view> text) {
    return text && !text->empty() && text->size() <= longest_subject &&
           std::ranges::all_of(*text, [](char c) { return c >= ' ' && c <= '~'; });
}

// § 3.1.3.6: the left half of the hash, where the token has one.
bool goes_with(const json::object& read, std::string_view access_token) {
    if (!read.contains("at_hash")) return true;
    constexpr std::size_t half = 16;
    return text_of(read, "at_hash") == crypto::base64url(crypto::sha256(access_token).substr(0, half));
}

}  // namespace

std::expected<IdClaims, Refusal> id_claims(std::string_view payload, const Expected& expected) {
    const auto read = object_of(payload);
    if (!read) return std::unexpected(Refusal::malformed);
    if (text_of(*read, "iss") != expected.issuer) return std::unexpected(Refusal::issuer);
    if (!is_for(*read, expected.client_id)) return std::unexpected(Refusal::audience);
    if (const auto refused = refused_time(*read, expected.now)) return std::unexpected(*refused);
    if (!crypto::equal_in_constant_time(text_of(*read, "nonce").value_or(""), expected.nonce))
        return std::unexpected(Refusal::nonce);
    const auto subject = text_of(*read, "sub");
    if (!is_subject(subject)) return std::unexpected(Refusal::subject);
    if (!goes_with(*read, expected.access_token)) return std::unexpected(Refusal::access_token);
    IdClaims claims{.subject = std::string(*subject), .level = {}, .methods = {}};
    claims.level = text_of(*read, "acr").value_or("");
    for (const std::string_view method : texts_of(*read, "amr").value_or(std::vector<std::string_view>()))
        claims.methods.emplace_back(method);
    return claims;
}

// § 5.3.2. Some providers leave the audience out: the answer was asked for with our own access token, now.
bool same_person(std::string_view payload, const Expected& expected, std::string_view subject) {
    const auto read = object_of(payload);
    if (!read || text_of(*read, "sub") != subject || text_of(*read, "iss") != expected.issuer) return false;
    if (read->contains("aud") && !is_for(*read, expected.client_id)) return false;
    const auto expires = whole_number_of(*read, "exp");
    return !read->contains("exp") || (expires && *expires > expected.now - clocks_differ);
}

}  // namespace maillage::platform::oidc
