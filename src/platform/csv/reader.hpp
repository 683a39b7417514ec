#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/csv/encoding.hpp"

// Reads CSV as French administrations make it: RFC 4180, separated by ; , or tabs, in UTF-8 or Windows-1252,
// with or without a BOM, lines ended by CRLF, LF or CR. Values stay text: decimal commas and dates belong to
// who knows the column's type (platform/html/form.hpp has the parsers).
namespace maillage::platform::csv {

enum class CsvRefusal : std::uint8_t {
    empty,
    too_big,
    not_text,      // a NUL byte, or a byte that neither encoding knows
    utf_16,        // "Unicode text" of Excel: save as CSV UTF-8
    broken_utf_8,  // announced by a BOM, then not so
    unclosed_quote,
    text_after_quote,  // "abc"def
    too_many_rows,
    too_many_columns,
    cell_too_long
};

struct CsvProblem {
    CsvRefusal kind;
    std::size_t line = 0;  // of the file, from 1; 0 for the file as a whole
};

struct CsvLimits {
    std::size_t bytes = std::size_t{50} << 20U;
    std::size_t rows = 1'000'000;
    std::size_t columns = 500;
    std::size_t cell_bytes = std::size_t{32} << 10U;
};

struct Row {
    std::span<const std::string_view> cells;  // valid until the next call of next()
    std::size_t line = 0;                     // where it begins
};

class Reader {
 public:
    // `bytes` must outlive the reader: cells point into it wherever nothing had to be decoded.
    static std::expected<Reader, CsvProblem> open(std::string_view bytes, const CsvLimits& limits = {});

    // What a program of ours made: the separator is known, and a blank line is a row of one empty cell.
    static std::expected<Reader, CsvProblem> open_made_by_us(std::string_view bytes, char separator,
                                                             const CsvLimits& limits = {});

    // The next row that is not a blank line; nothing at the end.
    std::expected<std::optional<Row>, CsvProblem> next();

    char separator() const { return separator_; }
    Encoding encoding() const { return encoding_; }

 private:
    Reader() = default;
    using Cell = std::expected<std::string_view, CsvRefusal>;
    Cell quoted_cell();
    Cell plain_cell();
    std::string_view decoded(std::string_view raw);
    bool at_line_end() const { return rest_.empty() || rest_[0] == '\n' || rest_[0] == '\r'; }
    void skip_line_end();

    CsvLimits limits_;
    std::string_view rest_;
    char separator_ = ';';
    bool blank_lines_count_ = false;
    Encoding encoding_ = Encoding::utf_8;
    std::size_t line_ = 1, rows_ = 0;
    std::vector<std::string_view> cells_;
    std::deque<std::string> owned_;  // cells that had to be decoded, or lost doubled quotes
};

}  // namespace maillage::platform::csv
