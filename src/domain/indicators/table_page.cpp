#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/table_pages.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

// The preview of a table of figures that was sent.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

std::string said(const Words& words, const TableCell& cell, const std::optional<Figure>& figure) {
    if (!figure) return words("indicators.value.missing");
    const std::string value = value_in_words(words, cell.cell.reading->measure(), *figure);
    return figure->provisional ? words("indicators.table.value_provisional", {{"value", value}}) : value;
}

std::optional<Figure> standing(const TableCell& cell) {
    return cell.cell.known == nullptr ? std::nullopt : std::optional(*cell.cell.known);
}

html::Page frame(const Call& call, const Section& section) {
    const Words& words = call.words;
    html::Page page{.title = words("indicators.table.title"),
                    .main = {},
                    .section = "dashboard",
                    .crumbs = {{words("indicators.board.title"), call.path("/dashboard")},
                               {entry_title(words, section), group_path(call, section.group, "/entry")},
                               {words("indicators.table.title"), ""}},
                    .help = "indicators"};
    return page;
}

std::string counts(const Words& words, const TableJudgement& judged) {
    const auto number = [&](CellResult result) {
        return words.number(static_cast<std::int64_t>(judged.count(result)));
    };
    return words("indicators.table.counts",
                 {{"added", number(CellResult::added)},
                  {"changed", number(CellResult::changed)},
                  {"same", number(CellResult::same)},
                  {"conflicts", number(CellResult::conflict)},
                  {"refused", words.number(static_cast<std::int64_t>(judged.count(CellResult::refused) +
                                                                     judged.problems.size()))}});
}

template <class Kept>
std::vector<const TableCell*> those(const TableJudgement& judged, Kept&& kept) {
    std::vector<const TableCell*> found;
    for (const TableCell& cell : judged.cells)
        if (kept(cell)) found.push_back(&cell);
    return found;
}

// Rows and columns first: their cells are read once they are corrected.
void problems_table(Out& out, const Words& words, const TableJudgement& judged,
                    const html::FormState& state) {
    if (judged.problems.empty()) return;
    const html::Table description{.caption = words("indicators.table.problems"),
                                  .columns = {{words("indicators.table.where")},
                                              {words("indicators.table.values")},
                                              {words("indicators.table.correction")}}};
    el(out, "div", {a("class", "fill")}, [&](Out& o) {
        html::table(o, words, description, judged.problems, [&](html::Row& row, const LineProblem& problem) {
            const bool column = problem.field.starts_with("column-");
            const std::string number = problem.field.substr(problem.field.find('-') + 1);
            const std::string where = column ? words("indicators.table.column", {{"title", problem.typed}})
                                             : words("indicators.table.row", {{"number", number}});
            row.heading([&](Out& cell) {
                cell.text(where);
                el(cell, "div", {a("class", "muted")}, in_words(words, problem));
            });
            row.cell(problem.values);
            row.cell([&](Out& cell) {
                if (!problem.can_be_corrected) return;
                if (problem.fault == LineFault::other_unit)
                    return html::checkbox(cell, problem.field,
                                          words("indicators.table.unit_is", {{"unit", problem.about}}),
                                          false);
                html::FormState shown = state;
                shown.values.add(problem.field, problem.typed);
                name_input(cell, problem.field, where, shown);
            });
        });
    });
}

void refused_table(Out& out, const Words& words, const TableJudgement& judged, const html::FormState& state) {
    const auto cells = those(judged, [](const TableCell& one) { return one.result == CellResult::refused; });
    if (cells.empty()) return;
    const html::Table description{.caption = words("indicators.table.refused"),
                                  .columns = {{words("indicators.table.cell")},
                                              {words("indicators.table.now")},
                                              {words("indicators.table.correction")}}};
    el(out, "div", {a("class", "fill")}, [&](Out& o) {
        html::table(o, words, description, cells, [&](html::Row& row, const TableCell* cell) {
            const std::string name = cell->cell.name(words);
            const Measure measure = cell->cell.reading->measure();
            row.heading(name);
            row.cell(said(words, *cell, standing(*cell)));
            row.cell([&](Out& inputs) {
                html::FormState shown = state;
                shown.values.add(cell->cell.field(), cell->typed.value);
                shown.values.add(cell->cell.whole_field(), cell->typed.whole);
                cell_input(inputs, cell->cell.field(), name, shown, measure);
                if (measure != Measure::share) return;
                el(inputs, "span", {a("class", "muted")}, words("indicators.entry.of"));
                cell_input(inputs, cell->cell.whole_field(),
                           words("indicators.entry.whole", {{"cell", name}}), shown, measure);
            });
        });
    });
}

