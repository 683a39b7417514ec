#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "domain/identity/api.hpp"

namespace maillage::identity {

struct NewAccount {
    std::string email, display_name;
    std::string password_record;  // empty: cannot sign in yet
    bool fictional = false;
};
enum class AccountRefusal { address_taken, not_found };

// Under the actor's context, or the application's (commands, demonstration).
std::expected<AccountId, AccountRefusal> create_account(platform::db::Tx& tx, territory::CouncilId council,
                                                        const NewAccount& account);
std::optional<AccountId> account_with_email(platform::db::Tx& tx, territory::CouncilId council,
                                            const std::string& email);

struct NewMandate {
    Role role = Role::local_partner;
    std::optional<std::int64_t> organisation = {};
    foundation::Date from;
    std::optional<foundation::Date> until = {};
};
void grant_mandate(platform::db::Tx& tx, territory::CouncilId council, AccountId account,
                   const NewMandate& mandate);
// The mandate's last day is the day before `today`: the right is gone with the next request.
std::expected<AccountId, AccountRefusal> end_mandate(platform::db::Tx& tx, territory::CouncilId council,
                                                     std::int64_t mandate, foundation::Date today);
// Ends the account's sessions too.
std::expected<void, AccountRefusal> disable_account(platform::db::Tx& tx, territory::CouncilId council,
                                                    AccountId account, foundation::Instant now);
std::expected<void, AccountRefusal> set_password(platform::db::Tx& tx, territory::CouncilId council,
                                                 AccountId account, const std::string& record);
void end_all_sessions(platform::db::Tx& tx, territory::CouncilId council, AccountId account);
struct OwnPassword {
    std::string record, email;
};
std::optional<OwnPassword> password_of(platform::db::Tx& tx, const Actor& actor);

struct Preferences {
    std::string language, theme;
    bool shortcuts = true;
};
Preferences preferences_of(platform::db::Tx& tx, const Actor& actor);
void set_preferences(platform::db::Tx& tx, const Actor& actor, const Preferences& preferences);

struct MandateRow {
    std::int64_t id = 0;
    Role role = Role::local_partner;
    foundation::Date from;
    std::optional<foundation::Date> until;
    std::optional<std::int64_t> organisation;
};
struct AccountRow {
    AccountId id;
    std::string display_name, email;
    bool fictional = false, active = true;
    std::vector<MandateRow> mandates;
};
// Invented accounts for measurements, marked fictional, that nobody can sign in to. Those already there stay.
void grow_accounts(platform::db::Tx& tx, territory::CouncilId council, int accounts, foundation::Date today);

struct AccountPage {
    std::vector<AccountRow> rows;
    std::int64_t total = 0;
};
AccountPage list_accounts(platform::db::Tx& tx, const Actor& actor, const std::string& words, int page);
// One account of the actor's council.
std::optional<AccountRow> find_account(platform::db::Tx& tx, const Actor& actor, AccountId account);

}  // namespace maillage::identity
