#include "domain/indicators/dashboard_page.hpp"

#include <map>

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
    html::tabs(out, call.words("indicators.board.title"), pages);
}

void link(Out& out, const std::string& path, const std::string& label) {
    const html::Url target = html::Url::path(path);
    el(out, "p", {a("class", "more")}, [&](Out& p) { el(p, "a", {url("href", target)}, label); });
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

void agreement_form(Out& out, const Call& call, const Section& section, const html::FormState& state) {
    if (section.judged.proposed == 0 || !call.may(Act::edit_indicators)) return;
    const Words& words = call.words;
    html::panel(out, "agreement", words("indicators.agree.title"), [&](Out& o) {
        el(o, "p", {}, words("indicators.agree.why"));
        const html::Url target = html::Url::path(group_path(call, section.group, "/agreement"));
        html::form_open(o, target, fresh_tokens(call));
        html::SelectField proposed{
            .name = "indicator", .label = words("indicators.agree.which"), .options = {}, .required = true};
        for (const Reading& reading : section.readings)
            if (reading.indicator.standing == Standing::proposed) {
                const Definition& said = reading.indicator.definition;
                proposed.options.push_back({said.code, localised(words, said.name, said.name_en)});
            }
        html::checkbox_group(o, words, proposed, state);
        html::date_field(
            o, words, {.name = "agreed_on", .label = words("indicators.agree.on"), .required = true}, state);
        html::text_field(o, words,
                         {.name = "agreed_in",
                          .label = words("indicators.agree.in"),
                          .hint = words("indicators.agree.in_hint"),
                          .required = true},
                         state);
        html::submit(o, words("indicators.agree.save"));
        html::form_close(o);
    });
}

struct Asked {
    const Reading* reading;
    const Section* section;
};

}  // namespace

html::Page dashboard_page(Call& call, const std::vector<Section>& board) {
    const Words& words = call.words;
    html::Page page{
        .title = words("indicators.board.title"), .main = {}, .section = "dashboard", .help = "indicators"};
    Out& out = page.main;
    html::page_heading(
        out, page.title, words("indicators.board.situation", {{"day", words.date_long(call.today)}}),
        [&](Out& o) {
            const html::Url snapshots = call.url("/snapshots");
            el(o, "a", {url("href", snapshots), a("class", "btn alt")}, words("indicators.board.snapshots"));
            if (!call.may(Act::edit_indicators)) return;
            const html::Url add = call.url("/indicators/new");
            el(o, "a", {url("href", add), a("class", "btn")}, words("indicators.act.new"));
        });
    tabs(out, call, "council", board);
    for (const Section& section : board) {
        if (!section.group.code.empty()) {
            group_panel(out, call, section);
            continue;
        }
        html::panel(out, "council", words("indicators.board.council"), [&](Out& o) {
            if (section.readings.empty())
                return html::empty_state(o, {.title = words("indicators.board.empty"),
                                             .why = words("indicators.board.empty_why")});
            readings_table(o, call, words("indicators.board.council"), section.readings);
        });
    }
    return page;
}

html::Page group_page(Call& call, const Section& section, const html::FormState& agreement) {
    const Words& words = call.words;
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
            if (!call.may(Act::edit_indicators) || section.readings.empty()) return;
            const html::Url entry = html::Url::path(group_path(call, section.group, "/entry"));
            el(o, "a", {url("href", entry), a("class", "btn")}, words("indicators.entry.open"));
        });
    html::error_summary(out, words, agreement);
    set_notice(out, words, section.judged);
    if (section.readings.empty()) {
        html::empty_state(
            out, {.title = words("indicators.board.none"), .why = words("indicators.board.empty_why")});
        return page;
    }
    readings_table(out, call, words("indicators.board.of_group"), section.readings);
    for (const Reading& reading : section.readings) charts(out, words, reading);
    agreement_form(out, call, section, agreement);
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
    std::map<std::string, std::vector<Asked>> by_owner;
    for (const Section& section : board)
        for (const Reading& reading : section.readings)
            if (!reading.missing.empty())
                by_owner[reading.indicator.definition.owner].push_back({&reading, &section});
    if (by_owner.empty())
        html::empty_state(
            out, {.title = words("indicators.missing.none"), .why = words("indicators.missing.none_why")});
    for (const auto& [owner, asked] : by_owner) {
        const std::string title =
            owner.empty() ? words("indicators.field.no_owner") : asked.front().reading->indicator.owner_name;
        html::panel(out, "o-" + (owner.empty() ? std::string("nobody") : owner), title, [&](Out& o) {
            const html::Table description{.caption = title,
                                          .columns = {{words("indicators.field.name")},
                                                      {words("indicators.field.group")},
                                                      {words("indicators.field.frequency")},
                                                      {words("indicators.missing.periods")}}};
            html::table(o, words, description, asked, [&](html::Row& row, const Asked& one) {
                const Definition& said = one.reading->indicator.definition;
                row.heading([&](Out& cell) {
                    const html::Url target = html::Url::path(indicator_path(call, one.reading->indicator));
                    el(cell, "a", {url("href", target)}, localised(words, said.name, said.name_en));
                });
                row.cell(one.section->group.code.empty() ? words("indicators.board.council")
                                                         : one.section->group.code);
                row.cell(in_words(words, said.frequency));
                row.cell(periods_in_words(words, one.reading->missing));
            });
        });
    }
    return page;
}

}  // namespace maillage::indicators
