#pragma once

#include "domain/identity/api.hpp"

// Twenty accounts at once, from a pasted list that is shown before anything is done.
namespace maillage::identity {

platform::html::Answer show_list(Call& call);
platform::html::Answer preview_list(Call& call);
platform::html::Answer invite_list(Call& call);

}  // namespace maillage::identity
