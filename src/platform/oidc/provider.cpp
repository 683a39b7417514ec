#include "platform/oidc/provider.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/http/form_data.hpp"
#include "platform/oidc/json_reading.hpp"
#include "platform/oidc/signed_token.hpp"

namespace maillage::platform::oidc {
namespace {

using http::encode_component;

// A provider that is slow must not take every thread of the site.
constexpr unsigned at_once = 3, waiting = 5;
constexpr std::chrono::seconds kept_for = std::chrono::hours(1);
// ProConnect tells its methods to who asks for them.
constexpr std::string_view methods_asked = R"({"id_token":{"amr":{"essential":true}}})";
// A token signed by a key that we do not know has the set fetched again, once a minute at most.
constexpr std::chrono::seconds not_again_within{60};

std::string query_of(std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
    std::string query;
    for (const auto& [name, value] : fields) {
        if (value.empty()) continue;
        query += (query.empty() ? "" : "&") + std::string(name) + '=' + encode_component(value);
    }
    return query;
}

std::string with_query(const std::string& address, const std::string& query) {
    return address + (address.find('?') == address.npos ? '?' : '&') + query;
}

// RFC 6750 § 2.1; nothing that would end a header.
bool is_bearer(std::string_view token) {
    return !token.empty() && std::ranges::all_of(token, [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace

Provider::Provider(Settings settings, Fetch fetch, foundation::Clock clock)
    : settings_(std::move(settings)),
      fetch_(std::move(fetch)),
      clock_(std::move(clock)),
      gate_(at_once, waiting) {}

std::expected<Endpoints, Refusal> Provider::endpoints() {
    const foundation::Instant now = clock_();
    {
        const std::lock_guard lock(mutex_);
        if (endpoints_ && now < endpoints_->since + kept_for) return endpoints_->value;
    }
    const auto answer = fetch_({.address = settings_.issuer + "/.well-known/openid-configuration"});
    if (!answer || answer->status != 200) return std::unexpected(Refusal::unreachable);
    const auto found = endpoints_of(answer->body, settings_.issuer);
    if (!found) return std::unexpected(Refusal::discovery);
    const std::lock_guard lock(mutex_);
    endpoints_ = {.value = *found, .since = now};
    return *found;
}

std::expected<KeySet, Refusal> Provider::keys(const Endpoints& at, std::chrono::seconds no_older_than) {
    const foundation::Instant now = clock_();
    {
        const std::lock_guard lock(mutex_);
        if (keys_ && now < keys_->since + no_older_than) return keys_->value;
    }
    const auto answer = fetch_({.address = at.keys});
    if (!answer || answer->status != 200) return std::unexpected(Refusal::unreachable);
    auto found = KeySet::parse(answer->body);
    if (!found) return std::unexpected(Refusal::discovery);
    const std::lock_guard lock(mutex_);
    keys_ = {.value = *found, .since = now};
    return *std::move(found);
}

std::expected<std::string, Refusal> Provider::said_in(std::string_view token, const Endpoints& at) {
    auto known = keys(at, kept_for);
    if (!known) return std::unexpected(known.error());
    auto said = payload_of(token, *known);
    if (said || said.error() != Refusal::unknown_key) return said;
    known = keys(at, not_again_within);
    if (!known) return std::unexpected(known.error());
    return payload_of(token, *known);
}

std::expected<std::string, Refusal> Provider::sign_in_address(const Secrets& secrets, Recognise how) {
    const auto pass = gate_.enter();
    if (!pass) return std::unexpected(Refusal::busy);
    const auto at = endpoints();
    if (!at) return std::unexpected(at.error());
    return with_query(at->authorization,
                      query_of({{"response_type", "code"},
                                {"client_id", settings_.client_id},
                                {"redirect_uri", settings_.site + std::string(way_back)},
                                {"scope", "openid"},
                                {"state", secrets.state},
                                {"nonce", secrets.nonce},
                                {"code_challenge", crypto::base64url(crypto::sha256(secrets.verifier))},
                                {"code_challenge_method", "S256"},
                                {"prompt", how == Recognise::anew ? "login" : ""},
                                {"acr_values", settings_.acr_values},
                                {"claims", at->takes_claims ? methods_asked : ""}}));
}

std::expected<Provider::Tokens, Refusal> Provider::tokens_for(const Endpoints& at, const std::string& code,
                                                              const std::string& verifier) {
    Question question{.address = at.token,
                      .form = query_of({{"grant_type", "authorization_code"},
                                        {"code", code},
                                        {"redirect_uri", settings_.site + std::string(way_back)},
                                        {"code_verifier", verifier}})};
    // RFC 6749 § 2.3.1: encoded as a form before they are the two halves of a header.
    if (at.secret_in_form) {
        question.form +=
            '&' + query_of({{"client_id", settings_.client_id}, {"client_secret", settings_.client_secret}});
    } else {
        question.user = encode_component(settings_.client_id);
        question.password = encode_component(settings_.client_secret);
    }
    const auto answer = fetch_(question);
    if (!answer) return std::unexpected(Refusal::unreachable);
    if (answer->status >= 400 && answer->status < 500) return std::unexpected(Refusal::code_refused);
    if (answer->status != 200) return std::unexpected(Refusal::unreachable);
    const auto read = object_of(answer->body);
    const auto id = read ? text_of(*read, "id_token") : std::nullopt,
               access = read ? text_of(*read, "access_token") : std::nullopt;
    if (!id || !access || !is_bearer(*access)) return std::unexpected(Refusal::malformed);
    return Tokens{.id = std::string(*id), .access = std::string(*access)};
}

bool Provider::userinfo_agrees(const Endpoints& at, const Expected& expected, std::string_view subject) {
    if (at.userinfo.empty()) return false;
    const auto answer = fetch_(
        {.address = at.userinfo, .bearer = std::string(expected.access_token), .accept = "application/jwt"});
    if (!answer || answer->status != 200 || !answer->type.starts_with("application/jwt")) return false;
    const auto said = said_in(foundation::trimmed(answer->body), at);
    return said && same_person(*said, expected, subject);
}

std::expected<Person, Refusal> Provider::person_at(const Endpoints& at, const BroughtBack& brought,
                                                   const Secrets& secrets) {
    // Before the code goes anywhere: it may be another provider's, which would read it here.
    if (brought.issuer ? *brought.issuer != settings_.issuer : at.names_itself)
        return std::unexpected(Refusal::other_issuer);
    const auto tokens = tokens_for(at, brought.code, secrets.verifier);
    if (!tokens) return std::unexpected(tokens.error());
    const auto said = said_in(tokens->id, at);
    if (!said) return std::unexpected(said.error());
    const Expected expected{
        .issuer = settings_.issuer,
        .client_id = settings_.client_id,
        .nonce = secrets.nonce,
        .access_token = tokens->access,
        .now = std::chrono::floor<std::chrono::seconds>(clock_()).time_since_epoch().count()};
    const auto claims = id_claims(*said, expected);
    if (!claims) return std::unexpected(claims.error());
    if (settings_.signed_userinfo && !userinfo_agrees(at, expected, claims->subject))
        return std::unexpected(Refusal::userinfo);
    const auto holds = [](const std::vector<std::string>& list, std::string_view one) {
        return std::ranges::find(list, one) != list.end();
    };
    // RFC 8176: "mfa" is what a provider says of several factors, whichever they were.
    return Person{
        .subject = claims->subject,
        .two_factors = holds(settings_.second_factor_acr, claims->level) || holds(claims->methods, "mfa"),
        .id_token = tokens->id};
}

std::expected<Person, Refusal> Provider::person_of(const BroughtBack& brought, const Secrets& secrets) {
    const auto pass = gate_.enter();
    if (!pass) return std::unexpected(Refusal::busy);
    const auto at = endpoints();
    if (!at) return std::unexpected(at.error());
    return person_at(*at, brought, secrets);
}

std::optional<std::string> Provider::sign_out_address(std::string_view id_token, std::string_view state) {
    const auto pass = gate_.enter();
    const auto at = pass ? endpoints() : std::unexpected(Refusal::busy);
    if (!at || at->end_session.empty()) return std::nullopt;
    return with_query(at->end_session, query_of({{"id_token_hint", id_token},
                                                 {"client_id", settings_.client_id},
                                                 {"post_logout_redirect_uri", settings_.site + "/sign-in"},
                                                 {"state", state}}));
}

}  // namespace maillage::platform::oidc
