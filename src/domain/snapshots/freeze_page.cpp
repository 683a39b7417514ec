#include "domain/snapshots/freeze.hpp"
#include "domain/snapshots/snapshot_pages.hpp"
#include "domain/snapshots/snapshot_parts.hpp"
#include "domain/snapshots/snapshot_store.hpp"
#include "domain/snapshots/snapshot_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

// Before anything is frozen for good: what will be in it, and what is missing.
namespace maillage::snapshots {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

void form(Out& out, const Call& call, const Content& content, const std::vector<MeetingBody>& bodies,
          const html::FormState& state) {
    const Words& words = call.words;
    const html::Url target = call.url("/snapshots");
    html::panel(out, "freeze", words("snapshots.freeze.form"), [&](Out& o) {
        el(o, "p", {}, words("snapshots.freeze.for_good"));
        html::form_open(o, target, fresh_tokens(call));
        html::void_el(o, "input",
                      {a("type", "hidden"), a("name", seen_field), a("value", print_of(content))});
        html::text_field(o, words,
                         {.name = "title",
                          .label = words("snapshots.field.title"),
                          .hint = words("snapshots.field.title_hint"),
                          .required = true},
                         state);
        html::SelectField occasion{
            .name = "occasion", .label = words("snapshots.field.occasion"), .options = {}, .required = true};
        for (const Occasion each : {Occasion::plenary, Occasion::restricted, Occasion::other})
            occasion.options.push_back({std::string(name_of(each)), in_words(words, each)});
        html::radio_group(o, words, occasion, state);
        html::SelectField body{.name = "body",
                               .label = words("snapshots.field.body"),
                               .options = {{"", words("snapshots.field.body_alone")}}};
        for (const MeetingBody& each : bodies)
            body.options.push_back({each.code, localised(words, each.name, each.name_en).text});
        html::select_field(o, words, body, state);
        html::date_field(o, words,
                         {.name = "meeting_on",
                          .label = words("snapshots.field.meeting_on"),
                          .hint = words("snapshots.field.meeting_on_hint")},
                         state);
        html::submit(o, words("snapshots.act.freeze"));
        html::form_close(o);
    });
}

struct Missing {
    const FrozenGroup* group;
    const FrozenIndicator* frozen;
};

// Every indicator without a figure, or without those of periods that are over.
std::vector<Missing> missing_in(const Content& content) {
    std::vector<Missing> missing;
    for (const FrozenGroup& group : content.groups)
        for (const FrozenIndicator& frozen : group.indicators)
            if (frozen.figures.empty() || !frozen.missing.empty()) missing.push_back({&group, &frozen});
    return missing;
}

void missing_panel(Out& out, const Call& call, const Content& content) {
    const Words& words = call.words;
    const std::vector<Missing> missing = missing_in(content);
    html::panel(out, "missing", words("snapshots.freeze.missing"), [&](Out& o) {
        if (missing.empty()) return el(o, "p", {}, words("snapshots.freeze.nothing_missing"));
        el(o, "p", {}, words("snapshots.freeze.missing_why"));
        const html::Table description{.caption = words("snapshots.freeze.missing"),
                                      .columns = {{words("snapshots.column.indicator")},
                                                  {words("snapshots.column.group")},
                                                  {words("snapshots.column.latest")},
                                                  {words("snapshots.freeze.missing_periods")}}};
        html::table(o, words, description, missing, [&](html::Row& row, const Missing& one) {
            row.heading([&](Out& cell) {
                const html::Url target = call.url("/indicators/" + one.frozen->indicator.definition.code);
                el(cell, "a", {url("href", target)}, indicator_name(words, *one.frozen));
            });
            row.cell(one.group->code.empty() ? words("snapshots.group.council") : one.group->code);
            row.cell(figure_in_words(words, *one.frozen, latest_figure(*one.frozen)));
            row.cell(indicators::periods_in_words(words, one.frozen->missing));
        });
    });
}

void preview(Out& out, const Words& words, const Content& content) {
    html::panel(out, preview_part, words("snapshots.freeze.preview"), [&](Out& o) {
        counts_list(o, words, count(content));
        for (const FrozenGroup& group : content.groups) {
            el(o, "h3", {}, group_name(words, group));
            if (group.indicators.empty()) {
                el(o, "p", {a("class", "muted")}, words("snapshots.group.none"));
                continue;
            }
            el(o, "ul", {}, [&](Out& list) {
                for (const FrozenIndicator& frozen : group.indicators)
                    el(list, "li", {},
                       words("snapshots.freeze.line",
                             {{"name", indicator_name(words, frozen)},
                              {"figure", figure_in_words(words, frozen, latest_figure(frozen))}}));
            });
        }
    });
}

}  // namespace

html::Page freeze_page(Call& call, const Content& content, const std::vector<MeetingBody>& bodies,
                       const html::FormState& state) {
    const Words& words = call.words;
    const std::string title = words("snapshots.freeze.title");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "dashboard",
                    .crumbs = {{words("snapshots.dashboard"), call.path("/dashboard")},
                               {words("snapshots.list.title"), call.path("/snapshots")},
                               {title, ""}},
                    .help = "snapshots"};
    Out& out = page.main;
    html::page_heading(out, title,
                       words("snapshots.freeze.situation", {{"day", words.date_long(call.today)}}));
    html::error_summary(out, words, state);
    const Counts counts = count(content);
    if (counts.indicators == 0 && counts.actions == 0) {
        html::empty_state(out, {.title = words("snapshots.freeze.empty"),
                                .why = words("snapshots.freeze.empty_why"),
                                .action = words("snapshots.dashboard"),
                                .path = call.path("/dashboard")});
        return page;
    }
    form(out, call, content, bodies, state);
    missing_panel(out, call, content);
    preview(out, words, content);
    return page;
}

}  // namespace maillage::snapshots
