#include "domain/identity/key_pair_store.hpp"

#include "domain/identity/sql.hpp"
#include "platform/crypto/key_pair.hpp"
#include "platform/crypto/seal.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
namespace crypto = platform::crypto;

std::string place_of(const Holder& holder) {
    return "identity.key_pair/" + std::to_string(holder.account.value);
}
std::string session_place_of(const Holder& holder) {
    return "identity.session/" + std::to_string(holder.account.value);
}

std::optional<std::string> optional_bytes(db::Row& row) {
    std::string bytes = row.bytea();
    return bytes.empty() ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace

// Under the key that opens it, and that again under the installation's.
std::string sealed_under(const Services& services, const Holder& holder, const SecretKey& secret,
                         const SecretKey& unwrap_key) {
    const std::string place = place_of(holder);
    const std::string once = crypto::sealed({.secret = crypto::view_of(unwrap_key), .name = place},
                                            crypto::view_of(secret), crypto::random_bytes);
    return crypto::sealed({.secret = services.identity_key, .name = place}, once, crypto::random_bytes);
}

std::optional<SecretKey> opened_under(const Services& services, const Holder& holder, std::string_view bytes,
                                      const SecretKey& unwrap_key) {
    const std::string place = place_of(holder);
    const auto once = crypto::opened({.secret = services.identity_key, .name = place}, bytes);
    if (!once) return std::nullopt;
    return crypto::secret_key(crypto::opened({.secret = crypto::view_of(unwrap_key), .name = place}, *once));
}

std::optional<SecretKey> open_key_pair(db::Tx& tx, const Services& services, const Holder& holder,
                                       const SecretKey& unwrap_key) {
    const auto stored = [&] {
        return tx.one(
            sql::key_pair_of, [](db::Row& row) { return row.bytea(); }, holder.council, holder.account);
    };
    auto found = stored();
    if (!found) {
        const crypto::KeyPair fresh = crypto::new_key_pair(crypto::random_bytes);
        // Of two first sign-ins at once, the second takes the pair of the first.
        tx.run(sql::make_key_pair, holder.council, holder.account, db::Bytes{fresh.public_key},
               db::Bytes{sealed_under(services, holder, fresh.secret, unwrap_key)}, services.clock());
        found = stored();
    }
    return found ? opened_under(services, holder, *found, unwrap_key) : std::nullopt;
}

SecretKey first_key_pair(db::Tx& tx, const Services& services, const Holder& holder) {
    crypto::KeyPair fresh = crypto::new_key_pair(crypto::random_bytes);
    const db::Result made = tx.run(sql::make_key_pair, holder.council, holder.account,
                                   db::Bytes{fresh.public_key}, std::optional<db::Bytes>(), services.clock());
    foundation::check(made.affected() == 1, "an account without a key pair");
    return std::move(fresh.secret);
}

void seal_key_pair(db::Tx& tx, const Services& services, const Holder& holder, const SecretKey& secret,
                   const SecretKey& unwrap_key) {
    const std::string sealed = sealed_under(services, holder, secret, unwrap_key);
    tx.run(sql::seal_key_pair, holder.council, holder.account, db::Bytes{sealed});
}

void end_key_pair(db::Tx& tx, const Holder& holder) {
    tx.run(sql::end_key_pair, holder.council, holder.account);
    tx.run(sql::forget_sealed_passkeys, holder.council, holder.account);
    tx.run(sql::end_unlock_phrase, holder.council, holder.account);
}

std::optional<std::string> public_key_of(db::Tx& tx, const Holder& holder) {
    return tx.one(
        sql::public_key_of, [](db::Row& row) { return row.bytea(); }, holder.council, holder.account);
}

std::optional<std::string> sealed_for(const Holder& holder, std::string_view token,
                                      const std::optional<SecretKey>& secret) {
    if (!secret) return std::nullopt;
    const std::string place = session_place_of(holder);
    return crypto::sealed({.secret = token, .name = place}, crypto::view_of(*secret), crypto::random_bytes);
}

std::optional<SecretKey> opened_with(const Holder& holder, std::string_view token,
                                     const std::optional<std::string>& sealed) {
    if (!sealed) return std::nullopt;
    const std::string place = session_place_of(holder);
    return crypto::secret_key(crypto::opened({.secret = token, .name = place}, *sealed));
}

std::optional<SecretKey> secret_of_session(db::Tx& tx, const Actor& actor, std::string_view token) {
    const auto sealed =
        tx.one(sql::secret_of_session, optional_bytes, actor.council, actor.account, actor.session_id);
    if (!sealed) return std::nullopt;
    return opened_with({.council = actor.council, .account = actor.account}, token, *sealed);
}

}  // namespace maillage::identity
