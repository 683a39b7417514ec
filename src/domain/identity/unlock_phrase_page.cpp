#include "domain/identity/unlock_phrase_page.hpp"

#include "domain/identity/password_form.hpp"
#include "platform/html/components.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::el;
using html::Out;

constexpr std::string_view path = "/profile/unlock-phrase";

void phrase_typed(Out& out, const Call& call, const html::FormState& state) {
    html::text_field(out, call.words,
                     {.name = std::string(phrase_field),
                      .label = call.words("identity.unlock.phrase"),
                      .kind = html::FieldKind::password,
                      .required = true,
                      .max_length = 512,
                      .autocomplete = "off"},
                     state);
}

void opening_form(Out& out, const Call& call, const UnlockPhraseView& view) {
    const html::Url action = call.url(std::string(path) + "/opening");
    html::form_open(out, action, fresh_tokens(call));
    phrase_typed(out, call, view.opening);
    html::submit(out, call.words("identity.passkey.open_key"));
    html::form_close(out);
}

// What the person has to prove with: the password, or the phrase there is, and the second factor.
void choosing_form(Out& out, const Call& call, const UnlockPhraseView& view) {
    const html::Url action = call.url(path);
    html::form_open(out, action, fresh_tokens(call));
    if (view.has_password)
        own_password_field(out, call, view.choosing);
    else if (view.chosen)
        phrase_typed(out, call, view.choosing);
    if (view.with) second_factor_fields(out, call, view.choosing, *view.with);
    new_password_field(out, call, call.words("identity.unlock.new_phrase"), view.choosing);
    html::submit(out, call.words("identity.unlock.keep"));
    html::form_close(out);
}

void state_of_key(Out& out, const Call& call, const UnlockPhraseView& view) {
    const auto& words = call.words;
    if (!view.has_pair) {
        el(out, "p", {}, words("identity.unlock.nothing_sealed"));
    } else if (view.open) {
        el(out, "p", {}, words("identity.unlock.is_open"));
    } else if (!view.chosen) {
        el(out, "p", {}, words("identity.unlock.none_chosen"));
        if (!view.has_password) return;
        const html::Url with_password = call.url("/profile?open=key");
        el(out, "p", {},
           [&](Out& p) { el(p, "a", {url("href", with_password)}, words("identity.unlock.with_password")); });
    } else {
        el(out, "p", {}, words("identity.unlock.is_closed"));
        opening_form(out, call, view);
    }
}

}  // namespace

html::Page unlock_phrase_page(const Call& call, const UnlockPhraseView& view) {
    const auto& words = call.words;
    const std::string title = words("identity.unlock.title");
    const html::FormState& told = view.opening.valid() ? view.choosing : view.opening;
    html::Page page{.title = told.valid() ? title : words("form.error_title", {{"title", title}}),
                    .section = "profile",
                    .crumbs = {{words("identity.profile.title"), call.path("/profile")}, {title, ""}},
                    .help = "unlock-phrase"};
    Out& out = page.main;
    html::page_heading(out, title);
    if (view.done == "open")
        html::notice(out, html::NoticeKind::ok, words("identity.done"), words("identity.passkey.key_opened"));
    if (view.done == "chosen")
        html::notice(out, html::NoticeKind::ok, words("identity.done"), words("identity.unlock.kept"));
    html::error_summary(out, words, told);
    el(out, "p", {}, words("identity.unlock.what"));
    html::panel(out, "key", words("identity.profile.key"), [&](Out& o) { state_of_key(o, call, view); });
    const std::string choose =
        view.chosen ? words("identity.unlock.change") : words("identity.unlock.choose");
    html::panel(out, "phrase", choose, [&](Out& o) {
        if (view.chosen) el(o, "p", {}, words("identity.unlock.since", {{"when", words.time(*view.chosen)}}));
        choosing_form(o, call, view);
        el(o, "p", {html::a("class", "muted")}, words("identity.unlock.forgotten"));
    });
    return answered(std::move(page), view.answer);
}

}  // namespace maillage::identity
