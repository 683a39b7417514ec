#pragma once

#include <cstdint>
#include <optional>

#include "domain/identity/policy_rules.hpp"

// Two persons make a right. One gives a mandate; it counts once somebody else, who has the same authority
// over accounts, has confirmed it. Nor may that second person be the one who gave out the code with which the
// account was opened: they could be behind it themselves.
namespace maillage::identity {

struct MandateFacts {
    AccountId account;                   // whose mandate it is
    std::optional<AccountId> given_by;   // nobody: the installation itself
    std::optional<AccountId> opened_by;  // who gave out the code that opened the account
    bool opened = false;                 // the person has chosen a password
    bool confirmed = false;
};

enum class Confirmation : std::uint8_t {
    possible,
    done,
    own_account,
    own_gift,  // the actor gave the mandate or the code
    not_opened
};
Confirmation confirmation_by(const MandateFacts& mandate, AccountId actor);

}  // namespace maillage::identity
