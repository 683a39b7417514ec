#include "domain/directory/organisation_pages.hpp"

#include <algorithm>

#include "domain/directory/organisation_form.hpp"
#include "platform/html/components.hpp"
#include "platform/html/link.hpp"
#include "platform/html/table.hpp"

namespace maillage::directory {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using platform::i18n::Words;

void button(Out& out, const html::Url& target, std::string_view label, std::string_view look) {
    el(out, "a", {a("class", look), url("href", target)}, label);
}

void post_button(Out& out, identity::Call& call, const std::string& path, std::string_view label,
                 std::string_view named) {
    const html::Url action = html::Url::path(path);
    html::form_open(out, action, call.tokens);
    el(out, "button", {a("class", "btn alt sm"), a("type", "submit")}, [&](Out& o) {
        o.text(label);
        if (!named.empty()) el(o, "span", {a("class", "sr")}, " " + std::string(named));
    });
    html::form_close(out);
}

void filters(Out& out, identity::Call& call, const ListQuestion& question,
             const std::vector<Network>& networks) {
    const Words& words = call.words;
    const html::Url action = call.url("/organisations");
    html::FormState state;
    state.values.add("q", question.words);
    state.values.add("kind", question.kind);
    state.values.add("network", question.network);
    const html::Option all{"", words("form.all")};
    std::vector<html::Option> kinds{{"", words("directory.list.any_kind")}}, options{all};
    for (const OrganisationKind kind : all_kinds())
        kinds.push_back({std::string(name_of(kind)), kind_in_words(words, name_of(kind))});
    for (const Network& network : networks) options.push_back({network.code, network.name});
    el(out, "form", {a("class", "filters"), a("method", "get"), url("action", action)}, [&](Out& form) {
        html::text_field(
            form, words,
            {.name = "q", .label = words("directory.list.words"), .kind = html::FieldKind::search}, state);
        html::select_field(form, words,
                           {.name = "kind", .label = words("directory.field.kind"), .options = kinds}, state);
        html::select_field(form, words,
                           {.name = "network", .label = words("directory.list.network"), .options = options},
                           state);
        html::submit(form, words("directory.list.filter"));
    });
    const std::string path = call.path("/organisations");
    html::chips(out, words, words("directory.list.which"),
                {{.label = words("directory.list.current"),
                  .path = html::link(path, call.request.query, {{"archived", ""}, {"page", ""}}),
                  .current = !question.archived},
                 {.label = words("directory.list.archived"),
                  .path = html::link(path, call.request.query, {{"archived", "1"}, {"page", ""}}),
                  .current = question.archived}});
}

void rows(Out& out, identity::Call& call, const OrganisationList& list) {
    const Words& words = call.words;
    const html::Table description{.caption = words("directory.list.caption"),
                                  .columns = {{words("directory.field.name")},
                                              {words("directory.field.kind")},
                                              {words("directory.field.networks")},
                                              {words("directory.field.phone")}}};
    html::table(out, words, description, list.rows, [&](html::Row& row, const OrganisationRow& item) {
        row.heading([&](Out& o) {
            const html::Url target = call.url("/organisations/" + item.organisation.key);
            el(o, "a", {url("href", target)}, item.organisation.name);
            if (!item.organisation.short_name.empty())
                el(o, "span", {a("class", "muted")}, " " + item.organisation.short_name);
        });
        row.cell(kind_in_words(words, item.organisation.kind));
        std::string networks;
        for (const std::string& name : item.networks) networks += (networks.empty() ? "" : ", ") + name;
        row.cell(networks);
        row.cell(item.phone);
    });
}

// Nothing for a function alone: it is nobody's data.
void basis_cell(Out& out, const Words& words, const ContactFields& fields) {
    if (!fields.personal()) return;
    out.text(basis_in_words(words, fields.basis) + " ");
    if (fields.informed_on)
        out.text(words("directory.contact.informed", {{"date", words.date(*fields.informed_on)}}));
    else
        html::status(out, html::State::todo, words("directory.contact.to_inform"));
}

void contact_rows(Out& out, identity::Call& call, const Organisation& organisation,
                  const std::vector<Contact>& contacts) {
    const Words& words = call.words;
    const bool editor = call.may(Act::edit_directory);
    html::Table description{.caption = words("directory.contact.caption"),
                            .columns = {{words("directory.contact.function")},
                                        {words("directory.contact.name")},
                                        {words("directory.contact.email")},
                                        {words("directory.field.phone")},
                                        {words("directory.contact.basis")}}};
    if (editor) description.columns.push_back({words("directory.contact.change")});
    const std::string base = call.path("/organisations/" + organisation.key + "/contacts/");
    html::table(out, words, description, contacts, [&](html::Row& row, const Contact& contact) {
        row.heading(contact.fields.function);
        row.cell([&](Out& o) {
            o.text(contact.fields.name);
            if (contact.fictional)
                el(o, "span", {a("class", "muted")}, " " + words("directory.contact.fictional"));
        });
        row.cell([&](Out& o) {
            if (contact.fields.email.empty()) return;
            const html::Url mail = html::Url::mail(contact.fields.email);
            el(o, "a", {url("href", mail)}, contact.fields.email);
        });
        row.cell(contact.fields.phone);
        row.cell([&](Out& o) { basis_cell(o, words, contact.fields); });
        if (!editor) return;
        row.cell([&](Out& o) {
            const std::string one = base + std::to_string(contact.id.value);
            const html::Url edit = html::Url::path(one + "/edit");
            el(o, "div", {a("class", "row")}, [&](Out& buttons) {
                el(buttons, "a", {a("class", "btn alt sm"), url("href", edit)}, [&](Out& link) {
                    link.text(words("directory.edit"));
                    el(link, "span", {a("class", "sr")}, " " + contact.fields.function);
                });
                post_button(buttons, call, one + "/removal", words("directory.contact.remove"),
                            contact.fields.function);
            });
        });
    });
}

std::vector<html::SummaryRow> summary(identity::Call& call, const Organisation& organisation,
                                      const std::vector<Network>& networks) {
    const Words& words = call.words;
    const OrganisationFields& fields = organisation.fields;
    std::vector<html::SummaryRow> rows;
    const auto add = [&](std::string term, std::string text) {
        if (!text.empty()) rows.push_back({std::move(term), [text](Out& o) { o.text(text); }});
    };
    add(words("directory.field.kind"), kind_in_words(words, fields.kind));
    add(words("directory.field.short_name"), fields.short_name);
    add(words("directory.field.address"), fields.address);
    add(words("directory.field.phone"), fields.phone);
    if (!fields.website.empty())
        rows.push_back({words("directory.field.website"), [site = fields.website](Out& o) {
                            const html::Url target = html::Url::external(site);
                            el(o, "a", {url("href", target), a("rel", "noreferrer")}, site);
                        }});
    std::string joined;
    for (const Network& network : networks)
        if (std::ranges::find(fields.networks, network.code) != fields.networks.end())
            joined += (joined.empty() ? "" : ", ") + network.name;
    add(words("directory.field.networks"), joined);
    add(words("directory.field.note"), fields.note);
    return rows;
}

// After a removal: the undo that lasts as long as the page, and the journal after it.
void undo_notice(Out& out, identity::Call& call, const Organisation& organisation) {
    const Words& words = call.words;
    const std::string removed(call.request.query.get("removed"));
    if (removed.empty() || removed.size() > 18 || removed.find_first_not_of("0123456789") != removed.npos)
        return;
    el(out, "div", {a("class", "notice"), a("role", "status")}, [&](Out& o) {
        el(o, "p", {}, words("directory.contact.removed"));
        post_button(o, call,
                    call.path("/organisations/" + organisation.key + "/contacts/" + removed + "/restoration"),
                    words("directory.undo"), "");
    });
}

}  // namespace

