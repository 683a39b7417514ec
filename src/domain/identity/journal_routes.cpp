#include "domain/identity/journal_routes.hpp"

#include <fmt/chrono.h>

#include "domain/identity/account_rules.hpp"
#include "domain/identity/journal_store.hpp"
#include "domain/identity/journal_words.hpp"
#include "domain/identity/role_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/link.hpp"
#include "platform/html/table.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::Out;

struct Asked {
    JournalQuery query;
    html::FormState form;
};

std::optional<foundation::Date> asked_day(const Call& call, Asked& asked, const char* field) {
    const std::string_view typed = call.request.query.get(field);
    const auto day = html::parse_typed_date(typed);
    if (!typed.empty() && !day) asked.form.refuse(field, call.words("identity.journal.bad_date"));
    return day;
}

Asked read_question(const Call& call) {
    Asked asked{.query = {}, .form = {.values = call.request.query, .errors = {}}};
    asked.query.account = call.request.query.get("account");
    asked.query.before = parse_id(call.request.query.get("before"));
    asked.query.act = call.request.query.get("act");
    asked.query.from = asked_day(call, asked, "from");
    asked.query.until = asked_day(call, asked, "until");
    return asked;
}

JournalRows find(Call& call, const JournalQuery& query) {
    return call.services.database.transaction(
        call.actor.context(), [&](platform::db::Tx& tx) { return read_journal(tx, call.actor, query); });
}

std::vector<html::Option> act_options(const platform::i18n::Words& words) {
    std::vector<html::Option> options{{"", words("identity.journal.any_act")}};
    for (const NamedAct& act : named_acts())
        options.push_back({std::string(act.act), words(act.words), area_in_words(words, act.area)});
    return options;
}

std::vector<html::Option> person_options(const platform::i18n::Words& words, const JournalRows& found) {
    std::vector<html::Option> options{{"", words("identity.journal.anybody")}};
    for (const JournalPerson& person : found.people) options.push_back({person.account, person.name});
    return options;
}

void filters(Out& out, const Call& call, const Asked& asked, const JournalRows& found) {
    const auto& words = call.words;
    const html::Url action = call.url("/journal");
    html::el(out, "form", {a("method", "get"), url("action", action), a("class", "filters")}, [&](Out& form) {
        html::select_field(
            form, words,
            {.name = "act", .label = words("identity.journal.act"), .options = act_options(words)},
            asked.form);
        html::select_field(form, words,
                           {.name = "account",
                            .label = words("identity.journal.who"),
                            .options = person_options(words, found)},
                           asked.form);
        html::date_field(form, words, {.name = "from", .label = words("identity.journal.from")}, asked.form);
        html::date_field(form, words, {.name = "until", .label = words("identity.journal.until")},
                         asked.form);
        html::submit(form, words("identity.journal.filter"));
    });
}

void author(Out& out, const Call& call, const JournalRow& entry) {
    if (!entry.account) {
        out.text(call.words("identity.journal.application"));
        return;
    }
    const html::Url own =
        html::Url::path(html::link(call.path("/journal"), {}, {{"account", *entry.account}}));
    html::el(out, "a", {url("href", own)}, entry.name);
}

// An account by its name, anything else by its kind and number; with the role that was given, if one was.
void object(Out& out, const platform::i18n::Words& words, const JournalRow& entry) {
    if (entry.object_name.empty())
        out.text(object_in_words(words, entry.object_kind, entry.object));
    else
        out.text(entry.object_name);
    const auto role = role_named(entry.role);
    if (!role) return;
    out.text(" ");
    html::el(out, "span", {a("class", "muted")}, role_in_words(words, *role));
}

void entries(Out& out, const Call& call, const JournalRows& found) {
    const auto& words = call.words;
    const html::Table description{.caption = words("identity.journal.title"),
                                  .columns = {{words("identity.journal.at")},
                                              {words("identity.journal.who")},
                                              {words("identity.journal.act")},
                                              {words("identity.journal.object")},
                                              {words("identity.journal.outcome")}}};
    html::table(out, words, description, found.rows, [&](html::Row& row, const JournalRow& entry) {
        row.heading(words.time(entry.at));
        row.cell([&](Out& o) { author(o, call, entry); });
        row.cell(act_in_words(words, entry.act));
        row.cell([&](Out& o) { object(o, words, entry); });
        row.cell([&](Out& o) {
            html::status(o, entry.permitted ? html::State::ok : html::State::late,
                         words(entry.permitted ? platform::i18n::Key("identity.journal.permitted")
                                               : platform::i18n::Key("identity.journal.refused")));
        });
    });
}

}  // namespace

html::Answer show_journal(Call& call) {
    const auto& words = call.words;
    const Asked asked = read_question(call);
    const std::string title = words("identity.journal.title");
    html::Page page{.title = title,
                    .status = asked.form.valid() ? 200 : 422,
                    .section = "journal",
                    .crumbs = {{title, ""}},
                    .help = "journal"};
    html::page_heading(page.main, title, words("identity.journal.situation"));
    html::error_summary(page.main, words, asked.form);
    const JournalRows found = asked.form.valid() ? find(call, asked.query) : JournalRows{};
    filters(page.main, call, asked, found);
    if (!asked.form.valid()) return page;
    if (found.rows.empty()) {
        html::empty_state(page.main, {.title = words("identity.journal.empty"),
                                      .why = words("identity.journal.empty_why")});
        return page;
    }
    entries(page.main, call, found);
    if (found.next) {
        const html::Url older = html::Url::path(
            html::link(call.path("/journal"), call.request.query, {{"before", std::to_string(*found.next)}}));
        html::el(page.main, "p", {}, [&](Out& p) {
            html::el(p, "a", {a("class", "btn alt"), url("href", older)}, words("identity.journal.older"));
        });
    }
    return page;
}

http::Response show_journal_json(Call& call) {
    const JournalRows found = find(call, read_question(call).query);
    platform::JsonWriter json;
    json.begin_object().key("entries").begin_array();
    for (const JournalRow& entry : found.rows) {
        json.begin_object().member("id", entry.id).member("account", entry.account);
        json.member("at",
                    fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", std::chrono::floor<std::chrono::seconds>(entry.at)));
        json.member("act", entry.act).member("object_kind", entry.object_kind);
        json.member("object", entry.object).member("permitted", entry.permitted).end_object();
    }
    json.end_array().member("next", found.next).end_object();
    return http::Response::json(json.take());
}

}  // namespace maillage::identity
