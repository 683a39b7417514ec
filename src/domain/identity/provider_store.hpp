#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/invitation_store.hpp"
#include "domain/identity/provider_flow.hpp"
#include "domain/identity/sign_in_store.hpp"

// Accounts that the city's identity provider knows. A person is linked by who they are there (issuer and
// subject), by an act of their own: never because two mail addresses are alike.
namespace maillage::identity {

enum class ProviderRefusal {
    nobody,  // no account is linked, or it is disabled: one answer
    taken,   // of linking: another account is linked already
    over     // the session, or the invitation, that it was asked in is no more
};
std::string_view name_of(ProviderRefusal refusal);

// Without a second factor there, the account's own is asked for. The key pair stays closed: a provider proves
// who somebody is, and knows no secret of theirs.
std::expected<SignedIn, ProviderRefusal> sign_in_by_provider(Services& services,
                                                             const platform::oidc::Person& person,
                                                             std::string_view agent);
// For the flows that link: of the session that began it, or of the invitation's code.
std::optional<ProviderRefusal> link_own_account(Services& services, const ProviderFlow& flow,
                                                const platform::oidc::Person& person);
std::optional<ProviderRefusal> open_account_by_provider(Services& services, const ProviderFlow& flow,
                                                        const platform::oidc::Person& person,
                                                        std::string_view network);
std::optional<foundation::Instant> linked_since(platform::db::Tx& tx, const Holder& holder);
// False when it was not linked.
bool unlink(platform::db::Tx& tx, const Holder& holder);

// A visit that signed nobody in, by a word of ours: of whom, nobody knows.
void note_refused(Services& services, const ProviderFlow& flow, std::string_view why);
// The token by which the provider knows the session of this cookie.
std::optional<std::string> provider_token_of(Services& services, std::string_view cookie);

}  // namespace maillage::identity
