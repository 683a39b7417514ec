#include <array>

#include "domain/identity/policy_rules.hpp"

namespace maillage::identity {
namespace {

constexpr std::array roles{Role::coordinator,
                           Role::elected,
                           Role::prefect,
                           Role::prosecutor,
                           Role::national_police,
                           Role::municipal_police,
                           Role::social_partner,
                           Role::local_partner,
                           Role::mediator,
                           Role::radicalisation_referent,
                           Role::data_protection_officer,
                           Role::administrator};

constexpr std::array acts{
    Act::read_public,     Act::use_own_account, Act::read_strategy,      Act::edit_strategy,
    Act::import_strategy, Act::export_strategy, Act::comment_strategy,   Act::attach_evidence,
    Act::read_governance, Act::edit_governance, Act::read_indicators,    Act::edit_indicators,
    Act::take_snapshots,  Act::fill_indicators, Act::write_final_review, Act::read_directory,
    Act::edit_directory,  Act::read_documents,  Act::manage_accounts,    Act::read_audit};

constexpr std::array reasons{Reason::not_signed_in, Reason::other_council, Reason::no_mandate,
                             Reason::not_in_force,  Reason::not_own,       Reason::deleted,
                             Reason::own_account,   Reason::own_gift,      Reason::not_opened,
                             Reason::closed,        Reason::done};

}  // namespace

std::span<const Role> all_roles() { return roles; }
std::span<const Act> all_acts() { return acts; }

std::string_view name_of(Role role) {
    switch (role) {
    case Role::coordinator: return "coordinator";
    case Role::elected: return "elected";
    case Role::prefect: return "prefect";
    case Role::prosecutor: return "prosecutor";
    case Role::national_police: return "national_police";
    case Role::municipal_police: return "municipal_police";
    case Role::social_partner: return "social_partner";
    case Role::local_partner: return "local_partner";
    case Role::mediator: return "mediator";
    case Role::radicalisation_referent: return "radicalisation_referent";
    case Role::data_protection_officer: return "data_protection_officer";
    case Role::administrator: return "administrator";
    }
    __builtin_unreachable();
}

std::string_view name_of(Act act) {
    switch (act) {
    case Act::read_public: return "read_public";
    case Act::use_own_account: return "use_own_account";
    case Act::read_strategy: return "read_strategy";
    case Act::edit_strategy: return "edit_strategy";
    case Act::import_strategy: return "import_strategy";
    case Act::export_strategy: return "export_strategy";
    case Act::comment_strategy: return "comment_strategy";
    case Act::attach_evidence: return "attach_evidence";
    case Act::read_governance: return "read_governance";
    case Act::edit_governance: return "edit_governance";
    case Act::read_indicators: return "read_indicators";
    case Act::edit_indicators: return "edit_indicators";
    case Act::take_snapshots: return "take_snapshots";
    case Act::fill_indicators: return "fill_indicators";
    case Act::write_final_review: return "write_final_review";
    case Act::read_directory: return "read_directory";
    case Act::edit_directory: return "edit_directory";
    case Act::read_documents: return "read_documents";
    case Act::manage_accounts: return "manage_accounts";
    case Act::read_audit: return "read_audit";
    }
    __builtin_unreachable();
}

std::span<const Reason> all_reasons() { return reasons; }

std::string_view name_of(Reason reason) {
    switch (reason) {
    case Reason::not_signed_in: return "not_signed_in";
    case Reason::other_council: return "other_council";
    case Reason::no_mandate: return "no_mandate";
    case Reason::not_in_force: return "not_in_force";
    case Reason::not_own: return "not_own";
    case Reason::deleted: return "deleted";
    case Reason::own_account: return "own_account";
    case Reason::own_gift: return "own_gift";
    case Reason::not_opened: return "not_opened";
    case Reason::closed: return "closed";
    case Reason::done: return "done";
    }
    __builtin_unreachable();
}

std::optional<Role> role_named(std::string_view name) {
    for (const Role role : roles)
        if (name_of(role) == name) return role;
    return std::nullopt;
}

}  // namespace maillage::identity
