#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/api.hpp"

// The code with which a person opens their account and chooses its password. It is shown once, to who hands
// it over; the database keeps its fingerprint. It works once, for a week.
namespace maillage::identity {

inline constexpr std::chrono::days invitation_life{7};

struct NewInvitation {
    territory::CouncilId council;
    AccountId account;
    std::optional<AccountId> given_by;  // nobody: a command on the installation
    std::string code;                   // Services::random_hex(code_bytes)
};
// Takes the place of the code that the account may have; returns when it expires.
foundation::Instant invite(platform::db::Tx& tx, const NewInvitation& invitation, foundation::Instant now);

struct Invited {
    AccountId account;
    territory::CouncilId council;
    std::string council_slug, council_name, display_name, email;
};
enum class InvitationRefusal { unknown, slow_down };
// Who is behind a typed code. Wrong ones slow `network` down, as wrong passwords do.
std::expected<Invited, InvitationRefusal> find_invitation(Services& services, std::string_view typed,
                                                          std::string_view network);
// Sets the password and ends every session. When somebody gave the code out, the mandates of the account wait
// for a second person again: whoever holds a code may be somebody else than the person. False when the code
// was used in between, or when `also`, of the same transaction, says so: nothing is changed then.
// No record: the account has no password, the identity provider opens it.
using AlsoAccepted = std::function<bool(platform::db::Tx&)>;
bool accept_invitation(Services& services, const Invited& invited, std::string_view typed,
                       const std::optional<std::string>& password_record, const AlsoAccepted& also = {});

}  // namespace maillage::identity
