#include "domain/identity/account_store.hpp"

#include "domain/identity/sql.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
constexpr int rows_a_page = 50;

AccountId read_id(db::Row& row) { return AccountId(row.int8()); }

std::optional<AccountId> optional_id(std::optional<std::int64_t> value) {
    if (!value) return std::nullopt;
    return AccountId(*value);
}

// "role|from|until|id|organisation|confirmed|given by", as the queries write it.
MandateRow mandate_of(std::string_view text) {
    const auto parts = foundation::split(text, '|');
    foundation::check(parts.size() == 7, "a mandate has seven parts");
    const auto role = role_named(parts[0]);
    const auto from = foundation::Date::parse_iso(parts[1]);
    foundation::check(role && from, "a stored mandate is readable");
    return {.id = std::string(parts[3]),
            .role = *role,
            .from = *from,
            .until = foundation::Date::parse_iso(parts[2]),
            .organisation = foundation::whole_number<std::int64_t>(parts[4]),
            .confirmed = parts[5] == "true",
            .given_by = optional_id(foundation::whole_number<std::int64_t>(parts[6]))};
}

AccountRow read_account(db::Row& row) {
    AccountRow account{.id = AccountId(row.int8())};
    account.public_id = row.text();
    account.display_name = row.text();
    account.email = row.text();
    account.fictional = row.boolean();
    account.active = row.boolean();
    account.opened = row.boolean();
    account.opened_by = optional_id(row.int8_or_null());
    account.factor_taken_by = optional_id(row.int8_or_null());
    account.invited_until = row.instant_or_null();
    account.second_factor = row.boolean();
    for (const std::string& mandate : row.texts()) account.mandates.push_back(mandate_of(mandate));
    account.kept_by_directory = row.boolean();
    return account;
}

}  // namespace

std::expected<AccountId, AccountRefusal> create_account(db::Tx& tx, territory::CouncilId council,
                                                        const NewAccount& account) {
    const std::optional<std::string> password =
        account.password_record.empty() ? std::nullopt : std::optional(account.password_record);
    const auto created = tx.one(sql::create_account, read_id, council, account.email, account.display_name,
                                password, account.fictional);
    if (!created) return std::unexpected(AccountRefusal::address_taken);
    return *created;
}

std::string public_id_of(db::Tx& tx, territory::CouncilId council, AccountId account) {
    return tx.single(sql::public_id_of, [](db::Row& row) { return row.text(); }, council, account);
}

std::optional<AccountId> account_with_email(db::Tx& tx, territory::CouncilId council,
                                            const std::string& email) {
    return tx.one(sql::account_by_email, read_id, council, email);
}

void grant_mandate(db::Tx& tx, territory::CouncilId council, AccountId account, const NewMandate& mandate,
                   foundation::Instant now) {
    tx.run(sql::grant_mandate, council, account, name_of(mandate.role), mandate.organisation, mandate.from,
           mandate.until, std::optional<AccountId>(), std::optional(now));
}

void grow_accounts(db::Tx& tx, territory::CouncilId council, int accounts, foundation::Date today) {
    std::vector<std::string> roles;
    for (const Role role : all_roles()) roles.emplace_back(name_of(role));
    tx.run(sql::grow_accounts, council, accounts, roles, today.plus_days(-365));
}

void propose_mandate(db::Tx& tx, const Actor& actor, AccountId account, const NewMandate& mandate) {
    tx.run(sql::grant_mandate, actor.council, account, name_of(mandate.role), mandate.organisation,
           mandate.from, mandate.until, std::optional(actor.account), std::optional<foundation::Instant>());
}

std::expected<void, AccountRefusal> confirm_mandate(db::Tx& tx, const Actor& actor, AccountId account,
                                                    std::string_view mandate, foundation::Instant now) {
    if (!may(actor, Act::manage_accounts) ||
        !tx.one(sql::confirm_mandate, read_id, actor.council, account, mandate, actor.account, now))
        return std::unexpected(AccountRefusal::not_found);
    return {};
}

std::expected<void, AccountRefusal> end_mandate(db::Tx& tx, territory::CouncilId council, AccountId account,
                                                std::string_view mandate, foundation::Date today) {
    if (!tx.one(sql::end_mandate, read_id, council, account, mandate, today.plus_days(-1)))
        return std::unexpected(AccountRefusal::not_found);
    return {};
}

std::expected<void, AccountRefusal> disable_account(db::Tx& tx, territory::CouncilId council,
                                                    AccountId account, foundation::Instant now) {
    if (!tx.one(sql::disable_account, read_id, council, account, now))
        return std::unexpected(AccountRefusal::not_found);
    end_all_sessions(tx, council, account);
    return {};
}

void end_all_sessions(db::Tx& tx, territory::CouncilId council, AccountId account) {
    tx.run(sql::end_all_sessions, council, account);
}

std::expected<void, AccountRefusal> set_password(db::Tx& tx, territory::CouncilId council, AccountId account,
                                                 const std::string& record) {
    if (!tx.one(sql::set_password, read_id, council, account, record))
        return std::unexpected(AccountRefusal::not_found);
    return {};
}

std::optional<OwnPassword> password_of(db::Tx& tx, const Actor& actor) {
    return tx.one(
        sql::password_of,
        [](db::Row& row) {
            return OwnPassword{.record = row.text_or_null().value_or(""), .email = row.text()};
        },
        actor.council, actor.account);
}

Preferences preferences_of(db::Tx& tx, const Actor& actor) {
    return tx.single(
        sql::preferences_of,
        [](db::Row& row) {
            return Preferences{.language = row.text(),
                               .theme = row.text(),
                               .shortcuts = row.boolean(),
                               .first_steps = row.boolean(),
                               .skipped_steps = row.text()};
        },
        actor.council, actor.account);
}

void set_preferences(db::Tx& tx, const Actor& actor, const Preferences& preferences) {
    tx.run(sql::set_preferences, actor.council, actor.account, preferences.language, preferences.theme,
           preferences.shortcuts, preferences.first_steps, preferences.skipped_steps);
}

AccountPage list_accounts(db::Tx& tx, const Actor& actor, const std::string& words, int page) {
    if (!may(actor, Act::manage_accounts)) return {};
    return {.rows = tx.all(sql::accounts_of_council, read_account, actor.council, words, rows_a_page,
                           (page - 1) * rows_a_page),
            .total = tx.single(
                sql::count_accounts, [](db::Row& row) { return row.int8(); }, actor.council, words)};
}

std::int64_t number_of_accounts(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::manage_accounts)) return 0;
    return tx.single(sql::number_of_accounts, [](db::Row& row) { return row.int8(); }, actor.council);
}

std::optional<AccountRow> find_account(db::Tx& tx, const Actor& actor, std::string_view public_id) {
    if (!may(actor, Act::manage_accounts)) return std::nullopt;
    return tx.one(sql::account_of_council, read_account, actor.council, public_id);
}

Object rights_of(const AccountRow& account) {
    return {.kind = Object::Kind::rights,
            .state = account.active ? Object::State::live : Object::State::closed,
            .owner = account.id};
}

Object to_confirm(const AccountRow& account, const MandateRow& mandate) {
    using State = Object::State;
    State state = account.opened ? State::live : State::not_opened;
    if (!account.active) state = State::closed;
    if (mandate.confirmed) state = State::done;
    return {.kind = Object::Kind::mandate,
            .state = state,
            .owner = account.id,
            .given_by = mandate.given_by,
            .opened_by = account.opened_by,
            .factor_taken_by = account.factor_taken_by};
}

}  // namespace maillage::identity
