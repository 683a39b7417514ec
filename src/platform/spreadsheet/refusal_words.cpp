#include "platform/spreadsheet/refusal_words.hpp"

namespace maillage::platform::spreadsheet {

using i18n::Words;

bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

std::string_view name_of(SpreadsheetRefusal refusal) {
    switch (refusal) {
    case SpreadsheetRefusal::empty: return "empty";
    case SpreadsheetRefusal::not_a_spreadsheet: return "not_a_spreadsheet";
    case SpreadsheetRefusal::damaged: return "damaged";
    case SpreadsheetRefusal::encrypted: return "encrypted";
    case SpreadsheetRefusal::bomb:
    case SpreadsheetRefusal::too_large: return "too_large";
    case SpreadsheetRefusal::macros: return "macros";
    case SpreadsheetRefusal::several_sheets: return "several_sheets";
    case SpreadsheetRefusal::timeout: return "timeout";
    case SpreadsheetRefusal::unavailable: return "unavailable";
    }
    __builtin_unreachable();
}

std::string sentence_of(const Words& words, std::string_view refusal, const Expected& expected) {
    const std::string& sheet = expected.sheet;
    // Its titles are a row too.
    const auto lines = static_cast<std::int64_t>(expected.limits.rows - 1);
    const auto columns = static_cast<std::int64_t>(expected.limits.columns);
    if (refusal == "empty") return words("workbook.empty", {{"sheet", sheet}});
    if (refusal == "not_a_spreadsheet") return words("workbook.not_a_spreadsheet");
    if (refusal == "encrypted") return words("workbook.encrypted");
    if (refusal == "too_large")
        return words("workbook.too_large",
                     {{"sheet", sheet}, {"lines", words.number(lines)}, {"columns", words.number(columns)}});
    if (refusal == "macros") return words("workbook.macros");
    if (refusal == "several_sheets") return words("workbook.several_sheets", {{"sheet", sheet}});
    if (refusal == "timeout") return words("workbook.timeout", {{"sheet", sheet}});
    if (refusal == "unavailable") return words("workbook.unavailable");
    return words("workbook.damaged");
}

std::string sentence_of(const Words& words, const csv::CsvProblem& problem) {
    using csv::CsvRefusal;
    const std::string line = words.number(static_cast<std::int64_t>(problem.line));
    switch (problem.kind) {
    case CsvRefusal::not_text: return words("csv.not_text");
    case CsvRefusal::unclosed_quote: return words("csv.unclosed_quote", {{"line", line}});
    case CsvRefusal::text_after_quote: return words("csv.text_after_quote", {{"line", line}});
    case CsvRefusal::too_big:
    case CsvRefusal::too_many_rows:
    case CsvRefusal::too_many_columns:
    case CsvRefusal::cell_too_long: return words("csv.too_much", {{"line", line}});
    case CsvRefusal::empty:
    case CsvRefusal::utf_16:
    case CsvRefusal::broken_utf_8: break;
    }
    return words("csv.unreadable", {{"line", line}});
}

}  // namespace maillage::platform::spreadsheet
