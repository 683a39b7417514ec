#include "domain/identity/installation_acts.hpp"

#include "domain/audit/api.hpp"
#include "domain/identity/account_rules.hpp"
#include "domain/identity/invitation_store.hpp"
#include "domain/identity/second_factor_store.hpp"
#include "foundation/result.hpp"

namespace maillage::identity {
namespace {

void note(const Desk& desk, std::string_view act, AccountId account) {
    audit::record(desk.tx, {.council = desk.council.value,
                            .account = 0,
                            .act = act,
                            .object_kind = "account",
                            .object = std::to_string(account.value)});
}

std::string code_for(const Desk& desk, AccountId account) {
    invite(desk.tx,
           {.council = desk.council, .account = account, .given_by = std::nullopt, .code = desk.code},
           desk.now);
    return grouped_code(desk.code);
}

std::expected<AccountId, AccountRefusal> find(const Desk& desk, const std::string& email) {
    const auto account = account_with_email(desk.tx, desk.council, email);
    if (!account) return std::unexpected(AccountRefusal::not_found);
    return *account;
}

}  // namespace

std::expected<std::string, AccountRefusal> open_account(const Desk& desk, const NewPerson& person) {
    const AccountId account = TRY(create_account(
        desk.tx, desk.council, {.email = person.email, .display_name = person.name, .password_record = {}}));
    grant_mandate(desk.tx, desk.council, account, {.role = person.role, .from = desk.today}, desk.now);
    note(desk, "identity.account.create", account);
    return code_for(desk, account);
}

std::expected<std::string, AccountRefusal> give_new_code(const Desk& desk, const std::string& email) {
    const AccountId account = TRY(find(desk, email));
    note(desk, "identity.account.invite", account);
    return code_for(desk, account);
}

std::expected<void, AccountRefusal> take_factor_of(const Desk& desk, const std::string& email) {
    const AccountId account = TRY(find(desk, email));
    if (!take_factor_away(desk.tx, {.council = desk.council, .account = account}, std::nullopt))
        return std::unexpected(AccountRefusal::not_found);
    note(desk, "identity.second_factor.take_away", account);
    return {};
}

std::expected<void, AccountRefusal> close_account_of(const Desk& desk, const std::string& email) {
    const AccountId account = TRY(find(desk, email));
    const auto closed = disable_account(desk.tx, desk.council, account, desk.now);
    if (closed) note(desk, "identity.account.disable", account);
    return closed;
}

}  // namespace maillage::identity
