#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "foundation/date.hpp"

namespace maillage::platform::spreadsheet {

// std::monostate: an empty cell. Text is always text, guarded like in CSV (csv/guard.hpp): never a formula.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, foundation::Date>;

struct Column {
    std::string title;
    double width = 16;  // in characters
};

struct Sheet {
    std::string name;  // 31 characters at most, none of [ ] : * ? / and backslash
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  // as wide as `columns`
};

enum class XlsxRefusal : std::uint8_t {
    no_sheet,
    sheet_name,
    too_many_rows,  // 1 048 575 under the header
    text_too_long   // 32 767 characters in a cell
};

// An .xlsx whose header row stays in view, with a filter. The same sheets give the same bytes.
std::expected<std::string, XlsxRefusal> write_xlsx(std::span<const Sheet> sheets);

}  // namespace maillage::platform::spreadsheet
