#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/api.hpp"

// What the city's directory shows to keep accounts in step (SCIM): made by who manages accounts, shown once,
// for one council, until a day, revocable. The database keeps its fingerprint.
namespace maillage::identity {

inline constexpr std::size_t longest_token_name = 80;

struct NewDirectoryToken {
    std::string name;  // what it is called: the directory that holds it
    std::chrono::days life;
};
struct MadeDirectoryToken {
    std::string text;
    foundation::Instant expires_at;
};
MadeDirectoryToken make_directory_token(platform::db::Tx& tx, const Actor& actor,
                                        const NewDirectoryToken& token, foundation::Instant now);

struct DirectoryTokenRow {
    std::string id, name, made_by;
    foundation::Instant made_at, expires_at;
    std::optional<foundation::Instant> revoked_at, last_used_at;
};
std::vector<DirectoryTokenRow> directory_tokens(platform::db::Tx& tx, const Actor& actor);
// False when there is no such token, or it is revoked already.
bool revoke_directory_token(platform::db::Tx& tx, const Actor& actor, std::string_view id,
                            foundation::Instant now);

// Who asks by SCIM. Not a person: no role, no account; the act is one that no role gives.
struct DirectoryClient {
    territory::CouncilId council;
    std::string token;  // its id
    platform::db::Context context() const;
};
// The client behind "Authorization: Bearer …": nothing when it is unknown, expired, revoked. Notes its use,
// once a minute.
std::optional<DirectoryClient> find_directory_client(Services& services, std::string_view text);

// Whether the directory keeps this account in step: somebody who manages accounts says so. False: nothing
// changed.
enum class Keeper : std::uint8_t { directory, people };
bool hand_account_to(platform::db::Tx& tx, const Actor& actor, AccountId account, Keeper keeper);

}  // namespace maillage::identity
