#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "foundation/strong_id.hpp"

// One pure function decides every permission. Facts come in as values; nothing is read here.
namespace maillage::identity {

using AccountId = foundation::StrongId<struct AccountIdTag>;

// What each may do: docs/reference/permissions.md. A mandate gives a role from a date to a date.
enum class Role : std::uint8_t {
    coordinator,
    elected,
    prefect,
    prosecutor,
    national_police,
    municipal_police,
    social_partner,
    local_partner,
    mediator,
    radicalisation_referent,
    data_protection_officer,
    administrator
};

enum class Act : std::uint8_t {
    read_public,      // sign-in page, help, statements: no account needed
    use_own_account,  // home page, own profile, saved views, own sessions
    read_strategy,
    edit_strategy,
    import_strategy,
    export_strategy,
    comment_strategy,
    attach_evidence,
    read_governance,
    edit_governance,
    read_directory,
    edit_directory,
    read_documents,
    manage_accounts,
    read_audit,
    read_operations
};

struct Subject {
    bool signed_in = false;
    std::span<const Role> roles;
};

// Deny by default; rights only add. Total: every pair has an answer.
bool may(const Subject& subject, Act act);

// For the generated matrix and the tests: every value once, with its stable name ("edit_strategy").
std::span<const Role> all_roles();
std::span<const Act> all_acts();
std::string_view name_of(Role role);
std::string_view name_of(Act act);
std::optional<Role> role_named(std::string_view name);

}  // namespace maillage::identity
