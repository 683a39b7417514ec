#include "domain/identity/passkey_store.hpp"

#include "domain/identity/sql.hpp"
#include "platform/crypto/random.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

constexpr std::size_t handle_bytes = 32;

Passkey read_passkey(db::Row& row) {
    Passkey read{
        .id = row.text(), .credential_id = {}, .rp_id = {}, .name = {}, .created_at = {}, .last_used_at = {}};
    read.credential_id = row.bytea();
    read.rp_id = row.text();
    read.name = row.text();
    read.created_at = row.instant();
    read.last_used_at = row.instant_or_null();
    read.backed_up = row.boolean();
    read.opens_key = row.boolean();
    return read;
}

std::string text(db::Row& row) { return row.text(); }
std::string bytes(db::Row& row) { return row.bytea(); }

}  // namespace

std::vector<Passkey> passkeys_of(db::Tx& tx, const Holder& holder) {
    return tx.all(sql::passkeys_of_account, read_passkey, holder.council, holder.account);
}

std::string passkey_user(db::Tx& tx, const Holder& holder) {
    if (auto known = tx.one(sql::passkey_user_of, bytes, holder.council, holder.account))
        return *std::move(known);
    tx.run(sql::make_passkey_user, holder.council, holder.account,
           db::Bytes{platform::crypto::random_bytes(handle_bytes)});
    // Of two first requests at once, the second takes what the first made.
    return tx.single(sql::passkey_user_of, bytes, holder.council, holder.account);
}

bool add_passkey(db::Tx& tx, const Holder& holder, const NewPasskey& passkey, foundation::Instant now) {
    const auto& credential = passkey.credential;
    const auto sealed =
        passkey.sealed_secret ? std::optional(db::Bytes{*passkey.sealed_secret}) : std::nullopt;
    return tx
        .one(sql::add_passkey, text, holder.council, holder.account, db::Bytes{credential.id},
             db::Bytes{credential.public_key}, passkey.rp_id,
             static_cast<std::int64_t>(credential.sign_count), credential.backup_eligible,
             credential.backed_up, passkey.name, sealed, now)
        .has_value();
}

bool rename_passkey(db::Tx& tx, const Holder& holder, const std::string& id, std::string_view name) {
    return tx.one(sql::rename_passkey, text, holder.council, holder.account, id, name).has_value();
}

bool remove_passkey(db::Tx& tx, const Holder& holder, const std::string& id) {
    return tx.one(sql::remove_passkey, text, holder.council, holder.account, id).has_value();
}

}  // namespace maillage::identity