html::Page list_page(identity::Call& call, const ListQuestion& question, const OrganisationList& list,
                     const std::vector<Network>& networks) {
    const Words& words = call.words;
    html::Page page{
        .title = words("directory.list.title"), .main = {}, .section = "directory", .help = "directory"};
    Out& out = page.main;
    html::page_heading(out, page.title, words.plural("directory.list.count", list.total), [&](Out& actions) {
        if (!call.may(Act::edit_directory)) return;
        const html::Url target = call.url("/organisations/new");
        button(actions, target, words("directory.new"), "btn");
    });
    filters(out, call, question, networks);
    if (list.rows.empty()) {
        html::empty_state(out, {.title = words("directory.list.empty"),
                                .why = words("directory.list.empty_why"),
                                .action = words("directory.list.all"),
                                .path = call.path("/organisations")});
        return page;
    }
    rows(out, call, list);
    html::pagination(out, words,
                     {.path = call.path("/organisations"),
                      .query = call.request.query,
                      .page = question.page,
                      .rows = list.total,
                      .per_page = rows_a_page});
    return page;
}

html::Page organisation_page(identity::Call& call, const Organisation& organisation,
                             const std::vector<Contact>& contacts, const std::vector<Network>& networks) {
    const Words& words = call.words;
    const std::string base = call.path("/organisations/" + organisation.key);
    html::Page page{.title = words("directory.organisation.title"),
                    .main = {},
                    .section = "directory",
                    .crumbs = {{words("directory.list.title"), call.path("/organisations")},
                               {organisation.fields.name, ""}},
                    .help = "directory"};
    Out& out = page.main;
    const bool editor = call.may(Act::edit_directory);
    html::page_heading(
        out, organisation.fields.name,
        organisation.archived ? words("directory.organisation.archived") : std::string(), [&](Out& actions) {
            if (!editor) return;
            const html::Url edit = html::Url::path(base + "/edit");
            button(actions, edit, words("directory.edit"), "btn");
            post_button(actions, call, base + (organisation.archived ? "/restoration" : "/archive"),
                        organisation.archived ? words("directory.organisation.restore")
                                              : words("directory.organisation.archive"),
                        "");
        });
    undo_notice(out, call, organisation);
    html::panel(out, "identity", words("directory.organisation.identity"),
                [&](Out& o) { html::summary_list(o, words, summary(call, organisation, networks)); });
    html::panel(out, "contacts", words("directory.contact.caption"), [&](Out& o) {
        if (contacts.empty())
            html::empty_state(
                o, {.title = words("directory.contact.none"), .why = words("directory.contact.none_why")});
        else
            contact_rows(o, call, organisation, contacts);
        if (!editor) return;
        const html::Url add = html::Url::path(base + "/contacts/new");
        el(o, "p", {}, [&](Out& p) { button(p, add, words("directory.contact.add"), "btn alt"); });
    });
    return page;
}

}  // namespace maillage::directory
