#pragma once

#include "domain/identity/api.hpp"

namespace maillage::identity {

// Each person's own: the text, their signature.
platform::html::Answer show_charter(Call& call);
platform::http::Response charter_json(Call& call);
platform::html::Answer submit_charter_signature(Call& call);
platform::html::Answer submit_signature_withdrawal(Call& call);

// For who manages accounts: who has signed, the next version.
platform::html::Answer show_charter_signatories(Call& call);
platform::http::Response charter_signatories_json(Call& call);
platform::html::Answer show_new_charter(Call& call);
platform::html::Answer submit_charter(Call& call);

}  // namespace maillage::identity
