#pragma once

#include "domain/identity/api.hpp"

// Accounts and their mandates, for the coordinator and the administrator. Nobody changes their own rights.
namespace maillage::identity {

platform::html::Answer show_accounts(Call& call);
platform::http::Response show_accounts_json(Call& call);
platform::html::Answer show_new_account(Call& call);
platform::html::Answer add_account(Call& call);
platform::html::Answer show_account(Call& call);
platform::http::Response show_account_json(Call& call);
platform::html::Answer add_mandate(Call& call);
platform::html::Answer second_mandate(Call& call);
platform::html::Answer close_mandate(Call& call);
platform::html::Answer close_account(Call& call);
platform::html::Answer renew_code(Call& call);
// The second factor that the person has lost.
platform::html::Answer remove_lost_factor(Call& call);

}  // namespace maillage::identity
