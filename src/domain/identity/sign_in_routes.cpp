#include "domain/identity/sign_in_routes.hpp"

#include "domain/identity/failure_store.hpp"
#include "domain/identity/password_proof.hpp"
#include "domain/identity/provider_page.hpp"
#include "domain/identity/provider_store.hpp"
#include "domain/identity/session_cookie.hpp"
#include "domain/identity/session_store.hpp"
#include "domain/identity/sign_in_store.hpp"
#include "foundation/text.hpp"
#include "platform/html/components.hpp"
#include "platform/http/cookies.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

constexpr std::string_view kept_form_path = "/kept-form";

std::string address_of(std::string_view typed) {
    std::string address(foundation::trimmed(typed));
    for (char& c : address)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return address;
}

html::Page sign_in_page(Call& call, const html::FormState& state, std::string_view next,
                        const FormAnswer& answer = {}) {
    const auto& words = call.words;
    html::Page page{.title = words("identity.sign_in.title"), .main = {}, .section = "sign-in"};
    if (!state.valid()) page.title = words("form.error_title", {{"title", page.title}});
    Out& out = page.main;
    el(out, "div", {a("class", "sign-in")}, [&](Out& box) {
        el(box, "h1", {}, words("identity.sign_in.heading"));
        if (next == kept_form_path) el(box, "p", {a("class", "notice")}, words("identity.sign_in.form_kept"));
        if (call.request.query.get("opened") == "1")
            html::notice(box, html::NoticeKind::ok, words("identity.done"), words("identity.sign_in.opened"));
        if (call.request.query.get("opened") == "provider" && call.services.provider != nullptr)
            html::notice(
                box, html::NoticeKind::ok, words("identity.done"),
                words("identity.provider.opened", {{"provider", call.services.provider->settings().name}}));
        html::error_summary(box, words, state);
        const html::Url action = html::Url::path("/sign-in");
        html::form_open(box, action, call.tokens);
        html::void_el(box, "input", {a("type", "hidden"), a("name", "next"), a("value", next)});
        html::text_field(box, words,
                         {.name = "email",
                          .label = words("identity.sign_in.email"),
                          .kind = html::FieldKind::email,
                          .required = true,
                          .autocomplete = "username"},
                         state);
        html::text_field(box, words,
                         {.name = "password",
                          .label = words("identity.sign_in.password"),
                          .kind = html::FieldKind::password,
                          .required = true,
                          .max_length = 512,
                          .autocomplete = "current-password"},
                         state);
        html::submit(box, words("identity.sign_in.submit"));
        html::form_close(box);
        const html::Url passkey =
            html::Url::path("/sign-in/passkey?next=" + http::encode_component(std::string(next)));
        if (passkey_site(call.request))
            el(box, "p", {}, [&](Out& p) {
                el(p, "a", {url("href", passkey), a("class", "btn alt")}, words("identity.passkey.sign_in"));
            });
        if (const auto* const provider = call.services.provider) {
            const html::Url there =
                html::Url::path("/sign-in/provider?next=" + http::encode_component(std::string(next)));
            el(box, "p", {}, [&](Out& p) {
                el(p, "a", {url("href", there), a("class", "btn alt")},
                   words("identity.provider.sign_in", {{"provider", provider->settings().name}}));
            });
        }
        const html::Url opening = html::Url::path("/invitation");
        el(box, "p", {},
           [&](Out& p) { el(p, "a", {url("href", opening)}, words("identity.sign_in.have_code")); });
        el(box, "p", {a("class", "muted")}, words("identity.sign_in.lost"));
    });
    return answered(std::move(page), answer);
}

http::Response enter(const SignedIn& signed_in, const std::string& next) {
    http::Response response = http::Response::see_other(next);
    set_session_cookie(response, signed_in.token);
    return response;
}

