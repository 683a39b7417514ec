#include "domain/identity/provider_flow.hpp"

#include "domain/identity/passkey_challenge.hpp"
#include "domain/identity/session_cookie.hpp"
#include "foundation/whole_number.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/random.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/json_document.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace crypto = platform::crypto;

constexpr std::string_view place = "identity.provider_flow";

std::string_view name_of(ProviderFlow::Purpose purpose) {
    switch (purpose) {
    case ProviderFlow::Purpose::sign_in: return "sign_in";
    case ProviderFlow::Purpose::invitation: return "invitation";
    case ProviderFlow::Purpose::link: return "link";
    }
    __builtin_unreachable();
}

// What we sealed ourselves is a number.
std::int64_t number_of(std::string_view digits) {
    return foundation::whole_number<std::int64_t>(digits).value_or(0);
}

}  // namespace

ProviderFlow begun_flow(const Services& services, ProviderFlow flow) {
    constexpr std::size_t bytes = 32;  // RFC 7636 § 4.1: 43 characters of base64url
    const auto fresh = [] { return crypto::base64url(crypto::random_bytes(bytes)); };
    flow.secrets = {.state = fresh(), .nonce = fresh(), .verifier = fresh()};
    if (flow.begun == foundation::Instant()) flow.begun = services.clock();
    return flow;
}

std::string sealed_flow(const Services& services, const ProviderFlow& flow) {
    platform::JsonWriter json;
    json.begin_object()
        .member("purpose", name_of(flow.purpose))
        .member("state", flow.secrets.state)
        .member("nonce", flow.secrets.nonce)
        .member("verifier", flow.secrets.verifier)
        .member("next", flow.next)
        .member("invitation", flow.invitation)
        .member("council", std::to_string(flow.holder.council.value))
        .member("account", std::to_string(flow.holder.account.value))
        .member("session", flow.session)
        .member("begun", std::to_string(flow.begun.time_since_epoch().count()))
        .end_object();
    return crypto::base64url(
        crypto::sealed({.secret = services.identity_key, .name = place}, json.take(), crypto::random_bytes));
}

std::optional<ProviderFlow> opened_flow(const Services& services, std::string_view cookie) {
    const auto bytes = crypto::from_base64url(cookie);
    const auto text =
        bytes ? crypto::opened({.secret = services.identity_key, .name = place}, *bytes) : std::nullopt;
    const auto read = text ? platform::JsonDocument::parse(*text) : std::nullopt;
    if (!read) return std::nullopt;
    ProviderFlow flow{
        .secrets = {.state = std::string(read->text("state")),
                    .nonce = std::string(read->text("nonce")),
                    .verifier = std::string(read->text("verifier"))},
        .next = std::string(read->text("next")),
        .invitation = std::string(read->text("invitation")),
        .holder = {.council = territory::CouncilId(number_of(read->text("council"))),
                   .account = AccountId(number_of(read->text("account")))},
        .session = std::string(read->text("session")),
        .begun = foundation::Instant(std::chrono::microseconds(number_of(read->text("begun"))))};
    for (const auto purpose : {ProviderFlow::Purpose::invitation, ProviderFlow::Purpose::link})
        if (read->text("purpose") == name_of(purpose)) flow.purpose = purpose;
    const foundation::Instant now = services.clock();
    if (flow.begun > now || now >= flow.begun + flow_life) return std::nullopt;
    return flow;
}

bool use_flow(platform::db::Tx& tx, const ProviderFlow& flow, foundation::Instant now) {
    return use_challenge(tx, "provider state\n" + flow.secrets.state, now);
}

void set_flow_cookie(platform::http::Response& response, const std::optional<std::string>& sealed) {
    platform::http::set_cookie(response,
                               {.name = std::string(flow_cookie),
                                .value = sealed.value_or(""),
                                .max_age = sealed ? std::chrono::seconds(flow_life) : std::chrono::seconds(0),
                                .same_site = platform::http::SameSite::lax});
}

}  // namespace maillage::identity
