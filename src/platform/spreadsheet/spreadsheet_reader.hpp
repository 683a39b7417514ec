#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/csv/table.hpp"

// Reads .xlsx and .ods through ogr2ogr in the sandbox, after a look at the zip's directory. Worker only.
namespace maillage::platform::spreadsheet {

enum class SpreadsheetRefusal : std::uint8_t {
    empty,  // no header
    not_a_spreadsheet,
    damaged,
    encrypted,
    bomb,
    macros,
    several_sheets,  // none has the name asked for: sheet_names() lists them
    too_large,       // too many rows, columns or characters
    timeout,
    unavailable  // ogr2ogr is not installed, or the sandbox could not be built
};

struct ReadOptions {
    std::string sheet;  // the one wanted; a workbook of one sheet needs no name
    csv::CsvLimits limits;
    std::function<bool()> cancelled;
};

// Lines are numbered as the spreadsheet shows them. Formulas give the result that was saved with them.
std::expected<csv::Table, SpreadsheetRefusal> read_spreadsheet(std::string_view bytes,
                                                               const ReadOptions& options);
std::expected<std::vector<std::string>, SpreadsheetRefusal> sheet_names(std::string_view bytes);

}  // namespace maillage::platform::spreadsheet
