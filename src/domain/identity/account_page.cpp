#include "domain/identity/account_page.hpp"

#include "domain/identity/role_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::a;
using html::Out;

void done_notice(Out& out, const Call& call, std::string_view done) {
    const auto say = [&](platform::i18n::Key key) {
        html::notice(out, html::NoticeKind::ok, call.words("identity.done"), call.words(key));
    };
    if (done == "mandate") say("identity.mandate.granted");
    if (done == "confirmed") say("identity.mandate.confirmed");
    if (done == "ended") say("identity.mandate.ended");
    if (done == "disabled") say("identity.account.was_disabled");
    if (done == "factor") say("identity.account.factor_removed");
    if (done == "handed") say("identity.account.handed");
    if (done == "taken") say("identity.account.taken_back");
}

html::Url below(const Call& call, const AccountRow& account, std::string_view rest) {
    return call.url("/accounts/" + account.public_id + std::string(rest));
}

struct Button {
    std::string_view action;
    platform::i18n::Key label;
};

void mandate_button(Out& out, const Call& call, const AccountRow& account, const MandateRow& mandate,
                    const Button& button) {
    const html::Url action = below(call, account, button.action);
    html::form_open(out, action, call.tokens);
    html::void_el(out, "input", {a("type", "hidden"), a("name", "mandate"), a("value", mandate.id)});
    html::el(out, "button", {a("type", "submit"), a("class", "btn alt sm")}, call.words(button.label));
    html::form_close(out);
}

void confirmation(Out& out, const Call& call, const AccountRow& account, const MandateRow& mandate) {
    const auto& words = call.words;
    const Verdict verdict = may(call.actor, Act::manage_accounts, to_confirm(account, mandate));
    if (verdict)
        mandate_button(out, call, account, mandate, {"/mandates/confirmation", "identity.mandate.confirm"});
    else if (verdict.error().reason == Reason::done)
        html::status(out, html::State::ok, words("identity.mandate.counts"));
    else if (verdict.error().reason == Reason::not_opened)
        html::status(out, html::State::todo, words("identity.mandate.waits_for_opening"));
    else
        html::status(out, html::State::todo, words("identity.mandate.waits_for_another"));
}

void mandates(Out& out, const Call& call, const AccountRow& account, bool changeable) {
    const auto& words = call.words;
    if (account.mandates.empty()) {
        html::el(out, "p", {a("class", "muted")}, words("identity.account.no_mandate"));
        return;
    }
    const html::Table description{.caption = words("identity.account.mandates"),
                                  .columns = {{words("identity.mandate.role")},
                                              {words("identity.mandate.from")},
                                              {words("identity.mandate.until")},
                                              {words("identity.mandate.second_person")},
                                              {words("identity.mandate.end")}}};
    html::table(out, words, description, account.mandates, [&](html::Row& row, const MandateRow& mandate) {
        row.heading(role_in_words(words, mandate.role));
        row.cell(words.date(mandate.from));
        row.cell(mandate.until ? words.date(*mandate.until) : words("identity.mandate.open"));
        const bool valid = valid_on(mandate, call.today);
        row.cell([&](Out& o) {
            if (valid && account.active) confirmation(o, call, account, mandate);
        });
        row.cell([&](Out& o) {
            if (!valid)
                o.text(words("identity.mandate.over"));
            else if (changeable)
                mandate_button(o, call, account, mandate, {"/mandates/end", "identity.mandate.end"});
        });
    });
}

void mandate_part(Out& out, const Call& call, const AccountView& view) {
    const html::Url action = below(call, view.account, "/mandates");
    html::form_open(out, action, call.tokens);
    mandate_fields(out, call, view.mandate);
    html::submit(out, call.words("identity.mandate.grant"));
    html::form_close(out);
}

void code_part(Out& out, const Call& call, const AccountView& view) {
    const html::Url action = below(call, view.account, "/invitation");
    const auto& words = call.words;
    if (view.account.invited_until)
        html::el(
            out, "p", {},
            words("identity.account.invited_until", {{"date", words.time(*view.account.invited_until)}}));
    html::el(out, "p", {}, words("identity.account.code_advice"));
    html::form_open(out, action, call.tokens);
    html::el(out, "button", {a("type", "submit"), a("class", "btn alt")}, words("identity.account.new_code"));
    html::form_close(out);
}

void factor_part(Out& out, const Call& call, const AccountView& view) {
    const html::Url action = below(call, view.account, "/second-factor/removal");
    html::el(out, "p", {}, call.words("identity.account.factor_advice"));
    html::form_open(out, action, call.tokens);
    html::el(out, "button", {a("type", "submit"), a("class", "btn alt danger")},
             call.words("identity.account.factor_remove"));
    html::form_close(out);
}

void directory_part(Out& out, const Call& call, const AccountRow& account) {
    const auto& words = call.words;
    const bool kept = account.kept_by_directory;
    const html::Url action = below(call, account, "/directory");
    html::el(out, "p", {},
             words(kept ? platform::i18n::Key("identity.account.kept_by_directory")
                        : platform::i18n::Key("identity.account.kept_by_people")));
    html::form_open(out, action, call.tokens);
    html::void_el(out, "input",
                  {a("type", "hidden"), a("name", "keeper"), a("value", kept ? "people" : "directory")});
    html::el(out, "button", {a("type", "submit"), a("class", "btn alt")},
             words(kept ? platform::i18n::Key("identity.account.take_back")
                        : platform::i18n::Key("identity.account.hand_over")));
    html::form_close(out);
}

