#pragma once

#include "domain/identity/api.hpp"

// The tokens by which the city's directory keeps accounts in step, for who manages accounts.
namespace maillage::identity {

platform::html::Answer show_directory_tokens(Call& call);
platform::http::Response directory_tokens_json(Call& call);
platform::html::Answer add_directory_token(Call& call);
platform::html::Answer end_directory_token(Call& call);
// Whether the directory keeps one account.
platform::html::Answer hand_account(Call& call);

}  // namespace maillage::identity
