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
// The id of addresses.
std::string public_id_of(platform::db::Tx& tx, territory::CouncilId council, AccountId account);
std::optional<AccountId> account_with_email(platform::db::Tx& tx, territory::CouncilId council,
                                            const std::string& email);

struct NewMandate {
    Role role = Role::local_partner;
    std::optional<std::int64_t> organisation = {};
    foundation::Date from;
    std::optional<foundation::Date> until = {};
};
// By the installation itself, at once: the first accounts, the demonstration.
void grant_mandate(platform::db::Tx& tx, territory::CouncilId council, AccountId account,
                   const NewMandate& mandate, foundation::Instant now);
// By somebody: it counts once a second person has confirmed it (policy_rules.cpp).
void propose_mandate(platform::db::Tx& tx, const Actor& actor, AccountId account, const NewMandate& mandate);
std::expected<void, AccountRefusal> confirm_mandate(platform::db::Tx& tx, const Actor& actor,
                                                    AccountId account, std::string_view mandate,
                                                    foundation::Instant now);
// The mandate's last day is the day before `today`: the right is gone with the next request.
std::expected<void, AccountRefusal> end_mandate(platform::db::Tx& tx, territory::CouncilId council,
                                                AccountId account, std::string_view mandate,
                                                foundation::Date today);
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
    bool first_steps = true;    // the list of them on the page of the day
    std::string skipped_steps;  // those left out: "organisations,bodies"
};
Preferences preferences_of(platform::db::Tx& tx, const Actor& actor);
void set_preferences(platform::db::Tx& tx, const Actor& actor, const Preferences& preferences);

struct MandateRow {
    std::string id;  // the public one
    Role role = Role::local_partner;
    foundation::Date from;
    std::optional<foundation::Date> until;
    std::optional<std::int64_t> organisation;
    bool confirmed = false;
    std::optional<AccountId> given_by;
};
struct AccountRow {
    AccountId id;
    std::string public_id;  // the one of addresses
    std::string display_name, email;
    bool fictional = false, active = true;
    bool opened = false;  // the person has chosen a password
    std::optional<AccountId> opened_by, factor_taken_by;
    std::optional<foundation::Instant> invited_until;
    bool second_factor = false;
    std::vector<MandateRow> mandates;
    bool kept_by_directory = false;
};
// Invented accounts for measurements, marked fictional, that nobody can sign in to. Those already there stay.
void grow_accounts(platform::db::Tx& tx, territory::CouncilId council, int accounts, foundation::Date today);

struct AccountPage {
    std::vector<AccountRow> rows;
    std::int64_t total = 0;
};
std::int64_t number_of_accounts(platform::db::Tx& tx, const Actor& actor);
AccountPage list_accounts(platform::db::Tx& tx, const Actor& actor, const std::string& words, int page);
// One account of the actor's council, by its public id.
std::optional<AccountRow> find_account(platform::db::Tx& tx, const Actor& actor, std::string_view public_id);
// What the policy asks about them.
Object rights_of(const AccountRow& account);
Object to_confirm(const AccountRow& account, const MandateRow& mandate);

}  // namespace maillage::identity