void disable_part(Out& out, const Call& call, const AccountView& view) {
    const html::Url action = below(call, view.account, "/disable");
    html::el(out, "p", {}, call.words("identity.account.disable_advice"));
    html::form_open(out, action, call.tokens);
    html::el(out, "button", {a("type", "submit"), a("class", "btn danger")},
             call.words("identity.account.disable"));
    html::form_close(out);
}

}  // namespace

html::Page account_page(const Call& call, const AccountView& view) {
    const auto& words = call.words;
    const AccountRow& account = view.account;
    const html::FormState& errors = view.mandate.state;
    const std::string title = words("identity.account.title");
    const bool own = account.id == call.actor.account;
    const bool changeable = call.may(Act::manage_accounts, rights_of(account));
    html::Page page{
        .title = errors.valid() ? title : words("form.error_title", {{"title", title}}),
        .status = errors.valid() ? 200 : 422,
        .section = "accounts",
        .crumbs = {{words("identity.accounts.title"), call.path("/accounts")}, {account.display_name, ""}},
        .help = "accounts"};
    Out& out = page.main;
    html::page_heading(out, account.display_name, account.email);
    done_notice(out, call, view.done);
    html::error_summary(out, words, errors);
    if (!account.active)
        html::notice(out, html::NoticeKind::warn, words("identity.account.disabled"),
                     words("identity.account.disabled_why"));
    if (own)
        html::notice(out, html::NoticeKind::info, words("identity.account.own"),
                     words("identity.account.own_why"));
    html::panel(out, "mandates", words("identity.account.mandates"),
                [&](Out& o) { mandates(o, call, account, changeable); });
    if (!changeable) return page;
    html::panel(out, "grant", words("identity.mandate.grant"), [&](Out& o) { mandate_part(o, call, view); });
    html::panel(out, "renew", words("identity.account.code"), [&](Out& o) { code_part(o, call, view); });
    if (account.second_factor)
        html::panel(out, "factor", words("identity.second_factor.title"),
                    [&](Out& o) { factor_part(o, call, view); });
    html::panel(out, "directory", words("identity.account.directory"),
                [&](Out& o) { directory_part(o, call, account); });
    html::panel(out, "stop", words("identity.account.disable"), [&](Out& o) { disable_part(o, call, view); });
    return page;
}

html::Page new_account_page(const Call& call, const MandateForm& form) {
    const auto& words = call.words;
    const html::FormState& state = form.state;
    const std::string title = words("identity.accounts.new");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .status = state.valid() ? 200 : 422,
                    .section = "accounts",
                    .crumbs = {{words("identity.accounts.title"), call.path("/accounts")}, {title, ""}},
                    .help = "accounts"};
    Out& out = page.main;
    html::page_heading(out, title);
    html::error_summary(out, words, state);
    const html::Url action = call.url("/accounts");
    html::form_open(out, action, call.tokens);
    html::text_field(
        out, words,
        {.name = "name", .label = words("identity.account.name"), .required = true, .max_length = 120},
        state);
    html::text_field(out, words,
                     {.name = "email",
                      .label = words("identity.account.email"),
                      .hint = words("identity.account.email_hint"),
                      .kind = html::FieldKind::email,
                      .required = true,
                      .max_length = 254},
                     state);
    mandate_fields(out, call, form);
    html::submit(out, words("identity.accounts.create"));
    html::form_close(out);
    return page;
}

html::Page code_page(const Call& call, const AccountRow& account, const NewCode& code) {
    const auto& words = call.words;
    const std::string title = words("identity.code.title");
    const std::string path = call.path("/accounts/" + account.public_id);
    html::Page page{.title = title,
                    .section = "accounts",
                    .crumbs = {{words("identity.accounts.title"), call.path("/accounts")},
                               {account.display_name, path},
                               {title, ""}},
                    .help = "accounts"};
    Out& out = page.main;
    html::page_heading(out, title, account.display_name);
    html::el(out, "p", {}, words("identity.code.what"));
    html::el(out, "p", {},
             [&](Out& p) { html::el(p, "strong", {}, [&](Out& s) { html::el(s, "code", {}, code.code); }); });
    html::el(out, "p", {}, words("identity.code.until", {{"date", words.time(code.until)}}));
    html::notice(out, html::NoticeKind::warn, words("identity.code.once"), words("identity.code.once_why"));
    html::el(out, "p", {}, words("identity.code.then"));
    const html::Url target = html::Url::path(path);
    html::el(out, "p", {}, [&](Out& p) {
        html::el(p, "a", {a("class", "btn"), url("href", target)}, words("identity.code.account"));
    });
    return page;
}

void write_json(platform::JsonWriter& json, const AccountRow& account) {
    json.begin_object().member("id", account.public_id).member("name", account.display_name);
    json.member("email", account.email).member("active", account.active);
    json.member("fictional", account.fictional)
        .member("opened", account.opened)
        .member("second_factor", account.second_factor)
        .key("mandates")
        .begin_array();
    for (const MandateRow& mandate : account.mandates) {
        json.begin_object().member("role", name_of(mandate.role)).member("from", mandate.from.iso());
        json.member("confirmed", mandate.confirmed);
        json.key("until");
        if (mandate.until)
            json.value(mandate.until->iso());
        else
            json.null();
        json.end_object();
    }
    json.end_array().end_object();
}

}  // namespace maillage::identity
