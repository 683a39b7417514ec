#pragma once

#include <string>
#include <vector>

#include "domain/identity/policy_types.hpp"

namespace maillage::identity {

// As the statements give them: "elected|2026-01-01|", role, first day, last day. A role that this program
// does not know gives nothing.
std::vector<HeldRole> held_roles(const std::vector<std::string>& mandates);

}  // namespace maillage::identity
