#pragma once

#include <string>
#include <string_view>

#include "platform/csv/table.hpp"
#include "platform/i18n/words.hpp"
#include "platform/spreadsheet/spreadsheet_reader.hpp"

// What an import page says of a file that cannot be read, and what to do about it.
namespace maillage::platform::spreadsheet {

inline constexpr std::size_t most_workbook_bytes = std::size_t{5} << 20U;

// A zip: what .xlsx and .ods are inside. No CSV file begins so.
bool is_workbook(std::string_view bytes);

// What the import takes: the name of its sheet and how much.
struct Expected {
    std::string sheet;
    csv::CsvLimits limits;
};
// As kept in the database until the page shows its sentence: "encrypted".
std::string_view name_of(SpreadsheetRefusal refusal);
std::string sentence_of(const i18n::Words& words, std::string_view refusal, const Expected& expected);
std::string sentence_of(const i18n::Words& words, const csv::CsvProblem& problem);

}  // namespace maillage::platform::spreadsheet
