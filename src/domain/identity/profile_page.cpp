#include "domain/identity/profile_page.hpp"

#include "domain/identity/account_rules.hpp"
#include "domain/identity/password_form.hpp"
#include "domain/identity/role_words.hpp"
#include "domain/identity/second_factor_page.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"
#include "platform/oidc/provider.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::a;
using html::Out;

void done_notice(Out& out, const Call& call, std::string_view done) {
    const auto say = [&](platform::i18n::Key key) {
        html::notice(out, html::NoticeKind::ok, call.words("identity.done"), call.words(key));
    };
    if (done == "preferences") say("identity.profile.preferences_saved");
    if (done == "password") say("identity.profile.password_changed");
    if (done == "sessions") say("identity.profile.sessions_ended");
    if (done == "key") say("identity.passkey.key_opened");
}

void who(Out& out, const Call& call, const ProfileView& view) {
    std::string roles;
    for (const Role role : call.actor.roles)
        roles += (roles.empty() ? "" : ", ") + role_in_words(call.words, role);
    if (roles.empty()) roles = call.words("identity.profile.no_role");
    const std::string key = view.public_key.empty() ? call.words("identity.profile.no_key")
                                                    : fingerprint_in_words(view.public_key);
    html::summary_list(
        out, call.words,
        {{.term = call.words("identity.account.name"),
          .value = [&](Out& o) { o.text(call.actor.display_name); }},
         {.term = call.words("identity.account.email"), .value = [&](Out& o) { o.text(view.email); }},
         {.term = call.words("identity.account.roles"), .value = [&](Out& o) { o.text(roles); }},
         {.term = call.words("identity.profile.key"), .value = [&](Out& o) { o.text(key); }}});
    const html::Url ask = call.url("/access");
    html::el(out, "p", {html::a("class", "more")},
             [&](Out& p) { html::el(p, "a", {url("href", ask)}, call.words("identity.access.title")); });
    const html::Url charter = call.url("/charter");
    html::el(out, "p", {html::a("class", "more")},
             [&](Out& p) { html::el(p, "a", {url("href", charter)}, call.words("identity.charter.title")); });
}

void preferences_form(Out& out, const Call& call, const Preferences& current) {
    const auto& words = call.words;
    html::FormState state;
    state.values.add("language", current.language);
    state.values.add("theme", current.theme);
    const html::Url action = call.url("/profile");
    html::form_open(out, action, call.tokens);
    html::select_field(
        out, words,
        {.name = "language",
         .label = words("identity.profile.language"),
         .options = {{"fr", words("identity.profile.french")}, {"en", words("identity.profile.english")}},
         .required = true},
        state);
    html::select_field(out, words,
                       {.name = "theme",
                        .label = words("identity.profile.theme"),
                        .options = {{"auto", words("identity.profile.theme_auto")},
                                    {"light", words("identity.profile.theme_light")},
                                    {"dark", words("identity.profile.theme_dark")}},
                        .required = true},
                       state);
    html::checkbox(out, "shortcuts", words("identity.profile.shortcuts"), current.shortcuts);
    if (call.may(Act::edit_strategy))
        html::checkbox(out, "first_steps", words("identity.profile.first_steps"), current.first_steps);
    html::submit(out, words("identity.save"));
    html::form_close(out);
}

void session_button(Out& out, const Call& call, std::string_view id, std::string_view label) {
    const html::Url action = call.url("/profile/sessions");
    html::form_open(out, action, call.tokens);
    html::void_el(out, "input", {a("type", "hidden"), a("name", "session"), a("value", id)});
    html::el(out, "button", {a("type", "submit"), a("class", "btn alt sm")}, label);
    html::form_close(out);
}

void sessions(Out& out, const Call& call, const ProfileView& view) {
    const auto& words = call.words;
    const html::Table description{.caption = words("identity.profile.sessions"),
                                  .columns = {{words("identity.session.browser")},
                                              {words("identity.session.opened")},
                                              {words("identity.session.seen")},
                                              {words("identity.session.end")}}};
    html::table(out, words, description, view.sessions, [&](html::Row& row, const SessionRow& session) {
        const std::string_view browser = browser_of(session.agent);
        row.heading(browser.empty() ? words("identity.session.unknown") : std::string(browser));
        row.cell(words.time(session.created_at));
        row.cell(words.time(session.seen_at));
        row.cell([&](Out& o) {
            if (session.id == call.actor.session_id)
                o.text(words("identity.session.this_one"));
            else
                session_button(o, call, session.id, words("identity.session.end"));
        });
    });
    if (view.sessions.size() > 1) session_button(out, call, "others", words("identity.session.end_others"));
}