void conflicts_table(Out& out, const Words& words, const TableJudgement& judged) {
    const auto cells = those(judged, [](const TableCell& one) { return one.result == CellResult::conflict; });
    if (cells.empty()) return;
    html::notice(out, html::NoticeKind::warn, words("indicators.table.conflicts"),
                 words("indicators.table.conflicts_why"));
    const html::Table description{.caption = words("indicators.table.conflicts"),
                                  .columns = {{words("indicators.table.cell")},
                                              {words("indicators.table.base")},
                                              {words("indicators.table.now")},
                                              {words("indicators.table.yours")},
                                              {words("indicators.table.choice")}}};
    html::table(out, words, description, cells, [&](html::Row& row, const TableCell* cell) {
        row.heading(cell->cell.name(words));
        row.cell(said(words, *cell, cell->base));
        row.cell([&](Out& o) {
            o.text(said(words, *cell, standing(*cell)));
            if (cell->cell.known != nullptr && !cell->cell.known->author.empty())
                el(o, "div", {a("class", "muted")}, cell->cell.known->author);
        });
        row.cell(said(words, *cell, cell->after));
        row.cell([&](Out& o) {
            html::checkbox(o, "mine-" + cell->cell.field(), words("indicators.table.mine"), cell->mine);
        });
    });
}

void changes_table(Out& out, const Words& words, const TableJudgement& judged) {
    const auto cells = those(judged, [](const TableCell& one) {
        return one.result == CellResult::added || one.result == CellResult::changed;
    });
    if (cells.empty()) return;
    const html::Table description{.caption = words("indicators.table.changes"),
                                  .columns = {{words("indicators.table.cell")},
                                              {words("indicators.table.now")},
                                              {words("indicators.table.after")}}};
    html::table(out, words, description, cells, [&](html::Row& row, const TableCell* cell) {
        row.heading([&](Out& o) {
            o.text(cell->cell.name(words));
            const Indicator& indicator = cell->cell.reading->indicator;
            if (!indicator.has_owner())
                el(o, "div", {a("class", "muted")},
                   indicator.owner_ended ? words("indicators.owner.ended", {{"owner", indicator.owner_name}})
                                         : words("indicators.field.no_owner"));
        });
        row.cell(said(words, *cell, standing(*cell)));
        row.cell(said(words, *cell, cell->after));
    });
}

}  // namespace

std::string table_path(const Call& call, const Section& section, std::string_view id, std::string_view rest) {
    return group_path(call, section.group, "/entry/tables/" + std::string(id) + std::string(rest));
}

std::string entry_title(const Words& words, const Section& section) {
    return section.group.code.empty() ? words("indicators.entry.council")
                                      : words("indicators.entry.title", {{"group", section.group.code}});
}

html::Page waiting_page(Call& call, const Section& section, const SentTable& sent) {
    html::Page page = frame(call, section);
    page.scripts = {"progress"};
    html::page_heading(page.main, page.title);
    const html::Url events = html::Url::path(call.path("/jobs/" + std::to_string(sent.job) + "/events"));
    html::job_progress(page.main, call.words,
                       {.events = events, .percent = 0, .step = call.words("indicators.table.reading")});
    return page;
}

html::Page table_page(Call& call, const TableView& view) {
    const Words& words = call.words;
    html::Page page = frame(call, view.section);
    Out& out = page.main;
    const auto back = [&] {
        const html::Url grid = html::Url::path(group_path(call, view.section.group, "/entry"));
        el(out, "p", {}, [&](Out& p) { el(p, "a", {url("href", grid)}, words("indicators.table.back")); });
    };
    if (!view.state.valid()) {
        page.status = 422;
        page.title = words("form.error_title", {{"title", page.title}});
    }
    html::page_heading(out, words("indicators.table.title"), entry_title(words, view.section));
    if (view.sent.written) {
        html::notice(out, html::NoticeKind::ok, words.plural("indicators.table.written", *view.sent.written),
                     "");
        back();
        return page;
    }
    html::error_summary(out, words, view.state);
    el(out, "p", {}, counts(words, view.judged));
    if (!view.judged.tells_when) el(out, "p", {a("class", "muted")}, words("indicators.table.no_moment"));
    if (view.judged.to_write() == 0 && view.judged.problems.empty() &&
        view.judged.count(CellResult::refused) + view.judged.count(CellResult::conflict) == 0) {
        html::notice(out, html::NoticeKind::info, words("indicators.table.nothing"),
                     words("indicators.table.nothing_why"));
        back();
        return page;
    }
    // What was found at first is said beside its input, before anything was confirmed.
    html::FormState shown = view.state;
    if (shown.valid()) refuse_problems(words, view.judged, shown);
    const html::Url target = html::Url::path(table_path(call, view.section, view.id, "/confirmation"));
    html::form_open(out, target, fresh_tokens(call));
    if (!view.judged.problems.empty() || view.judged.count(CellResult::refused) > 0)
        el(out, "p", {}, words("indicators.table.correct"));
    earlier_corrections(out, view);
    problems_table(out, words, view.judged, shown);
    refused_table(out, words, view.judged, shown);
    conflicts_table(out, words, view.judged);
    changes_table(out, words, view.judged);
    html::submit(out, words("indicators.table.confirm"));
    html::form_close(out);
    back();
    return page;
}

}  // namespace maillage::indicators
