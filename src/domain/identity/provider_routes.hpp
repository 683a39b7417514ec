#pragma once

#include "domain/identity/api.hpp"

// Signing in by the city's identity provider; every address answers "not found" where none is configured.
namespace maillage::identity {

// Leaves for the provider. A link leads here, never a form: forms may not lead to another site.
platform::html::Answer go_to_provider(Call& call);
// Comes back from there.
platform::html::Answer come_back_from_provider(Call& call);
// Opens an account by its code and the provider, in place of a password.
platform::html::Answer begin_invitation_by_provider(Call& call);

// One's own link, in the profile.
platform::html::Answer show_own_provider(Call& call);
platform::html::Answer begin_own_link(Call& call);
platform::html::Answer end_own_link(Call& call);

}  // namespace maillage::identity
