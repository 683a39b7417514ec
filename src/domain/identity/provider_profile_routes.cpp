#include "domain/audit/api.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/identity/provider_page.hpp"
#include "domain/identity/provider_routes.hpp"
#include "domain/identity/provider_store.hpp"
#include "domain/identity/session_cookie.hpp"
#include "domain/identity/session_store.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

OwnProviderView read_view(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        const auto own = password_of(tx, call.actor);
        return OwnProviderView{.linked = linked_since(tx, holder_of(call.actor)),
                               .has_password = own && !own->record.empty(),
                               .with = provable(tx, call, holder_of(call.actor))};
    });
}

// The password, and the second factor where there is one: a session left open links nobody.
std::optional<html::Page> refused_without_both(Call& call) {
    OwnProviderView view = read_view(call);
    auto refused = refused_without_password(call, view.state);
    if (!refused && view.with) refused = refused_without_factor(call, view.state);
    if (!refused) return std::nullopt;
    view.answer = *refused;
    return own_provider_page(call, view);
}

}  // namespace

html::Answer show_own_provider(Call& call) {
    if (call.services.provider == nullptr) return http::Response::refused(404);
    OwnProviderView view = read_view(call);
    view.done = call.request.query.get("done");
    if (view.done != "begun") return own_provider_page(call, view);
    const std::string& name = call.services.provider->settings().name;
    return onward_page(call, call.words("identity.provider.link", {{"provider", name}}),
                       call.words("identity.provider.leaving", {{"provider", name}}),
                       "/sign-in/provider?go_on=1");
}

html::Answer begin_own_link(Call& call) {
    if (call.services.provider == nullptr) return http::Response::refused(404);
    if (auto refused = refused_without_both(call)) return *std::move(refused);
    const ProviderFlow flow = begun_flow(call.services, {.purpose = ProviderFlow::Purpose::link,
                                                         .next = call.path("/profile/provider?done=linked"),
                                                         .holder = holder_of(call.actor),
                                                         .session = call.actor.session_id});
    http::Response response = http::Response::see_other(call.path("/profile/provider?done=begun"));
    set_flow_cookie(response, sealed_flow(call.services, flow));
    return response;
}

html::Answer end_own_link(Call& call) {
    if (call.services.provider == nullptr) return http::Response::refused(404);
    if (auto refused = refused_without_both(call)) return *std::move(refused);
    std::string token = in_transaction(call, [&](db::Tx& tx) {
        if (unlink(tx, holder_of(call.actor)))
            audit::record(tx, {.council = call.actor.council.value,
                               .account = call.actor.account.value,
                               .act = "identity.provider.unlink",
                               .object_kind = "account",
                               .object = std::to_string(call.actor.account.value)});
        // Whoever came in by it is out.
        end_other_sessions(tx, call.actor);
        return rotate_session(tx, call.actor, call.request.cookies.get(session_cookie));
    });
    http::Response response = http::Response::see_other(call.path("/profile/provider?done=ended"));
    set_session_cookie(response, std::move(token));
    return response;
}

}  // namespace maillage::identity