void key_part(Out& out, const Call& call, const ProfileView& view) {
    const html::Url action = call.url("/profile/key"), form = call.url("/profile?open=key");
    if (view.has_password) html::el(out, "p", {}, call.words("identity.passkey.key_closed_why"));
    if (call.services.provider != nullptr) {
        const html::Url phrase = call.url("/profile/unlock-phrase");
        html::el(out, "p", {}, [&](Out& p) {
            html::el(p, "a", {url("href", phrase)}, call.words("identity.unlock.by_phrase"));
        });
    }
    if (!view.has_password) return;
    if (!view.opening_key) {
        html::el(out, "p", {}, [&](Out& p) {
            html::el(p, "a", {url("href", form)}, call.words("identity.passkey.open_key"));
        });
        return;
    }
    html::form_open(out, action, call.tokens);
    own_password_field(out, call, view.password);
    html::submit(out, call.words("identity.passkey.open_key"));
    html::form_close(out);
}

void password_form(Out& out, const Call& call, const ProfileView& view) {
    const auto& words = call.words;
    const html::Url action = call.url("/profile/password");
    html::form_open(out, action, call.tokens);
    own_password_field(out, call, view.password);
    new_password_field(out, call, words("identity.profile.new_password"), view.password);
    html::submit(out, words("identity.profile.change_password"));
    html::form_close(out);
}

}  // namespace

std::string fingerprint_in_words(std::string_view public_key) {
    constexpr std::size_t shown_bytes = 12, group = 4;
    const std::string digits =
        platform::crypto::hex(platform::crypto::blake2b(public_key)).substr(0, 2 * shown_bytes);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % group == 0) text += ' ';
        text += digits[i];
    }
    return text;
}

html::Page profile_page(const Call& call, const ProfileView& view) {
    const auto& words = call.words;
    const std::string title = words("identity.profile.title");
    html::Page page{.title = view.password.valid() ? title : words("form.error_title", {{"title", title}}),
                    .section = "profile",
                    .crumbs = {{title, ""}},
                    .help = "profile"};
    Out& out = page.main;
    html::page_heading(out, title);
    done_notice(out, call, view.done);
    html::error_summary(out, words, view.password);
    html::panel(out, "who", words("identity.profile.who"), [&](Out& o) { who(o, call, view); });
    html::panel(out, "display", words("identity.profile.display"),
                [&](Out& o) { preferences_form(o, call, view.preferences); });
    const html::Url mails = call.url("/profile/mails");
    html::el(out, "p", {},
             [&](Out& o) { html::el(o, "a", {url("href", mails)}, words("identity.profile.mails")); });
    if (const auto* const provider = call.services.provider) {
        const html::Url link = call.url("/profile/provider");
        html::el(out, "p", {}, [&](Out& o) {
            html::el(o, "a", {url("href", link)},
                     words("identity.provider.title", {{"provider", provider->settings().name}}));
        });
        const html::Url phrase = call.url("/profile/unlock-phrase");
        html::el(out, "p", {},
                 [&](Out& o) { html::el(o, "a", {url("href", phrase)}, words("identity.unlock.title")); });
    }
    html::panel(out, "sessions", words("identity.profile.sessions"),
                [&](Out& o) { sessions(o, call, view); });
    html::panel(out, "factor", words("identity.second_factor.title"),
                [&](Out& o) { second_factor_part(o, call, view.second_factor); });
    if (view.key_closed)
        html::panel(out, "key", words("identity.passkey.key_closed"),
                    [&](Out& o) { key_part(o, call, view); });
    if (!view.opening_key && view.has_password)
        html::panel(out, "secret", words("identity.profile.change_password"),
                    [&](Out& o) { password_form(o, call, view); });
    return answered(std::move(page), view.answer);
}

}  // namespace maillage::identity
