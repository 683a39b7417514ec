#include "domain/identity/directory_token_page.hpp"

#include "domain/identity/scim_answer.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

html::Page page_of(const Call& call, const html::FormState& state) {
    const std::string title = call.words("identity.directory.title");
    return {.title = state.valid() ? title : call.words("form.error_title", {{"title", title}}),
            .status = state.valid() ? 200 : 422,
            .section = "accounts",
            .crumbs = {{call.words("identity.accounts.title"), call.path("/accounts")}, {title, ""}},
            .help = "directory-access"};
}

void address(Out& out, const Call& call) {
    el(out, "p", {}, [&](Out& p) {
        p.text(call.words("identity.directory.address") + " ");
        el(p, "code", {}, scim_base(call.request));
    });
}

void state_of(Out& out, const Call& call, const DirectoryTokenRow& token) {
    if (token.revoked_at)
        html::status(out, html::State::off, call.words("identity.directory.revoked"));
    else if (token.expires_at <= call.now)
        html::status(out, html::State::off, call.words("identity.directory.expired"));
    else
        html::status(out, html::State::ok, call.words("identity.directory.open"));
}

void revocation(Out& out, const Call& call, const DirectoryTokenRow& token) {
    if (token.revoked_at || token.expires_at <= call.now) return;
    const html::Url action = call.url("/accounts/directory/" + token.id + "/revocation");
    html::form_open(out, action, fresh_tokens(call));
    const std::string named = call.words("identity.directory.revoke_named", {{"name", token.name}});
    el(out, "button", {a("type", "submit"), a("class", "btn alt sm danger"), a("aria-label", named)},
       call.words("identity.directory.revoke"));
    html::form_close(out);
}

void list(Out& out, const Call& call, const std::vector<DirectoryTokenRow>& tokens) {
    const auto& words = call.words;
    if (tokens.empty()) {
        el(out, "p", {a("class", "muted")}, words("identity.directory.none"));
        return;
    }
    const html::Table description{.caption = words("identity.directory.tokens"),
                                  .columns = {{words("identity.directory.name")},
                                              {words("identity.directory.made")},
                                              {words("identity.directory.until")},
                                              {words("identity.directory.last_use")},
                                              {words("identity.directory.state")},
                                              {words("identity.directory.revocation")}}};
    html::table(out, words, description, tokens, [&](html::Row& row, const DirectoryTokenRow& token) {
        row.heading(token.name);
        row.cell(words("identity.directory.made_by",
                       {{"date", words.time(token.made_at)}, {"name", token.made_by}}));
        row.cell(words.time(token.expires_at));
        row.cell(token.last_used_at ? words.time(*token.last_used_at) : words("identity.directory.never"));
        row.cell([&](Out& o) { state_of(o, call, token); });
        row.cell([&](Out& o) { revocation(o, call, token); });
    });
}

void form(Out& out, const Call& call, const html::FormState& state) {
    const auto& words = call.words;
    const html::Url action = call.url("/accounts/directory");
    html::form_open(out, action, call.tokens);
    html::text_field(out, words,
                     {.name = "token_name",
                      .label = words("identity.directory.name"),
                      .hint = words("identity.directory.name_hint"),
                      .required = true,
                      .max_length = static_cast<int>(longest_token_name)},
                     state);
    html::select_field(out, words,
                       {.name = "token_life",
                        .label = words("identity.directory.life"),
                        .options = token_lives(words),
                        .required = true},
                       state);
    html::submit(out, words("identity.directory.make"));
    html::form_close(out);
}

}  // namespace

std::vector<html::Option> token_lives(const platform::i18n::Words& words) {
    std::vector<html::Option> lives;
    for (const int days : {90, 180, 365})
        lives.push_back({.value = std::to_string(days),
                         .label = words("identity.directory.days", {{"n", words.number(days)}})});
    return lives;
}

html::Page directory_tokens_page(const Call& call, const DirectoryTokensView& view) {
    const auto& words = call.words;
    html::Page page = page_of(call, view.state);
    Out& out = page.main;
    html::page_heading(out, words("identity.directory.title"), words("identity.directory.situation"));
    if (view.done == "revoked")
        html::notice(out, html::NoticeKind::ok, words("identity.done"),
                     words("identity.directory.was_revoked"));
    html::error_summary(out, words, view.state);
    html::notice(out, html::NoticeKind::info, words("identity.directory.no_rights"),
                 words("identity.directory.no_rights_why"));
    address(out, call);
    html::panel(out, "tokens", words("identity.directory.tokens"),
                [&](Out& o) { list(o, call, view.tokens); });
    html::panel(out, "make", words("identity.directory.make"), [&](Out& o) { form(o, call, view.state); });
    return page;
}

html::Page new_directory_token_page(const Call& call, const MadeDirectoryToken& made) {
    const auto& words = call.words;
    html::Page page = page_of(call, {});
    Out& out = page.main;
    html::page_heading(out, words("identity.directory.shown"));
    address(out, call);
    el(out, "p", {}, [&](Out& p) {
        p.text(words("identity.directory.token") + " ");
        el(p, "strong", {}, [&](Out& s) { el(s, "code", {a("class", "secret")}, made.text); });
    });
    el(out, "p", {}, words("identity.directory.valid_until", {{"date", words.time(made.expires_at)}}));
    html::notice(out, html::NoticeKind::warn, words("identity.directory.once"),
                 words("identity.directory.once_why"));
    const html::Url target = call.url("/accounts/directory");
    el(out, "p", {}, [&](Out& p) {
        el(p, "a", {a("class", "btn"), url("href", target)}, words("identity.directory.back"));
    });
    return page;
}

}  // namespace maillage::identity
