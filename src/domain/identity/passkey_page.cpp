#include "domain/identity/passkey_page.hpp"

#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

constexpr std::string_view path = "/profile/passkeys";

enum class Place { list, below };

html::Page page_with(const Call& call, const html::FormState& state, const std::string& title, Place place) {
    const auto& words = call.words;
    std::vector<html::Crumb> crumbs{{words("identity.profile.title"), call.path("/profile")}};
    if (place == Place::below) crumbs.push_back({words("identity.passkey.title"), call.path(path)});
    crumbs.push_back({title, ""});
    return {.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
            .section = "profile",
            .crumbs = std::move(crumbs),
            .help = "passkeys"};
}

void done_notice(Out& out, const Call& call, std::string_view done) {
    const auto say = [&](platform::i18n::Key key) {
        html::notice(out, html::NoticeKind::ok, call.words("identity.done"), call.words(key));
    };
    if (done == "added") say("identity.passkey.added");
    if (done == "renamed") say("identity.passkey.renamed");
    if (done == "removed") say("identity.passkey.removed");
}

std::string last_used(const Call& call, const Passkey& passkey) {
    return passkey.last_used_at ? call.words.time(*passkey.last_used_at)
                                : call.words("identity.passkey.never");
}

void list(Out& out, const Call& call, const PasskeysView& view) {
    const auto& words = call.words;
    if (view.passkeys.empty()) {
        el(out, "p", {}, words("identity.passkey.none"));
        return;
    }
    const html::Table description{.caption = words("identity.passkey.title"),
                                  .columns = {{words("identity.passkey.name")},
                                              {words("identity.passkey.created")},
                                              {words("identity.passkey.used")},
                                              {words("identity.passkey.kept_where")}}};
    html::table(out, words, description, view.passkeys, [&](html::Row& row, const Passkey& passkey) {
        const html::Url target = call.url(std::string(path) + "?passkey=" + passkey.id);
        row.heading([&](Out& o) { el(o, "a", {url("href", target)}, passkey.name); });
        row.cell(words.time(passkey.created_at));
        row.cell(last_used(call, passkey));
        row.cell(passkey.backed_up ? words("identity.passkey.on_several") : words("identity.passkey.on_one"));
    });
}

void name_field(Out& out, const Call& call, const html::FormState& state) {
    html::text_field(out, call.words,
                     {.name = "name",
                      .label = call.words("identity.passkey.name"),
                      .hint = call.words("identity.passkey.name_hint"),
                      .required = true,
                      .max_length = static_cast<int>(longest_passkey_name)},
                     state);
}

void add_form(Out& out, const Call& call, const PasskeysView& view) {
    const auto& words = call.words;
    if (!passkey_site(call.request)) {
        el(out, "p", {}, words("identity.passkey.no_site"));
        return;
    }
    if (view.passkeys.size() >= passkeys_at_most) {
        el(out, "p", {}, words("identity.passkey.too_many"));
        return;
    }
    const html::Url action = call.url(path);
    html::form_open(out, action, call.tokens);
    name_field(out, call, view.state);
    own_password_field(out, call, view.state);
    if (view.with) second_factor_fields(out, call, view.state, *view.with);
    html::submit(out, words("identity.passkey.add"));
    html::form_close(out);
}

void hidden_id(Out& out, const Passkey& passkey) {
    html::void_el(out, "input", {a("type", "hidden"), a("name", "passkey"), a("value", passkey.id)});
}

}  // namespace

html::Page passkeys_page(const Call& call, const PasskeysView& view) {
    const auto& words = call.words;
    html::Page page = page_with(call, view.state, words("identity.passkey.title"), Place::list);
    Out& out = page.main;
    html::page_heading(out, words("identity.passkey.title"));
    done_notice(out, call, view.done);
    html::error_summary(out, words, view.state);
    el(out, "p", {}, words("identity.passkey.what"));
    html::panel(out, "own-keys", words("identity.passkey.yours"), [&](Out& o) { list(o, call, view); });
    html::panel(out, "add", words("identity.passkey.add"), [&](Out& o) { add_form(o, call, view); });
    return answered(std::move(page), view.answer);
}

html::Page one_passkey_page(const Call& call, const PasskeysView& view, const Passkey& passkey) {
    const auto& words = call.words;
    html::Page page = page_with(call, view.state, words("identity.passkey.one"), Place::below);
    Out& out = page.main;
    html::page_heading(out, passkey.name);
    html::error_summary(out, words, view.state);
    const std::string opens =
        passkey.opens_key ? words("identity.passkey.opens_key") : words("identity.passkey.opens_no_key");
    html::summary_list(
        out, words,
        {{.term = words("identity.passkey.created"),
          .value = [&](Out& o) { o.text(words.time(passkey.created_at)); }},
         {.term = words("identity.passkey.used"), .value = [&](Out& o) { o.text(last_used(call, passkey)); }},
         {.term = words("identity.passkey.site"), .value = [&](Out& o) { o.text(passkey.rp_id); }},
         {.term = words("identity.passkey.personal_key"), .value = [&](Out& o) { o.text(opens); }}});
    html::FormState state = view.state;
    if (!state.values.find("name")) state.values.add("name", passkey.name);
    const html::Url name = call.url("/profile/passkeys/name"),
                    removal = call.url("/profile/passkeys/removal");
    html::panel(out, "rename", words("identity.passkey.rename"), [&](Out& o) {
        html::form_open(o, name, call.tokens);
        hidden_id(o, passkey);
        name_field(o, call, state);
        html::submit(o, words("identity.save"));
        html::form_close(o);
    });
    html::panel(out, "remove", words("identity.passkey.remove"), [&](Out& o) {
        el(o, "p", {}, words("identity.passkey.remove_what"));
        html::form_open(o, removal, fresh_tokens(call));
        hidden_id(o, passkey);
        own_password_field(o, call, state);
        if (view.with) second_factor_fields(o, call, state, *view.with);
        el(o, "button", {a("type", "submit"), a("class", "btn alt danger")},
           words("identity.passkey.remove"));
        html::form_close(o);
    });
    return answered(std::move(page), view.answer);
}

html::Page make_passkey_page(const Call& call, const NewPasskeyView& view) {
    const auto& words = call.words;
    html::Page page = page_with(call, {}, words("identity.passkey.add"), Place::below);
    Out& out = page.main;
    html::page_heading(out, words("identity.passkey.add"));
    el(out, "p", {}, words("identity.passkey.make_what"));
    const html::Url action = call.url("/profile/passkeys/registration");
    html::form_open(out, action, call.tokens);
    html::void_el(out, "input", {a("type", "hidden"), a("name", "name"), a("value", view.name)});
    ceremony_part(out, words,
                  {.options = view.options,
                   .ticket = view.ticket,
                   .label = words("identity.passkey.make"),
                   .without_script = words("identity.passkey.no_script_make"),
                   .creates = true,
                   .at_once = true});
    html::form_close(out);
    return page;
}

}  // namespace maillage::identity
