#include <array>

#include "app/kept_form_page.hpp"
#include "app/route.hpp"
#include "domain/identity/sign_in_routes.hpp"

// Every route of both sites. A page's twin is at the same address + ".json", under the same act.
namespace maillage::app {
namespace {

using identity::Act;
using platform::http::Method;

constexpr auto before_sign_in = Route::Once::no;

const Route agents[] = {
    {Method::get, "/", Act::read_public, identity::show_start},
    {Method::get, "/sign-in", Act::read_public, identity::show_sign_in},
    {.method = Method::post,
     .pattern = "/sign-in",
     .act = Act::read_public,
     .page = identity::submit_sign_in,
     .once = before_sign_in},
    {.method = Method::post,
     .pattern = "/sign-out",
     .act = Act::read_public,
     .page = identity::submit_sign_out,
     .once = before_sign_in},
    {Method::get, "/kept-form", Act::use_own_account, show_kept_form},
};

const Route residents[] = {
    {Method::get, "/", Act::read_public, identity::show_start},
};

}  // namespace

std::span<const Route> agents_routes() { return agents; }
std::span<const Route> residents_routes() { return residents; }

}  // namespace maillage::app
