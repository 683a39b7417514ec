#include "tests/abuse/guarded_tables.hpp"

#include <algorithm>
#include <array>

#include "domain/identity/policy_rules.hpp"

namespace maillage::test {
namespace {

using identity::Act;
using Reach = platform::db::Context::Reach;
constexpr auto only_read = GuardedTable::OwnerMay::read;

std::vector<GuardedTable> identity_and_below() {
    return {
        {.name = "audit.entry", .read = Act::read_audit, .owner = "account_id", .own = Act::use_own_account},
        {.name = "territory.commune", .read = Act::read_strategy},
        {.name = "territory.membership", .read = Act::read_strategy, .write = {Act::edit_governance}},
        {.name = "territory.zoning", .read = Act::read_strategy},
        {.name = "territory.zone", .read = Act::read_strategy},
        {.name = "territory.legal_threshold", .read = Act::read_strategy},
        {.name = "identity.known_account", .read = Act::use_own_account, .write = {Act::manage_accounts}},
        {.name = "identity.account",
         .write = {Act::manage_accounts},
         .owner = "id",
         .own = Act::use_own_account},
        {.name = "identity.mandate",
         .write = {Act::manage_accounts},
         .owner = "account_id",
         .own = Act::use_own_account,
         .owner_may = only_read},
        {.name = "identity.invitation", .write = {Act::manage_accounts}},
        {.name = "identity.access_request",
         .write = {Act::manage_accounts},
         .owner = "account_id",
         .own = Act::use_own_account},
        {.name = "identity.directory_token", .write = {Act::manage_accounts}},
        {.name = "identity.charter", .read = Act::use_own_account, .write = {Act::manage_accounts}},
        {.name = "identity.charter_signature",
         .read = Act::manage_accounts,
         .owner = "account_id",
         .own = Act::use_own_account},
        {.name = "identity.totp",
         .write = {Act::manage_accounts},
         .owner = "account_id",
         .own = Act::use_own_account},
        {.name = "identity.recovery_code",
         .write = {Act::manage_accounts},
         .owner = "account_id",
         .own = Act::use_own_account},
        {.name = "identity.half_sign_in"},
        {.name = "identity.passkey",
         .write = {Act::manage_accounts},
         .owner = "account_id",
         .own = Act::use_own_account},
        {.name = "identity.passkey_user", .owner = "account_id", .own = Act::use_own_account},
        {.name = "identity.used_challenge"},
        {.name = "identity.provider_subject", .owner = "account_id", .own = Act::use_own_account},
        {.name = "identity.unlock_phrase", .owner = "account_id", .own = Act::use_own_account},
        {.name = "identity.key_pair", .owner = "account_id", .own = Act::use_own_account},
        {.name = "identity.session",
         .owner = "account_id",
         .own = Act::use_own_account,
         .also = "account_id in (select id from identity.account where disabled_at is not null)",
         .also_for = Act::manage_accounts},
        {.name = "identity.submission", .owner = "account_id", .own = Act::use_own_account},
        {.name = "identity.failure"},
        {.name = "identity.kept_form"},
        {.name = "jobs.job", .owner = "account_id", .own = Act::use_own_account},
        {.name = "jobs.result", .owner = "account_id", .own = Act::use_own_account},
        {.name = "directory.organisation", .read = Act::read_directory, .write = {Act::edit_directory}},
        {.name = "directory.contact", .read = Act::read_directory, .write = {Act::edit_directory}},
        {.name = "directory.network", .read = Act::read_directory, .write = {Act::edit_directory}},
        {.name = "directory.network_member", .read = Act::read_directory, .write = {Act::edit_directory}},
        {.name = "documents.file",
         .read = Act::read_documents,
         .write = {Act::attach_evidence},
         .hidden = "removed_at is not null"},
        {.name = "governance.body", .read = Act::read_governance, .write = {Act::edit_governance}},
        {.name = "governance.member", .read = Act::read_governance, .write = {Act::edit_governance}},
        {.name = "governance.prefect_record", .read = Act::read_governance, .write = {Act::edit_governance}},
        {.name = "indicators.indicator", .read = Act::read_indicators, .write = {Act::edit_indicators}},
        {.name = "indicators.definition", .read = Act::read_indicators, .write = {Act::edit_indicators}},
        {.name = "indicators.figure", .read = Act::read_indicators, .write = {Act::edit_indicators}},
        {.name = "snapshots.snapshot", .read = Act::read_indicators, .write = {Act::take_snapshots}},
        {.name = "indicators.comment", .read = Act::read_indicators, .write = {Act::edit_indicators}},
        {.name = "indicators.comment_text",
         .read = Act::read_indicators,
         .write = {Act::edit_indicators},
         .hidden = "t.comment_id in (select id from indicators.comment where removed_at is not null)"},
        {.name = "indicators.revision",
         .read = Act::read_indicators,
         .write = {Act::edit_indicators, Act::fill_indicators}},
        {.name = "indicators.sent_table", .owner = "account_id", .own = Act::fill_indicators},
        {.name = "indicators.staged_table", .owner = "account_id", .own = Act::edit_indicators},
        {.name = "final_review.text",
         .read = Act::read_indicators,
         .write = {Act::write_final_review},
         .hidden = "version is null"},
        {.name = "final_review.draft", .owner = "account_id", .own = Act::write_final_review},
        {.name = "indicators.key_figure", .read = Act::read_indicators, .write = {Act::edit_indicators}},
        {.name = "notices.sender", .read = Act::use_own_account},
        {.name = "notices.setting", .read = Act::read_governance, .write = {Act::edit_governance}},
        {.name = "notices.digest", .read = Act::read_governance, .write = {Act::edit_governance}},
        {.name = "notices.reminder", .read = Act::read_governance, .write = {Act::edit_governance}},
        {.name = "notices.opt_out",
         .read = Act::edit_governance,
         .owner = "account_id",
         .own = Act::use_own_account},
        {.name = "mail.message",
         .write = {Act::manage_accounts, Act::edit_governance},
         .add = {Act::edit_governance}},
        // Nobody reads it, the administrator least of all.
        {.name = "mail.text", .add = {Act::edit_governance}},
        {.name = "mail.delivery", .write = {Act::manage_accounts}, .add = {Act::edit_governance}},
    };
}

std::vector<GuardedTable> of_the_strategy() {
    const std::vector<Act> run{Act::edit_strategy, Act::import_strategy};
    std::vector<GuardedTable> tables;
    for (const char* name : {"strategy.plan", "strategy.objective", "strategy.axis", "strategy.commitment"})
        tables.push_back({.name = name, .read = Act::read_strategy});
    for (const char* name : {"strategy.domain", "strategy.working_group", "strategy.term_end"})
        tables.push_back({.name = name, .read = Act::read_strategy, .write = {Act::edit_strategy}});
    for (const char* name :
         {"strategy.action_axis", "strategy.action_partner", "strategy.action_organisation", "strategy.step",
          "strategy.record", "strategy.record_line", "strategy.budget_line", "strategy.link"})
        tables.push_back({.name = name, .read = Act::read_strategy, .write = run});
    tables.push_back({.name = "strategy.action",
                      .read = Act::read_strategy,
                      .write = run,
                      .hidden = "deleted_at is not null",
                      .update = {Act::comment_strategy, Act::attach_evidence}});
    tables.push_back({.name = "strategy.news",
                      .read = Act::read_strategy,
                      .write = {Act::comment_strategy, Act::edit_strategy}});
    for (const char* name : {"strategy.change_set", "strategy.change"})
        tables.push_back({.name = name,
                          .read = Act::read_strategy,
                          .write = {Act::comment_strategy, Act::edit_strategy, Act::import_strategy}});
    tables.push_back({.name = "strategy.evidence",
                      .read = Act::read_strategy,
                      .write = {Act::attach_evidence},
                      .hidden = "removed_at is not null"});
    tables.push_back(
        {.name = "strategy.revision",
         .read = Act::read_strategy,
         .write = {Act::comment_strategy, Act::attach_evidence, Act::edit_strategy, Act::import_strategy}});
    tables.push_back({.name = "strategy.saved_view", .owner = "account_id", .own = Act::read_strategy});
    tables.push_back({.name = "strategy.draft", .owner = "account_id", .own = Act::comment_strategy});
    tables.push_back({.name = "directory.draft", .owner = "account_id", .own = Act::edit_directory});
    tables.push_back({.name = "strategy.staged_import", .owner = "account_id", .own = Act::import_strategy});
    return tables;
}

bool any_of(const Attacker& attacker, const std::vector<Act>& acts) {
    return std::ranges::any_of(acts, [&](Act act) { return attacker.may(act); });
}

std::string in_council(const Attacker& attacker) {
    return "t.council_id = " + std::to_string(attacker.context.council);
}

std::string owned(const GuardedTable& table, const Attacker& attacker) {
    return in_council(attacker) + " and t." + std::string(table.owner) + " = " +
           std::to_string(attacker.context.account);
}

bool owner_may(const GuardedTable& table, const Attacker& attacker) {
    return !table.owner.empty() && attacker.context.account != 0 && attacker.may(*table.own);
}

std::string any(const std::vector<std::string>& conditions) {
    std::string text = "false";
    for (const std::string& condition : conditions) text += " or (" + condition + ")";
    return text;
}

std::vector<std::string> written(const GuardedTable& table, const Attacker& attacker) {
    std::vector<std::string> conditions;
    if (attacker.context.reach == Reach::system) conditions.emplace_back("true");
    if (any_of(attacker, table.write)) conditions.push_back(in_council(attacker));
    if (table.also_for && attacker.may(*table.also_for))
        conditions.push_back(in_council(attacker) + " and " + std::string(table.also));
    return conditions;
}

}  // namespace

std::span<const GuardedTable> guarded_tables() {
    static const std::vector<GuardedTable> tables = [] {
        std::vector<GuardedTable> all = identity_and_below();
        std::ranges::copy(of_the_strategy(), std::back_inserter(all));
        return all;
    }();
    return tables;
}

bool Attacker::may(Act act) const {
    return std::ranges::find(context.acts, identity::name_of(act)) != context.acts.end();
}

std::string must_read(const GuardedTable& table, const Attacker& attacker) {
    std::vector<std::string> conditions = written(table, attacker);
    if (table.read && attacker.may(*table.read))
        conditions.push_back(in_council(attacker) +
                             (table.hidden.empty() ? "" : " and not (" + std::string(table.hidden) + ")"));
    // The journal is written in one's own name and read by those who may.
    if (table.name != "audit.entry" && owner_may(table, attacker))
        conditions.push_back(owned(table, attacker));
    return any(conditions);
}

std::string must_change(const GuardedTable& table, const Attacker& attacker) {
    std::vector<std::string> conditions = written(table, attacker);
    if (owner_may(table, attacker) && table.owner_may == GuardedTable::OwnerMay::write)
        conditions.push_back(owned(table, attacker));
    if (any_of(attacker, table.update))
        conditions.push_back(in_council(attacker) + " and not (" + std::string(table.hidden) + ")");
    return any(conditions);
}

bool writes_all(const GuardedTable& table, const Attacker& attacker) {
    return attacker.context.reach == Reach::system || any_of(attacker, table.write);
}

// A copy of a row of the council, and of one's own where rows have an owner.
bool must_add(const GuardedTable& table, const Attacker& attacker) {
    if (!table.add.empty()) return attacker.context.reach == Reach::system || any_of(attacker, table.add);
    if (writes_all(table, attacker)) return true;
    return owner_may(table, attacker) && table.owner_may == GuardedTable::OwnerMay::write;
}

}  // namespace maillage::test
