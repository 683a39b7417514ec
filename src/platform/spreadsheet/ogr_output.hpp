#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "platform/csv/table.hpp"

// What ogrinfo and ogr2ogr print, turned into what we use. Pure: the programs are run by spreadsheet_reader.
namespace maillage::platform::spreadsheet {

// "1: Actions (None)" on each line → the names of the sheets.
std::vector<std::string> sheets_of_listing(std::string_view listing);

// CSV made with OGR_XLSX_HEADERS=DISABLE: a line of invented field names, then one record per row of the
// sheet, blank rows included. So the numbers of the table's lines are those that the spreadsheet shows.
std::expected<csv::Table, csv::CsvProblem> table_of_csv(std::string_view output,
                                                        const csv::CsvLimits& limits);

// One value as typed in the sheet: dates in ISO form whatever the format (2026/11/01 from XLSX,
// 2026-11-01T10:20:00 from ODS), numbers without the zeros that ODS adds (12.5000000000000000).
std::string plain_value(std::string_view value);

}  // namespace maillage::platform::spreadsheet
