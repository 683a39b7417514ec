#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/second_factor_store.hpp"
#include "platform/oidc/provider.hpp"

namespace maillage::identity {

// One visit to the identity provider, from leaving to coming back. The browser keeps it, sealed: a visitor
// fills no table, and what came back is believed in the browser that left.
struct ProviderFlow {
    enum class Purpose { sign_in, invitation, link } purpose = Purpose::sign_in;
    platform::oidc::Secrets secrets = {};
    std::string next = {};        // where to go once signed in
    std::string invitation = {};  // its code
    // The account to link, and the session in which that was asked.
    Holder holder{.council = territory::CouncilId(0), .account = AccountId(0)};
    std::string session = {};
    foundation::Instant begun = {};
};

inline constexpr std::chrono::minutes flow_life{10};

// With fresh secrets. One that a form prepared was begun there: who leaves again has proved nothing again.
ProviderFlow begun_flow(const Services& services, ProviderFlow flow);
std::string sealed_flow(const Services& services, const ProviderFlow& flow);
// Nothing when it is none of ours, was changed, or is older than ten minutes.
std::optional<ProviderFlow> opened_flow(const Services& services, std::string_view cookie);
// False when this visit was brought back before.
bool use_flow(platform::db::Tx& tx, const ProviderFlow& flow, foundation::Instant now);

// What the cookie holds from now on; nothing: it is deleted.
void set_flow_cookie(platform::http::Response& response, const std::optional<std::string>& sealed);

}  // namespace maillage::identity
