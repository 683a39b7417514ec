#pragma once

#include <string_view>

#include "domain/identity/api.hpp"

// What somebody does with what protects their own account.
namespace maillage::identity {

// Writes into the journal that the caller did `act` to their own account.
void note_own_act(platform::db::Tx& tx, const Call& call, std::string_view act);

}  // namespace maillage::identity
