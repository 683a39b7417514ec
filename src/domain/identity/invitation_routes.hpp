#pragma once

#include "domain/identity/api.hpp"

// The page on which a person opens their account with the code they were given. No session yet; the code is
// typed, never part of an address.
namespace maillage::identity {

platform::html::Answer show_invitation(Call& call);
platform::html::Answer submit_invitation(Call& call);

}  // namespace maillage::identity
