#include <algorithm>

#include "domain/governance/body_words.hpp"
#include "domain/governance/member_pages.hpp"
#include "domain/governance/member_parts.hpp"
#include "platform/html/table.hpp"

namespace maillage::governance {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using platform::i18n::Words;

std::string members_path(const identity::Call& call, const Body& body, std::string_view rest) {
    return call.path("/bodies/" + body.code + "/members/" + std::string(rest));
}

void person_cell(Out& out, const Words& words, const Member& member) {
    if (member.person)
        out.text(*member.person);
    else
        el(out, "span", {a("class", "muted")}, words("governance.member.no_name"));
    // The accounts of the demonstration say it in their names.
    if (member.fictional && !member.account) {
        out.text(" ");
        el(out, "span", {a("class", "tag")}, words("governance.member.fictional"));
    }
}

void organisation_cell(Out& out, identity::Call& call, const Member& member) {
    if (!member.organisation) return;
    if (!call.may(Act::read_directory)) return out.text(*member.organisation);
    const html::Url target = call.url("/organisations/" + member.organisation_key.value_or(""));
    el(out, "a", {url("href", target)}, *member.organisation);
}

void change_cell(Out& out, identity::Call& call, const Body& body, const Member& member, bool replaced) {
    const Words& words = call.words;
    const std::string one = std::to_string(member.id.value);
    el(out, "div", {a("class", "row-acts")}, [&](Out& buttons) {
        if (member.until) {
            if (!replaced)
                post_button(buttons, call, members_path(call, body, one + "/reinstatement"),
                            words("governance.member.reinstate"), member.function);
            return;
        }
        const html::Url page = html::Url::path(members_path(call, body, one));
        el(buttons, "a", {a("class", "btn alt sm"), url("href", page)}, [&](Out& link) {
            link.text(words("governance.member.replace"));
            el(link, "span", {a("class", "sr")}, " " + member.function);
        });
        html::more_menu(buttons, words, member.function, [&](Out& sheet) {
            const html::Url ending = html::Url::path(members_path(call, body, one + "/ending"));
            html::form_open(sheet, ending, call.tokens);
            el(sheet, "button", {a("type", "submit"), a("class", "danger")}, [&](Out& button) {
                button.text(words("governance.member.end"));
                el(button, "span", {a("class", "sr")}, " " + member.function);
            });
            html::form_close(sheet);
        });
    });
}

void member_rows(Out& out, identity::Call& call, const Body& body, const std::vector<Member>& members) {
    const Words& words = call.words;
    const bool editor = call.may(Act::edit_governance);
    html::Table description{.caption = words("governance.member.caption"),
                            .columns = {{words("governance.member.function")},
                                        {words("governance.member.person")},
                                        {words("governance.member.organisation")},
                                        {words("governance.member.college")},
                                        {words("governance.member.standing")},
                                        {words("governance.member.seat")},
                                        {words("governance.member.from")},
                                        {words("governance.member.until")}}};
    if (editor) description.columns.push_back({words("governance.member.change")});
    html::table(out, words, description, members, [&](html::Row& row, const Member& member) {
        row.heading(member.function);
        row.cell([&](Out& o) { person_cell(o, words, member); });
        row.cell([&](Out& o) { organisation_cell(o, call, member); });
        row.cell(member.college ? in_words(words, *member.college) : std::string());
        row.cell(in_words(words, member.standing));
        row.cell(in_words(words, member.seat));
        row.cell([&](Out& o) { html::day(o, words, member.from); });
        row.cell([&](Out& o) {
            if (member.until) html::day(o, words, *member.until);
        });
        if (!editor) return;
        const bool replaced =
            std::ranges::any_of(members, [&](const Member& other) { return other.replaces == member.id; });
        row.cell([&](Out& o) { change_cell(o, call, body, member, replaced); });
    });
}

}  // namespace

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

void members_section(Out& out, identity::Call& call, const Body& body, const std::vector<Member>& members,
                     Members which) {
    const Words& words = call.words;
    const std::string base = call.path("/bodies/" + body.code);
    html::chips(out, words, words("governance.member.which"),
                {{.label = words("governance.member.of_today"),
                  .path = base,
                  .count = body.members,
                  .current = which == Members::of_today},
                 {.label = words("governance.member.of_all_time"),
                  .path = base + "?all=1",
                  .current = which == Members::of_all_time}});
    if (members.empty())
        html::empty_state(
            out, {.title = words("governance.member.none"), .why = words("governance.member.none_why")});
    else
        member_rows(out, call, body, members);
    if (!call.may(Act::edit_governance)) return;
    const html::Url add = html::Url::path(base + "/members/new");
    el(out, "p", {}, [&](Out& p) {
        el(p, "a", {a("class", "btn alt"), url("href", add)}, words("governance.member.add"));
    });
}

void ended_notice(Out& out, identity::Call& call, const Body& body) {
    const std::string ended(call.request.query.get("ended"));
    if (!call.may(Act::edit_governance) || ended.empty() || ended.size() > 18 ||
        ended.find_first_not_of("0123456789") != ended.npos)
        return;
    el(out, "div", {a("class", "notice"), a("role", "status")}, [&](Out& o) {
        el(o, "p", {}, call.words("governance.member.ended"));
        post_button(o, call, members_path(call, body, ended + "/reinstatement"),
                    call.words("governance.undo"), "");
    });
}

void by_right_notice(Out& out, const Words& words, const Body& body, const std::vector<Member>& members,
                     foundation::Date today) {
    for (const ByRight absent : missing_by_right(body.kind, held_seats(members, today)))
        html::notice(out, html::NoticeKind::warn, words("governance.by_right.title"),
                     absent == ByRight::prefect ? words("governance.by_right.prefect")
                                                : words("governance.by_right.prosecutor"));
}

}  // namespace maillage::governance
