#pragma once

#include <optional>

#include "domain/identity/api.hpp"

namespace maillage::identity {

// Who asked for work that is done later, with the rights of this moment: nothing once the account is
// disabled, no role once its mandates ended.
std::optional<Actor> actor_of_account(Services& services, territory::CouncilId council, AccountId account);

}  // namespace maillage::identity
