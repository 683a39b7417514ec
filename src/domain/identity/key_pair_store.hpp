#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/second_factor_store.hpp"
#include "platform/crypto/secret_key.hpp"

// The X25519 pair of an account. The private half rests under the password's key and the installation's, and
// while a session lives under a key of the session's token.
namespace maillage::identity {

using platform::crypto::SecretKey;

// The private half, by the key that the right password gave; made the first time. Nothing when it was sealed
// by another installation.
std::optional<SecretKey> open_key_pair(platform::db::Tx& tx, const Services& services, const Holder& holder,
                                       const SecretKey& unwrap_key);
// A pair for an account that has none, and no password: it rests under what its caller seals it with.
SecretKey first_key_pair(platform::db::Tx& tx, const Services& services, const Holder& holder);
// Under the key of a new password, for who still holds the private half.
void seal_key_pair(platform::db::Tx& tx, const Services& services, const Holder& holder,
                   const SecretKey& secret, const SecretKey& unwrap_key);
// The same bytes for another key that opens it: one that a passkey computes.
std::string sealed_under(const Services& services, const Holder& holder, const SecretKey& secret,
                         const SecretKey& unwrap_key);
std::optional<SecretKey> opened_under(const Services& services, const Holder& holder, std::string_view sealed,
                                      const SecretKey& unwrap_key);
// With its password and its phrase: what was sealed to it opens no more.
void end_key_pair(platform::db::Tx& tx, const Holder& holder);
std::optional<std::string> public_key_of(platform::db::Tx& tx, const Holder& holder);

// For the row of a session, or of one that is half open, whose token this is.
std::optional<std::string> sealed_for(const Holder& holder, std::string_view token,
                                      const std::optional<SecretKey>& secret);
std::optional<SecretKey> opened_with(const Holder& holder, std::string_view token,
                                     const std::optional<std::string>& sealed);
// Of the actor's session, by the token that their browser sent.
std::optional<SecretKey> secret_of_session(platform::db::Tx& tx, const Actor& actor, std::string_view token);

}  // namespace maillage::identity
