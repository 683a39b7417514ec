#include "domain/snapshots/snapshot_parts.hpp"
#include "domain/snapshots/snapshot_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::snapshots {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using indicators::Definition;
using platform::i18n::Words;

void faults(Out& out, const Words& words, const FrozenGroup& group, Medium medium) {
    const auto& said = in_language(words, group.faults);
    if (said.empty()) return;
    std::string all;
    for (const std::string& fault : said) all += (all.empty() ? "" : " ") + fault;
    if (medium == Medium::screen)
        return html::notice(out, html::NoticeKind::warn, words("snapshots.group.faults"), all);
    el(out, "p", {a("class", "note")}, words("snapshots.group.faults") + " : " + all);
}

void latest(Out& out, const Words& words, const FrozenIndicator& frozen) {
    out.text(figure_in_words(words, frozen, latest_figure(frozen)));
    const std::string caution = caution_of(words, frozen.indicator.definition);
    if (!frozen.figures.empty() && !caution.empty()) el(out, "div", {a("class", "muted")}, caution);
}

// The first sentence and how sure: all of them stand below, with the indicator.
void said_in_short(Out& out, const Words& words, const FrozenIndicator& frozen) {
    const std::vector<std::string> said = said_of(words, frozen);
    if (said.empty()) return;
    out.text(said.front());
    if (said.size() > 2) el(out, "div", {a("class", "muted")}, said[2]);
}

void target(Out& out, const Words& words, const Definition& said) {
    if (!said.target) return;
    out.text(number_in_words(words, said.measure, *said.target));
    if (!said.target_by) return;
    out.text(" ");
    html::day(out, words, *said.target_by);
}

}  // namespace

std::string anchor_of(const FrozenGroup& group) {
    return "group-" + (group.code.empty() ? std::string("council") : group.code);
}

std::string anchor_of(const FrozenIndicator& frozen) {
    return "indicator-" + frozen.indicator.definition.code;
}

void counts_list(Out& out, const Words& words, const Counts& counts) {
    const std::string lines[] = {
        words.plural("snapshots.count.indicators", counts.indicators),
        words.plural("snapshots.count.figures", counts.figures),
        words.plural("snapshots.count.missing", counts.missing),
        words.plural("snapshots.count.actions", counts.actions,
                     {{"progress", words.percent(static_cast<double>(counts.mean_progress) / 100)}}),
        words.plural("snapshots.count.done", counts.done),
        words.plural("snapshots.count.late", counts.late)};
    el(out, "ul", {}, [&](Out& list) {
        for (const std::string& line : lines) el(list, "li", {}, line);
    });
}

void group_table(Out& out, const Words& words, const FrozenGroup& group, Medium medium) {
    faults(out, words, group, medium);
    if (group.indicators.empty()) return el(out, "p", {}, words("snapshots.group.none"));
    const html::Table description{
        .caption = words("snapshots.group.caption", {{"group", group_name(words, group)}}),
        .columns = {{words("snapshots.column.indicator")},
                    {words("snapshots.column.kind")},
                    {words("snapshots.column.latest")},
                    {words("snapshots.column.said")},
                    {words("snapshots.column.target")},
                    {words("snapshots.column.missing"), "", true}}};
    html::table(
        out, words, description, group.indicators, [&](html::Row& row, const FrozenIndicator& frozen) {
            row.heading([&](Out& cell) {
                const html::Url part = html::Url::fragment(anchor_of(frozen));
                const std::string_view look = medium == Medium::paper ? "page-reference" : "";
                el(cell, "a", {url("href", part), html::a_if("class", look)}, indicator_name(words, frozen));
            });
            row.cell(in_words(words, frozen.indicator.definition.kind));
            row.cell([&](Out& cell) { latest(cell, words, frozen); });
            row.cell([&](Out& cell) { said_in_short(cell, words, frozen); });
            row.cell([&](Out& cell) { target(cell, words, frozen.indicator.definition); });
            row.cell(words.number(std::ssize(frozen.missing)));
        });
}

}  // namespace maillage::snapshots
