#include "domain/identity/invitation_routes.hpp"

#include "domain/identity/failure_store.hpp"
#include "domain/identity/invitation_store.hpp"
#include "domain/identity/password_form.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

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
        html::form_close(box);
    });
    return answered(std::move(page), answer);
}

}  // namespace

html::Answer show_invitation(Call& call) { return invitation_page(call, {}); }

html::Answer submit_invitation(Call& call) {
    const std::string code(call.form.fields.get("code"));
    html::FormState state;
    state.values.add("code", code);
    const auto invited = find_invitation(call.services, code, network_of(call.request.peer));
    if (!invited && invited.error() == InvitationRefusal::slow_down) {
        state.refuse("code", call.words("identity.invitation.slow_down"));
        return invitation_page(call, state, too_many);
    }
    const auto unknown = [&] {
        state.refuse("code", call.words("identity.invitation.unknown"));
        return invitation_page(call, state, to_be_mended);
    };
    if (!invited) return unknown();
    const auto chosen = new_password(
        call, {invited->display_name, invited->email, invited->council_slug, invited->council_name}, state);
    if (!chosen) return invitation_page(call, state, chosen.error());
    const std::string record = platform::crypto::as_text(chosen->record);
    if (!accept_invitation(call.services, *invited, code, record)) return unknown();
    return http::Response::see_other("/sign-in?opened=1");
}

}  // namespace maillage::identity
