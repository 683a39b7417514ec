#include "domain/indicators/dashboard_page.hpp"

#include <algorithm>
#include <map>

#include "domain/indicators/agreement_form.hpp"
#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;
using platform::i18n::Words;

void tabs(Out& out, const Call& call, std::string_view current, const std::vector<Section>& board) {
    std::vector<html::Tab> pages{
        {call.words("indicators.board.council"), call.path("/dashboard"), current == "council"}};
    for (const Section& section : board)
        if (!section.group.code.empty())
            pages.push_back(
                {section.group.code, group_path(call, section.group), current == section.group.code});
    pages.push_back(
        {call.words("indicators.missing.title"), call.path("/indicators/missing"), current == "missing"});
    pages.push_back({call.words("indicators.board.final_review"), call.path("/final-review"), false});
    html::tabs(out, call.words("indicators.board.title"), pages);
}

bool fills_any(const Call& call, const Section& section) {
    return std::ranges::any_of(
        section.readings, [&](const Reading& reading) { return may_fill(call.actor, reading.indicator); });
}

void link(Out& out, const std::string& path, const std::string& label) {
    const html::Url target = html::Url::path(path);
    el(out, "p", {a("class", "more")}, [&](Out& p) { el(p, "a", {url("href", target)}, label); });
}

// Who may add some begins with a table of them.
html::EmptyState no_indicator(const Call& call, std::string title) {
    html::EmptyState state{.title = std::move(title), .why = call.words("indicators.board.empty_why")};
    if (!call.may(Act::edit_indicators)) return state;
    state.action = call.words("indicators.act.import");
    state.path = call.path("/indicators/import");
    return state;
}

void group_panel(Out& out, const Call& call, const Section& section) {
    const Words& words = call.words;
    html::panel(out, section.group.code, group_name(words, section.group), [&](Out& o) {
        set_notice(o, words, section.judged);
        if (section.readings.empty())
            el(o, "p", {a("class", "muted")}, words("indicators.board.none"));
        else
            readings_table(o, call, group_name(words, section.group), section.readings);
        link(o, group_path(call, section.group),
             words("indicators.board.group", {{"group", section.group.code}}));
    });
}

void present_button(Out& out, const Call& call, const std::string& path) {
    const html::Url target = html::Url::path(path);
    el(out, "a", {url("href", target), a("class", "btn alt")}, call.words("indicators.slides.open"));
}

struct Asked {
    const Reading* reading;
    const Section* section;
};

void owner_panel(Out& out, const Call& call, const std::string& owner, const std::vector<Asked>& asked) {
    const Words& words = call.words;
    const std::string title =
        owner.empty() ? words("indicators.field.no_owner") : asked.front().reading->indicator.owner_name;
    html::panel(out, "o-" + (owner.empty() ? std::string("nobody") : owner), title, [&](Out& o) {
        if (owner.empty()) el(o, "p", {}, words("indicators.missing.nobody"));
        const html::Table description{.caption = title,
                                      .columns = {{words("indicators.field.name")},
                                                  {words("indicators.field.group")},
                                                  {words("indicators.field.frequency")},
                                                  {words("indicators.missing.periods")}}};
        html::table(o, words, description, asked, [&](html::Row& row, const Asked& one) {
            const Indicator& indicator = one.reading->indicator;
            const Definition& said = indicator.definition;
            row.heading([&](Out& cell) {
                const html::Url target = html::Url::path(indicator_path(call, indicator));
                el(cell, "a", {url("href", target)}, localised(words, said.name, said.name_en));
                if (indicator.owner_ended)
                    el(cell, "div", {a("class", "muted")},
                       words("indicators.owner.ended", {{"owner", indicator.owner_name}}));
            });
            row.cell([&](Out& cell) {
                const bool council = one.section->group.code.empty();
                const std::string name =
                    council ? words("indicators.board.council") : one.section->group.code;
                if (!may_fill(call.actor, indicator)) return cell.text(name);
                const html::Url entry = html::Url::path(group_path(call, one.section->group, "/entry"));
                el(cell, "a",
                   {url("href", entry), a("aria-label", words("indicators.entry.title", {{"group", name}}))},
                   name);
            });
            row.cell(in_words(words, said.frequency));
            row.cell(one.reading->missing.empty() ? words("indicators.missing.nothing_yet")
                                                  : periods_in_words(words, one.reading->missing));
        });
    });
}

}  // namespace

// Whoever answers for one organisation reads what is asked of it; the others, all.
bool is_asked(const Call& call, const Reading& reading) {
    const Indicator& indicator = reading.indicator;
    const bool one_organisation =
        call.actor.organisation && call.may(Act::fill_indicators) && !call.may(Act::edit_indicators);
    if (one_organisation) return !reading.missing.empty() && may_fill(call.actor, indicator);
    return !reading.missing.empty() || (!indicator.has_owner() && !indicator.definition.computed);
}

