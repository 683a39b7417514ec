#pragma once

#include <expected>
#include <vector>

#include "domain/identity/directory_token_store.hpp"
#include "domain/identity/scim_types.hpp"

// The accounts that the directory keeps, under its own context: the database shows it no other, and lets it
// give no right (migrations/20261130-1621-directory.sql). Each change and its trace are one transaction.
namespace maillage::identity {

struct ScimPage {
    std::vector<ScimUser> users;
    std::int64_t total = 0;
};
struct ScimRange {
    std::int64_t first = 1;  // from 1
    std::int64_t count = 100;
};
ScimPage list_scim_users(platform::db::Tx& tx, const DirectoryClient& client, const ScimFilter& filter,
                         const ScimRange& range);
// Held for the rest of the transaction.
std::optional<ScimUser> find_scim_user(platform::db::Tx& tx, const DirectoryClient& client,
                                       std::string_view id);

// A new account without mandate and without a way to sign in; or, for who had left, the account of before.
std::expected<ScimUser, ScimRefusal> create_scim_user(platform::db::Tx& tx, const DirectoryClient& client,
                                                      const ScimChange& wanted, foundation::Instant now);
// Another address is another person for all we know: the mandates wait for their second person again, as they
// do when an account that the directory has closed is opened again.
std::expected<ScimUser, ScimRefusal> change_scim_user(platform::db::Tx& tx, const DirectoryClient& client,
                                                      const ScimUser& user, const ScimChange& wanted,
                                                      foundation::Instant now);
// The person left: closed, the mandates ended, and the directory knows the account no more.
void end_scim_user(platform::db::Tx& tx, const DirectoryClient& client, const ScimUser& user,
                   foundation::Instant now, foundation::Date today);

}  // namespace maillage::identity
