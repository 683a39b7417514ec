#include "domain/governance/body_pages.hpp"

#include "domain/governance/body_rules.hpp"
#include "domain/governance/body_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::governance {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using platform::i18n::Words;

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

std::string nominative_in_words(const Words& words, BodyKind kind) {
    switch (may_hold_nominative_items(kind)) {
    case NominativeItems::never: return words("governance.nominative.never");
    case NominativeItems::under_charter: return words("governance.nominative.under_charter");
    }
    __builtin_unreachable();
}

std::vector<html::SummaryRow> facts(const Words& words, const Body& body) {
    std::vector<html::SummaryRow> rows;
    const auto add = [&](std::string term, std::string text) {
        if (!text.empty()) rows.push_back({std::move(term), [text](Out& o) { o.text(text); }});
    };
    add(words("governance.body.kind"), in_words(words, body.kind));
    add(words("governance.body.purpose"), purpose_in(words, body));
    add(words("governance.body.chaired_by"), body.chaired_by);
    add(words("governance.body.rhythm"), rhythm_in_words(words, body));
    add(words("governance.body.source"), body.source);
    add(words("governance.body.law"), law_in_words(words, body));
    add(words("governance.body.nominative"), nominative_in_words(words, body.kind));
    return rows;
}

void member_rows(Out& out, identity::Call& call, const Body& body, const std::vector<Member>& members) {
    const Words& words = call.words;
    const bool editor = call.may(Act::edit_governance);
    html::Table description{.caption = words("governance.member.caption"),
                            .columns = {{words("governance.member.function")},
                                        {words("governance.member.organisation")},
                                        {words("governance.member.standing")},
                                        {words("governance.member.seat")},
                                        {words("governance.member.from")},
                                        {words("governance.member.until")}}};
    if (editor) description.columns.push_back({words("governance.member.change")});
    const std::string base = call.path("/bodies/" + body.code + "/members/");
    html::table(out, words, description, members, [&](html::Row& row, const Member& member) {
        row.heading(member.function);
        row.cell([&](Out& o) {
            if (!member.organisation) return;
            if (!call.may(Act::read_directory)) return o.text(*member.organisation);
            const html::Url target = call.url("/organisations/" + member.organisation_key.value_or(""));
            el(o, "a", {url("href", target)}, *member.organisation);
        });
        row.cell(in_words(words, member.standing));
        row.cell(in_words(words, member.seat));
        row.cell([&](Out& o) { html::day(o, words, member.from); });
        row.cell([&](Out& o) {
            if (member.until) html::day(o, words, *member.until);
        });
        if (!editor) return;
        row.cell([&](Out& o) {
            const std::string one = base + std::to_string(member.id.value);
            post_button(o, call, one + (member.until ? "/reinstatement" : "/ending"),
                        member.until ? words("governance.member.reinstate") : words("governance.member.end"),
                        member.function);
        });
    });
}

// After an ending: the undo that lasts as long as the page; the former members keep theirs.
void undo_notice(Out& out, identity::Call& call, const Body& body) {
    const std::string ended(call.request.query.get("ended"));
    if (ended.empty() || ended.size() > 18 || ended.find_first_not_of("0123456789") != ended.npos) return;
    el(out, "div", {a("class", "notice"), a("role", "status")}, [&](Out& o) {
        el(o, "p", {}, call.words("governance.member.ended"));
        post_button(o, call, call.path("/bodies/" + body.code + "/members/" + ended + "/reinstatement"),
                    call.words("governance.undo"), "");
    });
}

}  // namespace

html::Page bodies_page(identity::Call& call, const std::vector<Body>& bodies) {
    const Words& words = call.words;
    html::Page page{
        .title = words("governance.bodies.title"), .main = {}, .section = "bodies", .help = "governance"};
    Out& out = page.main;
    std::vector<Rhythm> rhythms;
    for (const Body& body : bodies) rhythms.push_back(body.rhythm);
    html::page_heading(out, page.title,
                       words.plural("governance.bodies.expected", expected_meetings_a_year(rhythms)));
    if (bodies.empty()) {
        html::empty_state(
            out, {.title = words("governance.bodies.empty"), .why = words("governance.bodies.empty_why")});
        return page;
    }
    const html::Table description{.caption = words("governance.bodies.caption"),
                                  .columns = {{words("governance.bodies.name")},
                                              {words("governance.body.kind")},
                                              {words("governance.body.rhythm")},
                                              {words("governance.body.law")},
                                              {words("governance.bodies.members"), "", true}}};
    html::table(out, words, description, bodies, [&](html::Row& row, const Body& body) {
        row.heading([&](Out& o) {
            const html::Url target = call.url("/bodies/" + body.code);
            el(o, "a", {url("href", target)}, name_in(words, body));
        });
        row.cell(in_words(words, body.kind));
        row.cell(rhythm_in_words(words, body));
        row.cell(law_in_words(words, body));
        row.cell(words.number(body.members));
    });
    return page;
}