html::Page dashboard_page(Call& call, const std::vector<Section>& board) {
    const Words& words = call.words;
    html::Page page{
        .title = words("indicators.board.title"), .main = {}, .section = "dashboard", .help = "indicators"};
    Out& out = page.main;
    html::page_heading(
        out, page.title, words("indicators.board.situation", {{"day", words.date_long(call.today)}}),
        [&](Out& o) {
            present_button(o, call, call.path("/slides"));
            const html::Url snapshots = call.url("/snapshots");
            el(o, "a", {url("href", snapshots), a("class", "btn alt")}, words("indicators.board.snapshots"));
            if (!call.may(Act::edit_indicators)) return;
            const html::Url add = call.url("/indicators/new");
            el(o, "a", {url("href", add), a("class", "btn")}, words("indicators.act.new"));
            const html::Url import = call.url("/indicators/import");
            el(o, "a", {url("href", import), a("class", "btn alt")}, words("indicators.act.import"));
        });
    tabs(out, call, "council", board);
    for (const Section& section : board) {
        if (!section.group.code.empty()) {
            group_panel(out, call, section);
            continue;
        }
        html::panel(out, "council", words("indicators.board.council"), [&](Out& o) {
            if (section.readings.empty())
                return html::empty_state(o, no_indicator(call, words("indicators.board.empty")));
            readings_table(o, call, words("indicators.board.council"), section.readings);
            if (call.may(Act::edit_indicators) && fills_any(call, section))
                link(o, group_path(call, section.group, "/entry"), words("indicators.entry.open"));
        });
    }
    return page;
}

html::Page group_page(Call& call, const GroupView& view) {
    const Words& words = call.words;
    const Section& section = view.section;
    const html::FormState& agreement = view.agreement;
    const std::string name = group_name(words, section.group);
    html::Page page{.title = agreement.valid() ? name : words("form.error_title", {{"title", name}}),
                    .main = {},
                    .status = agreement.valid() ? 200 : 422,
                    .section = "dashboard",
                    .crumbs = {{words("indicators.board.title"), call.path("/dashboard")}, {name, ""}},
                    .help = "indicators"};
    Out& out = page.main;
    html::page_heading(
        out, name, words("indicators.board.situation", {{"day", words.date_long(call.today)}}), [&](Out& o) {
            const std::string which =
                section.group.code.empty() ? std::string(council_section) : section.group.code;
            present_button(o, call, call.path("/slides?groups=" + which));
            if (!fills_any(call, section)) return;
            const html::Url entry = html::Url::path(group_path(call, section.group, "/entry"));
            el(o, "a", {url("href", entry), a("class", "btn")}, words("indicators.entry.open"));
        });
    html::error_summary(out, words, agreement);
    set_notice(out, words, section.judged);
    if (section.readings.empty()) {
        html::empty_state(out, no_indicator(call, words("indicators.board.none")));
        return page;
    }
    readings_table(out, call, words("indicators.board.of_group"), section.readings);
    for (const Reading& reading : section.readings) charts(out, words, reading);
    agreement_form(out, call, section, view.bodies, agreement);
    link(out, call.path("/actions?group=" + section.group.code), words("indicators.board.actions"));
    return page;
}

html::Page missing_page(Call& call, const std::vector<Section>& board) {
    const Words& words = call.words;
    html::Page page{.title = words("indicators.missing.title"),
                    .main = {},
                    .section = "dashboard",
                    .crumbs = {{words("indicators.board.title"), call.path("/dashboard")},
                               {words("indicators.missing.title"), ""}},
                    .help = "indicators"};
    Out& out = page.main;
    html::page_heading(out, page.title, words("indicators.missing.why"));
    tabs(out, call, "missing", board);
    if (call.may(identity::Act::edit_governance))
        link(out, call.path("/reminders"), words("indicators.missing.remind"));
    // Those of nobody first: somebody must be found.
    std::map<std::string, std::vector<Asked>> by_owner;
    for (const Section& section : board)
        for (const Reading& reading : section.readings)
            if (is_asked(call, reading))
                by_owner[reading.indicator.has_owner() ? reading.indicator.definition.owner : std::string()]
                    .push_back({&reading, &section});
    if (by_owner.empty())
        html::empty_state(
            out, {.title = words("indicators.missing.none"), .why = words("indicators.missing.none_why")});
    for (const auto& [owner, asked] : by_owner) owner_panel(out, call, owner, asked);
    return page;
}

}  // namespace maillage::indicators
