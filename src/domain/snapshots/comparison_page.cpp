#include <algorithm>

#include "domain/snapshots/snapshot_pages.hpp"
#include "domain/snapshots/snapshot_words.hpp"
#include "foundation/whole_number.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

// Two snapshots beside each other.
namespace maillage::snapshots {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

struct CountLine {
    std::string name, before, after;
};

void counts_table(Out& out, const Words& words, const Differences& found) {
    const auto line = [&](std::string name, std::int64_t before, std::int64_t after) {
        return CountLine{std::move(name), words.number(before), words.number(after)};
    };
    const auto share = [&](std::int64_t percent) {
        return words.percent(static_cast<double>(percent) / 100);
    };
    const Counts &before = found.before, &after = found.after;
    const std::vector<CountLine> lines{
        line(words("snapshots.total.indicators"), before.indicators, after.indicators),
        line(words("snapshots.total.figures"), before.figures, after.figures),
        line(words("snapshots.total.missing"), before.missing, after.missing),
        line(words("snapshots.total.actions"), before.actions, after.actions),
        line(words("snapshots.total.done"), before.done, after.done),
        line(words("snapshots.total.late"), before.late, after.late),
        {words("snapshots.total.progress"), share(before.mean_progress), share(after.mean_progress)}};
    const html::Table description{.caption = words("snapshots.comparison.totals"),
                                  .columns = {{words("snapshots.column.total")},
                                              {words("snapshots.column.before"), "", true},
                                              {words("snapshots.column.after"), "", true}}};
    html::table(out, words, description, lines, [&](html::Row& row, const CountLine& one) {
        row.heading(one.name);
        row.cell(one.before);
        row.cell(one.after);
    });
}

void indicators_table(Out& out, const Words& words, const std::vector<IndicatorChange>& changes) {
    if (changes.empty()) return el(out, "p", {}, words("snapshots.comparison.no_indicator"));
    const html::Table description{.caption = words("snapshots.comparison.indicators"),
                                  .columns = {{words("snapshots.column.indicator")},
                                              {words("snapshots.column.before")},
                                              {words("snapshots.column.after")},
                                              {words("snapshots.column.said")}}};
    html::table(out, words, description, changes, [&](html::Row& row, const IndicatorChange& change) {
        row.heading(indicator_name(words, change.known()));
        row.cell(change.earlier == nullptr ? words("snapshots.action.absent")
                                           : figure_in_words(words, *change.earlier, change.before));
        row.cell(change.later == nullptr ? words("snapshots.action.absent")
                                         : figure_in_words(words, *change.later, change.after));
        row.cell([&](Out& cell) {
            for (const std::string& sentence : in_words(words, change)) el(cell, "div", {}, sentence);
        });
    });
}

void actions_table(Out& out, const Words& words, const Differences& found) {
    el(out, "p", {}, words.plural("snapshots.comparison.unmoved", found.unmoved));
    if (found.actions.empty()) return;
    const html::Table description{.caption = words("snapshots.comparison.actions"),
                                  .columns = {{words("snapshots.column.action")},
                                              {words("snapshots.column.before")},
                                              {words("snapshots.column.after")}}};
    html::table(out, words, description, found.actions, [&](html::Row& row, const ActionChange& change) {
        row.heading([&](Out& cell) {
            const Localised title = localised(words, change.known().title, change.known().title_en);
            html::text_with_codes(cell, change.known().code);
            cell.text(" ");
            el(cell, "span", {html::a_if("lang", title.lang)}, title.text);
        });
        row.cell(in_words(words, change.earlier));
        row.cell(in_words(words, change.later));
    });
}

std::int64_t number_in(std::string_view text) {
    return foundation::whole_number<std::int64_t>(text).value_or(0);
}

}  // namespace

Chosen chosen_in(const Call& call, const std::vector<Head>& heads) {
    const std::int64_t newest = heads.empty() ? 0 : heads.front().number;
    Chosen chosen{.earlier = number_in(call.request.query.get("earlier")),
                  .later = number_in(call.request.query.get("later"))};
    if (chosen.later == 0) chosen.later = newest;
    if (chosen.earlier == 0) chosen.earlier = std::max<std::int64_t>(chosen.later - 1, 1);
    if (chosen.later < chosen.earlier) std::swap(chosen.earlier, chosen.later);
    return chosen;
}

void comparison_form(Out& out, const Call& call, const std::vector<Head>& heads, const Chosen& chosen) {
    const Words& words = call.words;
    html::FormState state;
    state.values.add("earlier", std::to_string(chosen.earlier));
    state.values.add("later", std::to_string(chosen.later));
    std::vector<html::Option> options;
    for (const Head& head : heads)
        options.push_back({std::to_string(head.number), title_in_words(words, head) + " (" +
                                                            words.date(words.today(head.taken_at)) + ")"});
    const html::Url target = call.url("/snapshots/comparison");
    el(out, "form", {a("class", "filters"), a("method", "get"), url("action", target)}, [&](Out& form) {
        html::select_field(form, words,
                           {.name = "earlier", .label = words("snapshots.field.earlier"), .options = options},
                           state);
        html::select_field(form, words,
                           {.name = "later", .label = words("snapshots.field.later"), .options = options},
                           state);
        html::submit(form, words("snapshots.act.compare_two"));
    });
}

html::Page comparison_page(Call& call, const std::vector<Head>& heads, const Snapshot* earlier,
                           const Snapshot* later, const Chosen& chosen) {
    const Words& words = call.words;
    const std::string title = words("snapshots.comparison.title");
    html::Page page{.title = title,
                    .main = {},
                    .section = "dashboard",
                    .crumbs = {{words("snapshots.dashboard"), call.path("/dashboard")},
                               {words("snapshots.list.title"), call.path("/snapshots")},
                               {title, ""}},
                    .help = "snapshots"};
    Out& out = page.main;
    html::page_heading(out, title, words("snapshots.comparison.why"));
    if (heads.size() < 2) {
        html::empty_state(out, {.title = words("snapshots.comparison.too_few"),
                                .why = words("snapshots.comparison.too_few_why"),
                                .action = words("snapshots.list.title"),
                                .path = call.path("/snapshots")});
        return page;
    }
    comparison_form(out, call, heads, chosen);
    if (earlier == nullptr || later == nullptr) {
        html::notice(out, html::NoticeKind::info, words("snapshots.comparison.same"),
                     words("snapshots.comparison.same_why"));
        return page;
    }
    const Differences found = differences(earlier->content, later->content);
    el(out, "p", {},
       words("snapshots.comparison.from_to", {{"before", title_in_words(words, earlier->head)},
                                              {"taken", taken_in_words(words, earlier->head)},
                                              {"after", title_in_words(words, later->head)},
                                              {"taken_later", taken_in_words(words, later->head)}}));
    html::panel(out, "totals", words("snapshots.comparison.totals"),
                [&](Out& o) { counts_table(o, words, found); });
    html::panel(out, "indicators", words("snapshots.comparison.indicators"),
                [&](Out& o) { indicators_table(o, words, found.indicators); });
    html::panel(out, "actions", words("snapshots.comparison.actions"),
                [&](Out& o) { actions_table(o, words, found); });
    return page;
}

}  // namespace maillage::snapshots
