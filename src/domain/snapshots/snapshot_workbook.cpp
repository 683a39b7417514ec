#include "domain/snapshots/snapshot_workbook.hpp"

#include "domain/snapshots/snapshot_words.hpp"
#include "domain/strategy/api.hpp"

namespace maillage::snapshots {
namespace {

using indicators::Definition;
using platform::i18n::Words;
using platform::spreadsheet::Cell;
using platform::spreadsheet::Sheet;

Cell cell(const std::optional<double>& number) { return number ? Cell(*number) : Cell(); }
Cell cell(const std::optional<foundation::Date>& day) { return day ? Cell(*day) : Cell(); }
// Text is a cell of its own; nothing is an empty one.
Cell cell(std::string text) { return text.empty() ? Cell() : Cell(std::move(text)); }

std::string yes_if(const Words& words, bool truth) { return truth ? words("snapshots.sheet.yes") : ""; }

Sheet about(const Words& words, const Snapshot& snapshot) {
    const Head& head = snapshot.head;
    const Counts counts = count(snapshot.content);
    Sheet sheet{.name = words("snapshots.sheet.about"),
                .columns = {{words("snapshots.column.total"), 34}, {words("snapshots.column.value"), 60}},
                .rows = {}};
    const auto line = [&](std::string name, Cell value) {
        sheet.rows.push_back({cell(std::move(name)), std::move(value)});
    };
    line(words("snapshots.column.snapshot"), cell(title_in_words(words, head)));
    line(words("snapshots.column.council"), cell(snapshot.content.council));
    line(words("snapshots.column.meeting"), cell(meeting_in_words(words, head)));
    if (!head.body.empty())
        line(words("snapshots.field.body"), cell(localised(words, head.body_name, head.body_name_en).text));
    line(words("snapshots.column.taken"), cell(words.time(head.taken_at)));
    line(words("snapshots.column.author"), cell(head.author));
    line(words("snapshots.column.audience"), cell(indicators::audience_in_words(words, snapshot.below)));
    if (!head.fingerprint.empty()) line(words("snapshots.page.fingerprint"), cell(head.fingerprint));
    line(words("snapshots.total.indicators"), counts.indicators);
    line(words("snapshots.total.figures"), counts.figures);
    line(words("snapshots.total.missing"), counts.missing);
    line(words("snapshots.total.actions"), counts.actions);
    line(words("snapshots.total.done"), counts.done);
    line(words("snapshots.total.late"), counts.late);
    line(words("snapshots.total.progress"),
         cell(words.percent(static_cast<double>(counts.mean_progress) / 100)));
    return sheet;
}

template <class Work>
void each_indicator(const Content& content, Work work) {
    for (const FrozenGroup& group : content.groups)
        for (const FrozenIndicator& frozen : group.indicators) work(group, frozen);
}

std::string joined(const std::vector<std::string>& sentences) {
    std::string all;
    for (const std::string& sentence : sentences) all += (all.empty() ? "" : " ") + sentence;
    return all;
}

std::vector<std::string> said_with_caution(const Words& words, const FrozenIndicator& frozen) {
    std::vector<std::string> said = said_of(words, frozen);
    if (std::string caution = caution_of(words, frozen.indicator.definition); !caution.empty())
        said.push_back(std::move(caution));
    return said;
}

Cell value_cell(const Words& words, const indicators::Figure& figure) {
    return figure.withheld ? cell(in_words(words, *figure.withheld)) : Cell(figure.value);
}

// Beside each value: its note, and of an indicator that counts what a service does, R-STA-5.
std::string remark(const Words& words, const FrozenIndicator& frozen, const indicators::Figure& figure) {
    const std::string caution = caution_of(words, frozen.indicator.definition);
    return figure.note + (figure.note.empty() || caution.empty() ? "" : " ") + caution;
}

Sheet indicators_sheet(const Words& words, const Content& content) {
    Sheet sheet{.name = words("snapshots.sheet.indicators"),
                .columns = {{words("snapshots.column.code"), 22},
                            {words("snapshots.column.group"), 10},
                            {words("snapshots.column.indicator"), 40},
                            {words("snapshots.fact.version"), 10},
                            {words("snapshots.column.kind"), 14},
                            {words("snapshots.fact.measure"), 16},
                            {words("snapshots.fact.unit"), 16},
                            {words("snapshots.column.latest"), 28},
                            {words("snapshots.column.said"), 60},
                            {words("snapshots.column.target")},
                            {words("snapshots.fact.target_by")},
                            {words("snapshots.fact.definition"), 60},
                            {words("snapshots.fact.source"), 40},
                            {words("snapshots.fact.method"), 40},
                            {words("snapshots.column.perimeter"), 24},
                            {words("snapshots.fact.owner"), 28},
                            {words("snapshots.fact.limits"), 40},
                            {words("snapshots.freeze.missing_periods"), 30}},
                .rows = {}};
    each_indicator(content, [&](const FrozenGroup& group, const FrozenIndicator& frozen) {
        const Definition& said = frozen.indicator.definition;
        sheet.rows.push_back(
            {cell(said.code), cell(group.code), cell(indicator_name(words, frozen)),
             static_cast<std::int64_t>(frozen.indicator.version), cell(in_words(words, said.kind)),
             cell(in_words(words, said.measure)), cell(localised(words, said.unit, said.unit_en).text),
             cell(figure_in_words(words, frozen, latest_figure(frozen))),
             cell(joined(said_with_caution(words, frozen))), cell(said.target), cell(said.target_by),
             cell(localised(words, said.definition, said.definition_en).text),
             cell(localised(words, said.source, said.source_en).text),
             cell(localised(words, said.method, said.method_en).text), cell(perimeter_in_words(words, said)),
             cell(frozen.indicator.owner_name), cell(localised(words, said.limits, said.limits_en).text),
             cell(indicators::periods_in_words(words, frozen.missing))});
    });
    return sheet;
}

Sheet figures_sheet(const Words& words, const Content& content) {
    Sheet sheet{.name = words("snapshots.sheet.figures"),
                .columns = {{words("snapshots.column.code"), 22},
                            {words("snapshots.column.indicator"), 40},
                            {words("snapshots.column.period")},
                            {words("snapshots.column.perimeter"), 24},
                            {words("snapshots.column.value")},
                            {words("snapshots.column.whole")},
                            {words("snapshots.column.provisional")},
                            {words("snapshots.column.remark"), 40},
                            {words("snapshots.fact.source"), 40}},
                .rows = {}};
    each_indicator(content, [&](const FrozenGroup&, const FrozenIndicator& frozen) {
        for (const indicators::Figure& figure : frozen.figures)
            sheet.rows.push_back({cell(frozen.indicator.definition.code), cell(indicator_name(words, frozen)),
                                  cell(written(figure.period)), cell(figure.perimeter),
                                  value_cell(words, figure), cell(figure.of),
                                  cell(yes_if(words, figure.provisional)),
                                  cell(remark(words, frozen, figure)), cell(figure.source_line)});
    });
    return sheet;
}

Sheet actions_sheet(const Words& words, const Content& content) {
    Sheet sheet{.name = words("snapshots.sheet.actions"),
                .columns = {{words("snapshots.column.code"), 10},
                            {words("snapshots.column.action"), 60},
                            {words("snapshots.column.group"), 10},
                            {words("snapshots.column.pilot"), 30},
                            {words("snapshots.column.state")},
                            {words("snapshots.column.late")},
                            {words("snapshots.column.progress_percent")},
                            {words("snapshots.column.due")},
                            {words("snapshots.column.news")}},
                .rows = {}};
    for (const FrozenAction& action : content.actions)
        sheet.rows.push_back({cell(action.code), cell(localised(words, action.title, action.title_en).text),
                              cell(action.group), cell(action.pilot),
                              cell(strategy::state_in_words(words, action.state)),
                              cell(yes_if(words, action.late)), static_cast<std::int64_t>(action.progress),
                              cell(action.due), cell(action.news_on)});
    return sheet;
}

}  // namespace

std::expected<std::string, platform::spreadsheet::XlsxRefusal> snapshot_workbook(const Words& words,
                                                                                 const Snapshot& snapshot) {
    const Sheet sheets[] = {about(words, snapshot), indicators_sheet(words, snapshot.content),
                            figures_sheet(words, snapshot.content), actions_sheet(words, snapshot.content)};
    return platform::spreadsheet::write_xlsx(sheets);
}

}  // namespace maillage::snapshots
