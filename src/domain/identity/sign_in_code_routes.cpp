#include "domain/identity/code_proof.hpp"
#include "domain/identity/session_cookie.hpp"
#include "domain/identity/sign_in_routes.hpp"
#include "domain/identity/sign_in_store.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

constexpr platform::db::Context application{.reach = platform::db::Context::Reach::system};

// What the account behind the half of a sign-in can go on with. Asked for after the password alone.
Provable provable_here(Call& call) {
    return call.services.database.transaction(application, [&](platform::db::Tx& tx) {
        const auto holder = half_signed_in(tx, call.services, call.request.cookies.get(half_cookie));
        const auto found = holder ? provable(tx, call, *holder) : std::nullopt;
        return found.value_or(Provable{.application = true});
    });
}

void passkey_form(Out& box, Call& call, const html::Url& action, std::string_view next,
                  const Provable& with) {
    const auto site = passkey_site(call.request);
    if (with.passkeys.empty() || !site) return;
    const Challenge challenge =
        new_challenge(call.services, *site,
                      {.ceremony = Ceremony::second_step, .bound_to = call.request.cookies.get(half_cookie)});
    html::form_open(box, action, call.tokens);
    html::void_el(box, "input", {a("type", "hidden"), a("name", "next"), a("value", next)});
    ceremony_part(box, call.words,
                  {.options = proof_options(*site, challenge, with.passkeys),
                   .ticket = challenge.ticket,
                   .label = call.words("identity.passkey.use"),
                   .without_script = call.words("identity.passkey.no_script_code")});
    html::form_close(box);
}

html::Page code_page(Call& call, const html::FormState& state, std::string_view next,
                     const FormAnswer& answer = {}) {
    const auto& words = call.words;
    const Provable with = provable_here(call);
    const std::string title = words("identity.sign_in.code_title");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .section = "sign-in"};
    el(page.main, "div", {a("class", "sign-in")}, [&](Out& box) {
        el(box, "h1", {}, title);
        html::error_summary(box, words, state);
        const html::Url action = html::Url::path("/sign-in/code"), again = html::Url::path("/sign-in");
        passkey_form(box, call, action, next, with);
        html::form_open(box, action, call.tokens);
        html::void_el(box, "input", {a("type", "hidden"), a("name", "next"), a("value", next)});
        second_factor_field(box, call, "one-time-code", state, with);
        html::submit(box, words("identity.sign_in.submit"));
        html::form_close(box);
        el(box, "p", {}, [&](Out& p) { el(p, "a", {url("href", again)}, words("identity.sign_in.again")); });
        el(box, "p", {a("class", "muted")}, words("identity.sign_in.code_lost"));
    });
    return answered(std::move(page), answer);
}

void forget_half(http::Response& response) {
    http::set_cookie(response,
                     {.name = std::string(half_cookie), .value = "", .max_age = std::chrono::seconds(0)});
}

// Ten minutes are over, or the password was never given.
http::Response from_the_start(std::string_view next) {
    http::Response response =
        http::Response::see_other("/sign-in?next=" + http::encode_component(std::string(next)));
    forget_half(response);
    return response;
}

}  // namespace

html::Answer show_sign_in_code(Call& call) {
    const std::string next = next_path(call.request.query.get("next"));
    if (call.actor.signed_in()) return http::Response::see_other(next);
    if (!call.request.cookies.find(half_cookie)) return from_the_start(next);
    return code_page(call, {}, next);
}

html::Answer submit_sign_in_code(Call& call) {
    const std::string next = next_path(call.form.fields.get("next"));
    auto token = finish_sign_in(call.services, {.token = std::string(call.request.cookies.get(half_cookie)),
                                                .code = std::string(call.form.fields.get(code_field)),
                                                .agent = agent_of(call.request),
                                                .passkey = passkey_answer(call.form.fields),
                                                .site = passkey_site(call.request).value_or(PasskeySite{})});
    if (token) {
        http::Response response = http::Response::see_other(next);
        set_session_cookie(response, *std::move(token));
        forget_half(response);
        return response;
    }
    html::FormState state;
    switch (token.error()) {
    case SignInRefusal::slow_down: {
        const FormAnswer answer = refuse_code(call, state, CodeVerdict::slow_down);
        return code_page(call, state, next, answer);
    }
    case SignInRefusal::wrong: {
        const FormAnswer answer = call.form.fields.get("passkey_id").empty()
                                      ? refuse_code(call, state, CodeVerdict::wrong)
                                      : refuse_passkey(call, state, PasskeyVerdict::wrong);
        return code_page(call, state, next, answer);
    }
    case SignInRefusal::stale: {
        const FormAnswer answer = refuse_passkey(call, state, PasskeyVerdict::over);
        return code_page(call, state, next, answer);
    }
    case SignInRefusal::busy:
    case SignInRefusal::over: return from_the_start(next);
    }
    __builtin_unreachable();
}

}  // namespace maillage::identity
