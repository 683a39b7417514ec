#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string_view>

#include "domain/identity/policy_types.hpp"

// One pure function decides every permission. Facts come in as values; nothing is read here.
namespace maillage::identity {

// Why not. For the journal, the tests and the documentation: whoever asks reads that there is no such thing.
enum class Reason : std::uint8_t {
    not_signed_in,
    other_council,
    no_mandate,    // none of the roles held gives it
    not_in_force,  // a role would, on another day than today
    not_own,       // it is somebody else's
    deleted,       // only who may bring it back still sees it
    own_account,   // nobody decides on their own rights
    own_gift,      // the second person is not the first
    not_opened,    // its person has not opened the account
    closed,        // the account is
    done           // the mandate counts already
};

struct Refusal {
    Reason reason;
    std::string_view article;  // "RGPD, art. 32(4)"; empty: the rule is ours
    friend bool operator==(const Refusal&, const Refusal&) = default;
};
using Verdict = std::expected<void, Refusal>;

// Deny by default; rights only add: a role more never takes a right away. Total: every question has an
// answer.
Verdict may(const Subject& subject, Act act, const Object& object, foundation::Date today);
Refusal refusal_for(Reason reason);

// For the generated matrix and the tests: every value once, with its stable name ("edit_strategy").
std::span<const Role> all_roles();
std::span<const Act> all_acts();
std::span<const Reason> all_reasons();
std::string_view name_of(Role role);
std::string_view name_of(Act act);
std::string_view name_of(Reason reason);
std::optional<Role> role_named(std::string_view name);

}  // namespace maillage::identity
