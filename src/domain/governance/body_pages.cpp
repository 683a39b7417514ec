#include "domain/governance/body_pages.hpp"

#include "domain/governance/body_rules.hpp"
#include "domain/governance/body_words.hpp"
#include "domain/governance/member_pages.hpp"
#include "domain/governance/prefect_page.hpp"
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

}  // namespace

html::Page bodies_page(identity::Call& call, const std::vector<Body>& bodies,
                       const std::vector<PrefectRecord>& told) {
    const Words& words = call.words;
    html::Page page{
        .title = words("governance.bodies.title"), .main = {}, .section = "bodies", .help = "governance"};
    Out& out = page.main;
    std::vector<Rhythm> rhythms;
    for (const Body& body : bodies) rhythms.push_back(body.rhythm);
    html::page_heading(out, page.title,
                       words.plural("governance.bodies.expected", expected_meetings_a_year(rhythms)));
    if (bodies.empty()) {
        html::empty_state(out,
                          {.title = words("governance.bodies.empty"),
                           .why = words("governance.bodies.empty_why",
                                        {{"command", "maillage council load " + call.actor.council_slug}}),
                           .action = words("governance.bodies.how_to_load"),
                           .path = call.path("/help/council-files")});
        return page;
    }
    prefect_notice(out, call, told);
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
    ended_notice(out, call, body);
    by_right_notice(out, words, body, members, call.today);
    html::panel(out, "facts", words("governance.body.facts"), [&](Out& o) {
        html::summary_list(o, words, facts(words, body));
        if (!body.strategy_group) return;
        const html::Url actions = html::Url::path(call.path("/actions?group=" + *body.strategy_group));
        el(o, "p", {}, [&](Out& p) { el(p, "a", {url("href", actions)}, words("governance.body.actions")); });
    });
    html::panel(out, "members", words("governance.member.caption"),
                [&](Out& o) { members_section(o, call, body, members, which); });
    html::panel(out, "quorum", words("governance.quorum.title"),
                [&](Out& o) { quorum_section(o, call, body, members, nullptr); });
    return page;
}

}  // namespace maillage::governance
