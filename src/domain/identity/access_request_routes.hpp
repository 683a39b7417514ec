#pragma once

#include "domain/identity/api.hpp"

namespace maillage::identity {

// What a signed-in person asks for, and what became of it.
platform::html::Answer show_own_access(Call& call);
platform::http::Response own_access_json(Call& call);
platform::html::Answer submit_access_request(Call& call);
platform::html::Answer submit_access_withdrawal(Call& call);

// For who manages accounts; nobody decides on their own.
platform::html::Answer show_access_requests(Call& call);
platform::http::Response access_requests_json(Call& call);
platform::html::Answer show_access_request(Call& call);
platform::html::Answer accept_access_request(Call& call);
platform::html::Answer refuse_access_request(Call& call);

}  // namespace maillage::identity
