#include "domain/identity/code_proof.hpp"
#include "domain/identity/failure_store.hpp"
#include "domain/identity/session_cookie.hpp"
#include "domain/identity/session_store.hpp"
#include "domain/identity/sign_in_routes.hpp"
#include "domain/identity/sign_in_store.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/html/components.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

constexpr std::size_t binding_bytes = 16;

// The browser's own for five minutes, the same in each of its tabs.
std::string binding_of(const Call& call) {
    const std::string_view known = call.request.cookies.get(passkey_cookie);
    const bool usable = known.size() == 2 * binding_bytes && platform::crypto::from_hex(known);
    return usable ? std::string(known) : call.services.random_hex(binding_bytes);
}

void keep_binding(html::Page& page, std::string binding) {
    http::Response carrier;
    http::set_cookie(carrier, {.name = std::string(passkey_cookie),
                               .value = std::move(binding),
                               .max_age = std::chrono::seconds(challenge_life)});
    page.headers.push_back(carrier.headers.back());
}

enum class Start { at_once, by_the_button };

html::Page passkey_page(Call& call, std::string_view next, const html::FormState& state, Start start,
                        const FormAnswer& answer = {}) {
    const auto& words = call.words;
    const std::string title = words("identity.passkey.sign_in");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .section = "sign-in"};
    const auto site = passkey_site(call.request);
    const std::string binding = binding_of(call);
    el(page.main, "div", {a("class", "sign-in")}, [&](Out& box) {
        el(box, "h1", {}, title);
        html::error_summary(box, words, state);
        const html::Url action = html::Url::path("/sign-in/passkey"), other = html::Url::path("/sign-in");
        if (site) {
            el(box, "p", {}, words("identity.passkey.sign_in_what"));
            const Challenge challenge =
                new_challenge(call.services, *site, {.ceremony = Ceremony::sign_in, .bound_to = binding});
            html::form_open(box, action, call.tokens);
            html::void_el(box, "input", {a("type", "hidden"), a("name", "next"), a("value", next)});
            ceremony_part(box, words,
                          {.options = proof_options(*site, challenge, {}),
                           .ticket = challenge.ticket,
                           .label = words("identity.passkey.use"),
                           .without_script = words("identity.passkey.no_script_sign_in"),
                           .at_once = start == Start::at_once});
            html::form_close(box);
        } else {
            el(box, "p", {}, words("identity.passkey.no_site"));
        }
        el(box, "p", {},
           [&](Out& p) { el(p, "a", {url("href", other)}, words("identity.passkey.with_password")); });
    });
    if (site) keep_binding(page, binding);
    return answered(std::move(page), answer);
}

}  // namespace

html::Answer show_passkey_sign_in(Call& call) {
    const std::string next = next_path(call.request.query.get("next"));
    if (call.actor.signed_in()) return http::Response::see_other(next);
    return passkey_page(call, next, {}, Start::at_once);
}

html::Answer submit_passkey_sign_in(Call& call) {
    const std::string next = next_path(call.form.fields.get("next"));
    html::FormState state;
    const auto refuse = [&](platform::i18n::Key why, const FormAnswer& answer) {
        state.refuse("passkey", call.words(why));
        return passkey_page(call, next, state, Start::by_the_button, answer);
    };
    auto answer = passkey_answer(call.form.fields);
    const auto site = passkey_site(call.request);
    if (!answer || !site) return refuse("identity.passkey.none_shown", to_be_mended);
    // A session that was open in this browser ends: the new one never takes its token over (fixation).
    sign_out(call.services, call.request.cookies.get(session_cookie));
    auto token = sign_in_with_passkey(call.services,
                                      {.answer = *std::move(answer),
                                       .site = *site,
                                       .bound_to = std::string(call.request.cookies.get(passkey_cookie)),
                                       .network = network_of(call.request.peer),
                                       .agent = agent_of(call.request)});
    if (token) {
        http::Response response = http::Response::see_other(next);
        set_session_cookie(response, *std::move(token));
        return response;
    }
    switch (token.error()) {
    case SignInRefusal::wrong: return refuse("identity.passkey.opens_nothing", to_be_mended);
    case SignInRefusal::slow_down: return refuse("identity.sign_in.slow_down", too_many);
    case SignInRefusal::busy: return refuse("identity.sign_in.busy", too_busy);
    case SignInRefusal::over:
    case SignInRefusal::stale: return refuse("identity.passkey.over", to_be_mended);
    }
    __builtin_unreachable();
}

}  // namespace maillage::identity
