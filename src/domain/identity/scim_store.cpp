#include "domain/identity/scim_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/identity/sql.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

ScimUser read_user(db::Row& row) {
    return {.account = AccountId(row.int8()),
            .id = row.text(),
            .address = row.text(),
            .name = row.text(),
            .external_id = row.text_or_null(),
            .active = row.boolean(),
            .closed_by_directory = row.boolean(),
            .created_at = row.instant(),
            .changed_at = row.instant()};
}

std::int64_t read_number(db::Row& row) { return row.int8(); }

void note(db::Tx& tx, const DirectoryClient& client, std::string_view act, AccountId account) {
    audit::record(tx, {.council = client.council.value,
                       .act = act,
                       .object_kind = "account",
                       .object = std::to_string(account.value),
                       .detail = R"({"token":")" + client.token + "\"}"});
}

ScimUser found_again(db::Tx& tx, const DirectoryClient& client, AccountId account) {
    auto user = find_scim_user(tx, client, public_id_of(tx, client.council, account));
    foundation::check(user.has_value(), "an account that was just written exists");
    return *std::move(user);
}

bool close(db::Tx& tx, const DirectoryClient& client, AccountId account, foundation::Instant now) {
    const bool closed = tx.one(sql::directory_close, read_number, client.council, account, now).has_value();
    if (closed) end_all_sessions(tx, client.council, account);
    return closed;
}

void suspend_mandates(db::Tx& tx, const DirectoryClient& client, AccountId account) {
    tx.run(sql::suspend_mandates, client.council, account);
}

// The next request of the person finds no session, or no closed account.
std::expected<void, ScimRefusal> set_active(db::Tx& tx, const DirectoryClient& client, const ScimUser& user,
                                            bool active, foundation::Instant now) {
    if (user.active == active) return {};
    if (!active) {
        close(tx, client, user.account, now);
        note(tx, client, "identity.directory.close", user.account);
        return {};
    }
    if (!tx.one(sql::directory_reopen, read_number, client.council, user.account))
        return std::unexpected(ScimRefusal::closed_by_person);
    suspend_mandates(tx, client, user.account);
    note(tx, client, "identity.directory.reopen", user.account);
    return {};
}

}  // namespace

ScimPage list_scim_users(db::Tx& tx, const DirectoryClient& client, const ScimFilter& filter,
                         const ScimRange& range) {
    if (filter.nothing) return {};
    return {.users = tx.all(sql::directory_accounts, read_user, client.council, filter.address,
                            filter.external_id, range.count, range.first - 1),
            .total = tx.single(sql::count_directory_accounts, read_number, client.council, filter.address,
                               filter.external_id)};
}

std::optional<ScimUser> find_scim_user(db::Tx& tx, const DirectoryClient& client, std::string_view id) {
    return tx.one(sql::directory_account, read_user, client.council, id);
}

std::expected<ScimUser, ScimRefusal> create_scim_user(db::Tx& tx, const DirectoryClient& client,
                                                      const ScimChange& wanted, foundation::Instant now) {
    const std::string& address = wanted.address.value();
    const std::string name = wanted.name.value_or(address.substr(0, 120));
    const auto external_id = wanted.external_id.value_or(std::nullopt);
    auto made = tx.one(sql::directory_create, read_number, client.council, address, name, external_id);
    const bool fresh = made.has_value();
    if (!made)
        made = tx.one(sql::directory_welcome_back, read_number, client.council, address, name, external_id);
    if (!made) return std::unexpected(ScimRefusal::taken);
    const AccountId account(*made);
    note(tx, client, fresh ? "identity.directory.create" : "identity.directory.reopen", account);
    if (!wanted.active.value_or(true)) {
        close(tx, client, account, now);
        note(tx, client, "identity.directory.close", account);
    }
    return found_again(tx, client, account);
}

std::expected<ScimUser, ScimRefusal> change_scim_user(db::Tx& tx, const DirectoryClient& client,
                                                      const ScimUser& user, const ScimChange& wanted,
                                                      foundation::Instant now) {
    if (wanted.active) {
        const auto set = set_active(tx, client, user, *wanted.active, now);
        if (!set) return std::unexpected(set.error());
    }
    const std::string address = wanted.address.value_or(user.address), name = wanted.name.value_or(user.name);
    const auto external_id = wanted.external_id.value_or(user.external_id);
    if (address != user.address || name != user.name || external_id != user.external_id) {
        const auto changed = tx.run_unless_taken(sql::directory_change, client.council, user.account, address,
                                                 name, external_id);
        if (!changed) return std::unexpected(ScimRefusal::taken);
        note(tx, client, "identity.directory.change", user.account);
    }
    if (address != user.address) {
        suspend_mandates(tx, client, user.account);
        note(tx, client, "identity.directory.address", user.account);
    }
    return found_again(tx, client, user.account);
}

void end_scim_user(db::Tx& tx, const DirectoryClient& client, const ScimUser& user, foundation::Instant now,
                   foundation::Date today) {
    close(tx, client, user.account, now);
    tx.run(sql::end_all_mandates, client.council, user.account, today.plus_days(-1));
    tx.one(sql::directory_forget, read_number, client.council, user.account);
    note(tx, client, "identity.directory.end", user.account);
}

}  // namespace maillage::identity