http::Response ask_code(const SignedIn& signed_in, const std::string& next) {
    http::Response response = http::Response::see_other("/sign-in/code?next=" + http::encode_component(next));
    http::set_cookie(response, {.name = std::string(half_cookie),
                                .value = signed_in.token,
                                .max_age = std::chrono::seconds(second_step_life)});
    return response;
}

}  // namespace

html::Answer show_sign_in(Call& call) {
    const std::string next = next_path(call.request.query.get("next"));
    if (call.actor.signed_in()) return http::Response::see_other(next);
    return sign_in_page(call, {}, next);
}

html::Answer submit_sign_in(Call& call) {
    html::FormState state;
    const std::string email = address_of(call.form.fields.get("email"));
    const std::string password(call.form.fields.get("password"));
    const std::string next = next_path(call.form.fields.get("next"));
    state.values.add("email", std::string(call.form.fields.get("email")));
    if (email.empty()) state.refuse("email", call.words("identity.sign_in.email_missing"));
    if (password.empty()) state.refuse("password", call.words("identity.sign_in.password_missing"));
    if (!state.valid()) return sign_in_page(call, state, next, to_be_mended);

    // A session that was open in this browser ends: the new one never takes its token over (fixation).
    sign_out(call.services, call.request.cookies.get(session_cookie));
    const auto signed_in = sign_in(call.services, {.email = email,
                                                   .password = password.substr(0, 512),
                                                   .network = network_of(call.request.peer),
                                                   .agent = agent_of(call.request)});
    if (signed_in)
        return signed_in->second_factor_asked ? ask_code(*signed_in, next) : enter(*signed_in, next);
    const auto refuse = [&](platform::i18n::Key why, const FormAnswer& answer) {
        state.refuse("email", call.words(why));
        return sign_in_page(call, state, next, answer);
    };
    switch (signed_in.error()) {
    case SignInRefusal::over:
    case SignInRefusal::stale:
    case SignInRefusal::wrong: return refuse("identity.sign_in.wrong", to_be_mended);
    case SignInRefusal::slow_down: return refuse("identity.sign_in.slow_down", too_many);
    case SignInRefusal::busy: return refuse("identity.sign_in.busy", too_busy);
    }
    __builtin_unreachable();
}

html::Answer submit_sign_out(Call& call) {
    const std::string_view cookie = call.request.cookies.get(session_cookie);
    auto* const provider = call.services.provider;
    const auto there = provider == nullptr ? std::nullopt : provider_token_of(call.services, cookie);
    sign_out(call.services, cookie);
    http::Response response = http::Response::see_other("/sign-in");
    http::set_cookie(response,
                     {.name = std::string(session_cookie), .value = "", .max_age = std::chrono::seconds(0)});
    response.headers.emplace_back("clear-site-data", "\"cache\", \"storage\"");
    const auto address = there ? provider->sign_out_address(*there, call.services.random_hex(16)) : there;
    if (!address) return response;
    // The provider would let anybody in at this browser again. Its page is not ours: a form may not lead
    // there.
    html::Page page = onward_page(
        call, call.words("identity.provider.signed_out_title"),
        call.words("identity.provider.signed_out", {{"provider", provider->settings().name}}), *address);
    for (auto& header : response.headers)
        if (header.first != "location") page.headers.push_back(std::move(header));
    return page;
}

std::string next_path(std::string_view asked) {
    const bool ours = html::Url::path(asked).value() == asked;
    return ours && !asked.starts_with("/sign-in") ? std::string(asked) : "/";
}

std::string agent_of(const http::Request& request) {
    constexpr std::size_t longest = 200;
    const std::string agent(request.headers.get("user-agent").substr(0, longest));
    return foundation::is_clean_utf8(agent) ? agent : "";
}

html::Answer show_start(Call& call) {
    return http::Response::see_other(call.actor.signed_in() ? "/" + call.actor.council_slug : "/sign-in");
}

}  // namespace maillage::identity
