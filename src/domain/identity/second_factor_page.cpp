#include "domain/identity/second_factor_page.hpp"

#include "platform/crypto/totp.hpp"
#include "platform/html/components.hpp"
#include "platform/html/qr_code.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

constexpr std::string_view path = "/profile/second-factor";

html::Page page_with(const Call& call, const html::FormState& state, platform::i18n::Key title_key) {
    const auto& words = call.words;
    const std::string title = words(title_key);
    return {.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
            .section = "profile",
            .crumbs = {{words("identity.profile.title"), call.path("/profile")}, {title, ""}},
            .help = "second-factor"};
}

// otpauth://totp/Maillage:c.martin%40laval.example?secret=…: what applications read (no standard says it; all
// follow the same description).
std::string address_of(const SetUpView& view) {
    return "otpauth://totp/Maillage:" + http::encode_component(view.email) +
           "?secret=" + platform::crypto::base32(view.secret) +
           "&issuer=Maillage&algorithm=SHA1&digits=6&period=30";
}

// In groups of four, as people copy it.
std::string grouped(std::string_view secret) {
    std::string text;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += ' ';
        text += secret[i];
    }
    return text;
}

void passkeys_link(Out& out, const Call& call) {
    const html::Url passkeys = call.url("/profile/passkeys");
    el(out, "p", {},
       [&](Out& p) { el(p, "a", {url("href", passkeys)}, call.words("identity.passkey.title")); });
}

void set_up_part(Out& out, const Call& call, const html::FormState& state) {
    const html::Url action = call.url(path);
    el(out, "p", {}, call.words("identity.second_factor.what"));
    el(out, "p", {}, call.words("identity.second_factor.application"));
    html::form_open(out, action, call.tokens);
    own_password_field(out, call, state);
    html::submit(out, call.words("identity.second_factor.set_up"));
    html::form_close(out);
}

void in_force_part(Out& out, const Call& call, const SecondFactorView& view) {
    const auto& words = call.words;
    const html::Url codes = call.url("/profile/second-factor/codes"),
                    removal = call.url("/profile/second-factor/removal"), set_up = call.url(path);
    html::summary_list(out, words,
                       {{.term = words("identity.second_factor.since"),
                         .value = [&](Out& o) { o.text(words.time(view.factor->since)); }},
                        {.term = words("identity.second_factor.codes_left"),
                         .value = [&](Out& o) { o.text(words.number(view.factor->recovery_codes)); }}});
    el(out, "p", {}, words("identity.second_factor.change_advice"));
    html::form_open(out, codes, call.tokens);
    own_password_field(out, call, view.state);
    second_factor_fields(out, call, view.state, *view.with);
    el(out, "div", {a("class", "actions")}, [&](Out& actions) {
        el(actions, "button", {a("type", "submit"), a("class", "btn")},
           words("identity.second_factor.new_codes"));
        if (view.factor->application)
            el(actions, "button",
               {a("type", "submit"), a("class", "btn alt danger"), url("formaction", removal)},
               words("identity.second_factor.remove"));
        else
            el(actions, "button", {a("type", "submit"), a("class", "btn alt"), url("formaction", set_up)},
               words("identity.second_factor.add_application"));
    });
    html::form_close(out);
}

}  // namespace

html::Page second_factor_page(const Call& call, const SecondFactorView& view) {
    const auto& words = call.words;
    html::Page page = page_with(call, view.state, "identity.second_factor.title");
    Out& out = page.main;
    html::page_heading(out, words("identity.second_factor.title"));
    if (view.done == "removed")
        html::notice(out, html::NoticeKind::ok, words("identity.done"),
                     words("identity.second_factor.removed"));
    html::error_summary(out, words, view.state);
    if (view.factor)
        in_force_part(out, call, view);
    else
        set_up_part(out, call, view.state);
    passkeys_link(out, call);
    return answered(std::move(page), view.answer);
}

html::Page set_up_page(const Call& call, const SetUpView& view) {
    const auto& words = call.words;
    html::Page page = page_with(call, view.state, "identity.second_factor.set_up_title");
    Out& out = page.main;
    html::page_heading(out, words("identity.second_factor.set_up_title"));
    html::error_summary(out, words, view.state);
    el(out, "p", {}, words("identity.second_factor.scan"));
    html::qr_figure(out, address_of(view), words("identity.second_factor.drawing"));
    el(out, "p", {}, words("identity.second_factor.or_type"));
    el(out, "p", {}, [&](Out& p) {
        el(p, "code", {a("class", "secret")}, grouped(platform::crypto::base32(view.secret)));
    });
    const html::Url action = call.url("/profile/second-factor/confirmation");
    html::form_open(out, action, call.tokens);
    html::text_field(out, words,
                     {.name = std::string(code_field),
                      .label = words("identity.second_factor.first_code"),
                      .hint = words("identity.second_factor.first_code_hint"),
                      .required = true,
                      .max_length = 10,
                      .autocomplete = "off"},
                     view.state);
    html::submit(out, words("identity.second_factor.confirm"));
    html::form_close(out);
    return answered(std::move(page), view.answer);
}

html::Page recovery_codes_page(const Call& call, const std::vector<std::string>& codes) {
    const auto& words = call.words;
    html::Page page = page_with(call, {}, "identity.second_factor.codes_title");
    Out& out = page.main;
    html::page_heading(out, words("identity.second_factor.codes_title"));
    el(out, "p", {}, words("identity.second_factor.codes_what"));
    el(out, "ol", {a("class", "codes")}, [&](Out& list) {
        for (const std::string& code : codes)
            el(list, "li", {}, [&](Out& item) { el(item, "code", {}, code); });
    });
    html::notice(out, html::NoticeKind::warn, words("identity.second_factor.codes_once"),
                 words("identity.second_factor.codes_once_why"));
    const html::Url back = call.url("/profile");
    el(out, "p", {}, [&](Out& p) {
        el(p, "a", {a("class", "btn"), url("href", back)}, words("identity.second_factor.codes_kept"));
    });
    return page;
}

void second_factor_part(Out& out, const Call& call, const std::optional<SecondFactor>& factor) {
    const auto& words = call.words;
    const html::Url target = call.url(path);
    if (factor)
        html::status(out, html::State::ok,
                     factor->application ? words("identity.second_factor.in_force")
                                         : words("identity.passkey.in_force"));
    else
        el(out, "p", {}, words("identity.second_factor.what"));
    constexpr std::int64_t few = 3;
    if (factor && factor->recovery_codes <= few)
        html::notice(out, html::NoticeKind::warn,
                     words("identity.second_factor.few_codes", {{"n", words.number(factor->recovery_codes)}}),
                     words("identity.second_factor.few_codes_advice"));
    el(out, "p", {}, [&](Out& p) {
        el(p, "a", {url("href", target)},
           factor ? words("identity.second_factor.change") : words("identity.second_factor.set_up"));
    });
    passkeys_link(out, call);
}

}  // namespace maillage::identity
