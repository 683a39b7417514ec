#include "domain/identity/invitation_routes.hpp"

#include "domain/identity/failure_store.hpp"
#include "domain/identity/invitation_store.hpp"
#include "domain/identity/password_form.hpp"
#include "domain/identity/provider_flow.hpp"
#include "domain/identity/provider_page.hpp"
#include "domain/identity/provider_routes.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

// In place of a password: the same form, without that field.
void by_the_provider(Out& box, const Call& call) {
    const auto* const provider = call.services.provider;
    if (provider == nullptr) return;
    const html::Url action = html::Url::path("/invitation/provider");
    const std::string& name = provider->settings().name;
    el(box, "p", {a("class", "hint")}, call.words("identity.provider.open_what", {{"provider", name}}));
    el(box, "button",
       {a("type", "submit"), a("class", "btn alt"), url("formaction", action), a("formnovalidate", "")},
       call.words("identity.provider.open", {{"provider", name}}));
}

html::Page invitation_page(const Call& call, const html::FormState& state, const FormAnswer& answer = {}) {
    const auto& words = call.words;
    const std::string title = words("identity.invitation.title");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .main = {},
                    .section = "sign-in"};
    el(page.main, "div", {a("class", "sign-in")}, [&](Out& box) {
        el(box, "h1", {}, title);
        el(box, "p", {}, words("identity.invitation.what"));
        html::error_summary(box, words, state);
        const html::Url action = html::Url::path("/invitation");
        html::form_open(box, action, call.tokens);
        html::text_field(box, words,
                         {.name = "code",
                          .label = words("identity.invitation.code"),
                          .hint = words("identity.invitation.code_hint"),
                          .required = true,
                          .max_length = 60,
                          .autocomplete = "one-time-code"},
                         state);
        new_password_field(box, call, words("identity.invitation.password"), state);
        html::submit(box, words("identity.invitation.open"));
        by_the_provider(box, call);
        html::form_close(box);
    });
    return answered(std::move(page), answer);
}

// Who is behind the code typed, or the page that says why nobody is.
std::expected<Invited, html::Page> invited_by(Call& call, const std::string& code, html::FormState& state) {
    auto invited = find_invitation(call.services, code, network_of(call.request.peer));
    if (invited) return *std::move(invited);
    const bool slow = invited.error() == InvitationRefusal::slow_down;
    state.refuse("code", slow ? call.words("identity.invitation.slow_down")
                              : call.words("identity.invitation.unknown"));
    return std::unexpected(invitation_page(call, state, slow ? too_many : to_be_mended));
}

}  // namespace

html::Answer show_invitation(Call& call) {
    if (call.services.provider == nullptr || call.request.query.get("begun") != "1")
        return invitation_page(call, {});
    const std::string& name = call.services.provider->settings().name;
    return onward_page(call, call.words("identity.provider.open", {{"provider", name}}),
                       call.words("identity.provider.leaving", {{"provider", name}}),
                       "/sign-in/provider?go_on=1");
}

html::Answer submit_invitation(Call& call) {
    const std::string code(call.form.fields.get("code"));
    html::FormState state;
    state.values.add("code", code);
    auto invited = invited_by(call, code, state);
    if (!invited) return std::move(invited.error());
    const auto chosen = new_password(
        call, {invited->display_name, invited->email, invited->council_slug, invited->council_name}, state);
    if (!chosen) return invitation_page(call, state, chosen.error());
    const std::string record = platform::crypto::as_text(chosen->record);
    if (!accept_invitation(call.services, *invited, code, record)) {
        state.refuse("code", call.words("identity.invitation.unknown"));
        return invitation_page(call, state, to_be_mended);
    }
    return http::Response::see_other("/sign-in?opened=1");
}

html::Answer begin_invitation_by_provider(Call& call) {
    if (call.services.provider == nullptr) return http::Response::refused(404);
    const std::string code(call.form.fields.get("code"));
    html::FormState state;
    state.values.add("code", code);
    auto invited = invited_by(call, code, state);
    if (!invited) return std::move(invited.error());
    const ProviderFlow flow = begun_flow(call.services, {.purpose = ProviderFlow::Purpose::invitation,
                                                         .next = "/sign-in?opened=provider",
                                                         .invitation = code});
    http::Response response = http::Response::see_other("/invitation?begun=1");
    set_flow_cookie(response, sealed_flow(call.services, flow));
    return response;
}

}  // namespace maillage::identity
