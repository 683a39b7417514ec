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
