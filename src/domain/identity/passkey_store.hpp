#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/key_pair_store.hpp"
#include "platform/webauthn/ceremony.hpp"

// The passkeys of an account: what is kept of each, and their names.
namespace maillage::identity {

inline constexpr std::size_t passkeys_at_most = 10, longest_passkey_name = 80;

struct Passkey {
    std::string id;             // ours
    std::string credential_id;  // the authenticator's
    std::string rp_id, name;
    foundation::Instant created_at;
    std::optional<foundation::Instant> last_used_at;
    bool backed_up = false;
    bool opens_key = false;  // the private half of the account's pair is sealed under it
};
std::vector<Passkey> passkeys_of(platform::db::Tx& tx, const Holder& holder);

// What authenticators know the account by; made the first time.
std::string passkey_user(platform::db::Tx& tx, const Holder& holder);

struct NewPasskey {
    platform::webauthn::NewCredential credential;
    std::string rp_id, name;
    std::optional<std::string> sealed_secret;  // of sealed_under()
};
// False when the account has ten, or somebody has this one.
bool add_passkey(platform::db::Tx& tx, const Holder& holder, const NewPasskey& passkey,
                 foundation::Instant now);
bool rename_passkey(platform::db::Tx& tx, const Holder& holder, const std::string& id, std::string_view name);
bool remove_passkey(platform::db::Tx& tx, const Holder& holder, const std::string& id);

}  // namespace maillage::identity
