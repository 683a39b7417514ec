#include "app/routes_of_access.hpp"

#include "domain/identity/access_request_routes.hpp"
#include "domain/identity/charter_routes.hpp"
#include "domain/identity/directory_token_routes.hpp"

// How accounts come and go besides by hand: the city's directory and its tokens (its own addresses, /scim/v2,
// have no session and stand in identity/scim_routes.cpp), requests for a right, the charter without which
// none counts.
namespace maillage::app {
namespace {

using identity::Act;
using platform::http::Method;

const Route agents[] = {
    {Method::get, "/{council}/accounts/directory", Act::manage_accounts, identity::show_directory_tokens,
     identity::directory_tokens_json, "identity.twin.directory_tokens"},
    {.method = Method::post,
     .pattern = "/{council}/accounts/directory",
     .act = Act::manage_accounts,
     .page = identity::add_directory_token,
     .once = Route::Once::yes_and_shown_once},
    {Method::post, "/{council}/accounts/directory/{token}/revocation", Act::manage_accounts,
     identity::end_directory_token},
    {Method::post, "/{council}/accounts/{account}/directory", Act::manage_accounts, identity::hand_account},

    {Method::get, "/{council}/access", Act::use_own_account, identity::show_own_access,
     identity::own_access_json, "identity.twin.own_access"},
    {Method::post, "/{council}/access", Act::use_own_account, identity::submit_access_request},
    {Method::post, "/{council}/access/{request}/withdrawal", Act::use_own_account,
     identity::submit_access_withdrawal},
    {Method::get, "/{council}/accounts/requests", Act::manage_accounts, identity::show_access_requests,
     identity::access_requests_json, "identity.twin.access_requests"},
    {Method::get, "/{council}/accounts/requests/{request}", Act::manage_accounts,
     identity::show_access_request},
    {Method::post, "/{council}/accounts/requests/{request}/acceptance", Act::manage_accounts,
     identity::accept_access_request},
    {Method::post, "/{council}/accounts/requests/{request}/refusal", Act::manage_accounts,
     identity::refuse_access_request},

    {Method::get, "/{council}/charter", Act::use_own_account, identity::show_charter, identity::charter_json,
     "identity.twin.charter"},
    {Method::post, "/{council}/charter/signature", Act::use_own_account, identity::submit_charter_signature},
    {Method::post, "/{council}/charter/withdrawal", Act::use_own_account,
     identity::submit_signature_withdrawal},
    {Method::get, "/{council}/accounts/charter", Act::manage_accounts, identity::show_charter_signatories,
     identity::charter_signatories_json, "identity.twin.charter_signatories"},
    {Method::get, "/{council}/accounts/charter/new", Act::manage_accounts, identity::show_new_charter},
    {Method::post, "/{council}/accounts/charter", Act::manage_accounts, identity::submit_charter},
};

}  // namespace

std::span<const Route> routes_of_access() { return agents; }

}  // namespace maillage::app
