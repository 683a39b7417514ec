#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "foundation/date.hpp"
#include "foundation/strong_id.hpp"

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
    read_indicators,
    edit_indicators,
    take_snapshots,
    fill_indicators,  // the figures of those that one's organisation gives, and the comments on them
    write_final_review,
    read_directory,
    edit_directory,
    read_documents,
    manage_accounts,
    read_audit
};

// A role and the days on which its mandate is in force, both included. A role alone holds on every day.
struct HeldRole {
    Role role = Role::local_partner;
    std::optional<foundation::Date> from = {}, until = {};

    constexpr HeldRole() = default;
    constexpr HeldRole(Role held, std::optional<foundation::Date> first = {},
                       std::optional<foundation::Date> last = {})
        : role(held), from(first), until(last) {}
    constexpr operator Role() const { return role; }
    bool holds_on(foundation::Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

// Who asks.
struct Subject {
    bool signed_in = false;
    std::span<const HeldRole> roles = {};  // of confirmed mandates
    AccountId account{0};
    std::int64_t council = 0;
    std::optional<std::int64_t> organisation = {};  // that a mandate of today names
};

// What the act is put to: the facts that the policy asks for. By itself: the actor's own council as a whole.
struct Object {
    enum class Kind : std::uint8_t {
        council,    // its pages, its lists, something new in it
        action,     // one of the strategy
        evidence,   // a piece attached to an action
        indicator,  // one of the dashboard, with the organisation that gives its figures
        own,        // a saved view, a draft, a job, a session: its owner's
        account,    // what there is to read of it
        rights,     // its mandates, its closing, its opening code
        mandate     // to be confirmed by a second person
    } kind = Kind::council;
    enum class State : std::uint8_t { live, deleted, closed, not_opened, done } state = State::live;
    std::optional<std::int64_t> council = {};  // unless told, the actor's own; 0: another one, whichever
    std::optional<AccountId> owner = {};
    std::optional<std::int64_t> organisation = {};
    std::optional<AccountId> given_by = {}, opened_by = {};  // of a mandate, of its account
    std::optional<AccountId> factor_taken_by = {};           // of its account
};

}  // namespace maillage::identity
