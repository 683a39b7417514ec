#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "domain/identity/api.hpp"
#include "platform/db/tx.hpp"

namespace maillage::indicators {

// How many actions are in each state ("suspended"), as the strategy names them; nothing for who may not read
// them.
using ActionsByState = std::map<std::string, std::int64_t, std::less<>>;
ActionsByState actions_by_state(platform::db::Tx& tx, const identity::Actor& actor);

}  // namespace maillage::indicators
