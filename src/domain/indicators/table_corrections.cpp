#include <algorithm>
#include <set>

#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/table_pages.hpp"

// What the preview of a table asks to be corrected.
namespace maillage::indicators {

namespace html = platform::html;
using html::a;
using html::el;
using platform::i18n::Words;

// The title of a column or the indicator of a row: any text that a cell of the table may hold.
void name_input(html::Out& out, const std::string& field, const std::string& label,
                const html::FormState& state) {
    const html::FieldError* error = state.error(field);
    const std::string message = field + "-error";
    html::void_el(out, "input",
                  {a("type", "text"), a("id", field), a("name", field), a("value", state.value(field)),
                   a("aria-label", label), a("autocomplete", "off"),
                   a("maxlength", std::to_string(table_limits.cell_bytes)),
                   html::a_if("aria-invalid", error != nullptr ? "true" : ""),
                   html::a_if("aria-describedby", error != nullptr ? message : std::string())});
    if (error != nullptr) el(out, "span", {a("class", "error"), a("id", message)}, error->message);
}

// A column, a row, a unit or a cell corrected before has no input any more: it goes with the next
// confirmation.
void earlier_corrections(html::Out& out, const TableView& view) {
    std::set<std::string> written;
    for (const LineProblem& problem : view.judged.problems)
        if (problem.can_be_corrected) written.insert(problem.field);
    for (const TableCell& cell : view.judged.cells)
        if (cell.result == CellResult::refused) {
            written.insert(cell.cell.field());
            written.insert(cell.cell.whole_field());
        }
    for (const auto& [field, value] : view.state.values.pairs()) {
        const bool corrects = std::ranges::any_of(
            std::initializer_list<std::string_view>{"column-", "row-", "unit-", "provisional-", "v-"},
            [&](std::string_view start) { return field.starts_with(start); });
        if (corrects && written.insert(field).second)
            html::void_el(out, "input", {a("type", "hidden"), a("name", field), a("value", value)});
    }
}

void refuse_problems(const Words& words, const TableJudgement& judged, html::FormState& state) {
    for (const LineProblem& problem : judged.problems)
        if (problem.can_be_corrected) state.refuse(problem.field, in_words(words, problem), problem.typed);
    for (const TableCell& cell : judged.cells)
        if (cell.problem)
            state.refuse(
                cell.problem->of_whole ? cell.cell.whole_field() : cell.cell.field(),
                in_words(words, cell.problem->fault, cell.cell.reading->indicator.definition.frequency),
                cell.cell.name(words));
}

}  // namespace maillage::indicators
