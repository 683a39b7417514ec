#pragma once

#include "domain/identity/api.hpp"

namespace maillage::identity {

platform::html::Answer show_unlock_phrase(Call& call);
// Opens the key pair in this session.
platform::html::Answer unlock_by_phrase(Call& call);
// Chooses a phrase, or another one.
platform::html::Answer choose_unlock_phrase(Call& call);

}  // namespace maillage::identity