html::Page body_page(identity::Call& call, const Body& body, const std::vector<Member>& members,
                     Members which) {
    const Words& words = call.words;
    const std::string base = call.path("/bodies/" + body.code);
    html::Page page{
        .title = name_in(words, body),
        .main = {},
        .section = "bodies",
        .crumbs = {{words("governance.bodies.title"), call.path("/bodies")}, {name_in(words, body), ""}},
        .help = "governance"};
    Out& out = page.main;
    html::page_heading(out, page.title, in_words(words, body.kind));
    undo_notice(out, call, body);
    html::panel(out, "facts", words("governance.body.facts"), [&](Out& o) {
        html::summary_list(o, words, facts(words, body));
        if (!body.strategy_group) return;
        const html::Url actions = html::Url::path(call.path("/actions?group=" + *body.strategy_group));
        el(o, "p", {}, [&](Out& p) { el(p, "a", {url("href", actions)}, words("governance.body.actions")); });
    });
    html::panel(out, "members", words("governance.member.caption"), [&](Out& o) {
        html::chips(o, words, words("governance.member.which"),
                    {{.label = words("governance.member.of_today"),
                      .path = base,
                      .count = body.members,
                      .current = which == Members::of_today},
                     {.label = words("governance.member.of_all_time"),
                      .path = base + "?all=1",
                      .current = which == Members::of_all_time}});
        if (members.empty())
            html::empty_state(
                o, {.title = words("governance.member.none"), .why = words("governance.member.none_why")});
        else
            member_rows(o, call, body, members);
        if (!call.may(Act::edit_governance)) return;
        const html::Url add = html::Url::path(base + "/members/new");
        el(o, "p", {}, [&](Out& p) {
            el(p, "a", {a("class", "btn alt"), url("href", add)}, words("governance.member.add"));
        });
    });
    return page;
}

html::Page member_form_page(identity::Call& call, const Body& body,
                            const std::vector<directory::OrganisationChoice>& organisations,
                            const html::FormState& state, int status) {
    const Words& words = call.words;
    html::Page page{.title = words("governance.member.add"),
                    .main = {},
                    .status = status,
                    .section = "bodies",
                    .crumbs = {{words("governance.bodies.title"), call.path("/bodies")},
                               {name_in(words, body), call.path("/bodies/" + body.code)}},
                    .help = "governance"};
    Out& out = page.main;
    html::page_heading(out, page.title, name_in(words, body));
    if (!state.valid()) page.title = words("form.error_title", {{"title", page.title}});
    html::error_summary(out, words, state);
    std::vector<html::Option> choices;
    for (const auto& organisation : organisations) choices.push_back({organisation.key, organisation.name});
    const auto option = [&](auto value) {
        return html::Option{std::string(name_of(value)), in_words(words, value)};
    };
    const html::Url action = call.url("/bodies/" + body.code + "/members");
    html::form_open(out, action, call.tokens);
    html::text_field(out, words,
                     {.name = "function",
                      .label = words("governance.member.function"),
                      .hint = words("governance.member.function_hint"),
                      .required = true,
                      .max_length = 120},
                     state);
    html::select_field(
        out, words,
        {.name = "organisation", .label = words("governance.member.organisation"), .options = choices},
        state);
    html::radio_group(
        out, words,
        {.name = "standing",
         .label = words("governance.member.standing"),
         .options = {option(Standing::member), option(Standing::by_right), option(Standing::guest)},
         .required = true},
        state);
    html::radio_group(out, words,
                      {.name = "seat",
                       .label = words("governance.member.seat"),
                       .options = {option(Seat::holder), option(Seat::deputy)},
                       .required = true},
                      state);
    html::date_field(out, words, {.name = "from", .label = words("governance.member.from"), .required = true},
                     state);
    html::submit(out, words("governance.save"));
    html::form_close(out);
    return page;
}

}  // namespace maillage::governance
