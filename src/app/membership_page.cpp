#include "app/membership_page.hpp"

#include "platform/html/components.hpp"
#include "platform/html/form.hpp"
#include "platform/html/table.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using platform::i18n::Words;

std::string membership_path(const identity::Call& call, const territory::Membership& membership,
                            std::string_view act) {
    return call.path("/territory/communes/" + std::to_string(membership.id.value) + std::string(act));
}

void change_cell(Out& out, identity::Call& call, const territory::Membership& membership,
                 const html::FormState& state) {
    const Words& words = call.words;
    if (membership.days.until) {
        const html::Url reopen = html::Url::path(membership_path(call, membership, "/reopening"));
        html::form_open(out, reopen, call.tokens);
        el(out, "button", {a("class", "btn alt sm"), a("type", "submit")}, [&](Out& o) {
            o.text(words("territory.membership.reopen"));
            el(o, "span", {a("class", "sr")}, " " + membership.commune);
        });
        html::form_close(out);
        return;
    }
    const std::string field = "until-" + std::to_string(membership.id.value);
    const html::Url end = html::Url::path(membership_path(call, membership, "/ending"));
    const auto form = [&](Out& box) {
        html::form_open(box, end, call.tokens);
        html::date_field(box, words,
                         {.name = field, .label = words("territory.membership.until"), .required = true},
                         state);
        html::submit(box, words("territory.membership.end"));
        html::form_close(box);
    };
    if (state.error(field) != nullptr) return form(out);
    html::disclosure(out, words("territory.membership.end") + " : " + membership.commune, form);
}

void rows(Out& out, identity::Call& call, const MembershipView& view, const html::FormState& state) {
    const Words& words = call.words;
    const bool editor = call.may(Act::edit_governance);
    html::Table table{.caption = words("territory.membership.caption"),
                      .columns = {{words("territory.commune.name")},
                                  {words("territory.commune.standing")},
                                  {words("territory.membership.since")},
                                  {words("territory.membership.until")},
                                  {words("territory.membership.source")}}};
    if (editor) table.columns.push_back({words("territory.membership.change")});
    const auto day = [&](Out& o, const std::optional<foundation::Date>& date) {
        if (date) html::day(o, words, *date);
    };
    html::table(out, words, table, view.memberships, [&](html::Row& row, const territory::Membership& one) {
        row.heading(one.commune);
        row.cell(standing_in_words(words, one.standing));
        row.cell([&](Out& o) {
            if (!one.days.since) o.text(words("territory.membership.unknown_day"));
            day(o, one.days.since);
        });
        row.cell([&](Out& o) { day(o, one.days.until); });
        row.cell([&](Out& o) { el(o, "span", {a("lang", "fr")}, one.source); });
        if (editor) row.cell([&](Out& o) { change_cell(o, call, one, state); });
    });
}

void attach_form(Out& out, identity::Call& call, const MembershipView& view, const html::FormState& state) {
    const Words& words = call.words;
    std::vector<html::Option> communes, standings;
    for (const auto& commune : view.communes)
        communes.push_back({commune.code, commune.name + " (" + commune.code + ")"});
    for (const char* standing : {"associated", "proposed", "member"})
        standings.push_back({standing, standing_in_words(words, standing)});
    const html::Url action = call.url("/territory/communes");
    html::panel(out, "new", words("territory.membership.attach"), [&](Out& panel) {
        html::form_open(panel, action, call.tokens);
        html::select_field(panel, words,
                           {.name = "commune",
                            .label = words("territory.commune.name"),
                            .options = communes,
                            .required = true},
                           state);
        html::select_field(panel, words,
                           {.name = "standing",
                            .label = words("territory.commune.standing"),
                            .options = standings,
                            .required = true},
                           state);
        html::date_field(panel, words,
                         {.name = "since", .label = words("territory.membership.since"), .required = true},
                         state);
        html::text_field(panel, words,
                         {.name = "source",
                          .label = words("territory.membership.source"),
                          .hint = words("territory.membership.source_hint"),
                          .required = true},
                         state);
        html::submit(panel, words("territory.membership.attach"));
        html::form_close(panel);
    });
}

}  // namespace

std::string standing_in_words(const Words& words, std::string_view standing) {
    if (standing == "member") return words("territory.standing.member");
    if (standing == "associated") return words("territory.standing.associated");
    if (standing == "proposed") return words("territory.standing.proposed");
    return words("territory.standing.none");
}

html::Page membership_page(identity::Call& call, const MembershipView& view, const html::FormState& state) {
    const Words& words = call.words;
    html::Page page{.title = words("territory.membership.title"),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "territory",
                    .crumbs = {{words("territory.title"), call.path("/territory")},
                               {words("territory.membership.title"), ""}},
                    .help = "territory"};
    Out& out = page.main;
    html::page_heading(out, page.title);
    if (!state.valid()) page.title = words("form.error_title", {{"title", page.title}});
    html::error_summary(out, words, state);
    if (view.memberships.empty())
        html::empty_state(out, {.title = words("territory.membership.none"),
                                .why = words("territory.membership.none_why")});
    else
        rows(out, call, view, state);
    if (call.may(Act::edit_governance)) attach_form(out, call, view, state);
    return page;
}

}  // namespace maillage::app
