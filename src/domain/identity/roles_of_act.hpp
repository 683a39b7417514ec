#pragma once

#include <string>
#include <vector>

#include "domain/identity/policy_rules.hpp"

namespace maillage::identity {

// The names of the roles to which the policy gives this act in their own council: for statements that look
// for mandates.
std::vector<std::string> roles_of_act(Act act);

}  // namespace maillage::identity
