#include "platform/csv/writer.hpp"

#include <charconv>
#include <cmath>
#include <utility>

#include "platform/csv/guard.hpp"

namespace maillage::platform::csv {

Writer::Writer(Dialect dialect)
    : dialect_(dialect), separator_(dialect == Dialect::french_excel ? ';' : ',') {
    if (dialect == Dialect::french_excel) bytes_ = "\xEF\xBB\xBF";
    row_begins_ = bytes_.size();
}

Writer& Writer::text(std::string_view words) {
    begin_cell();
    const std::string shown = guarded(words);
    const bool blank_edge = shown.starts_with(' ') || shown.ends_with(' ');
    const bool quoted = blank_edge || shown.find_first_of("\"\r\n\t;,") != shown.npos;
    if (quoted) bytes_ += '"';
    for (const char c : shown) {
        if (c == '"') bytes_ += '"';
        bytes_ += c;
    }
    if (quoted) bytes_ += '"';
    return *this;
}

Writer& Writer::number(std::int64_t value) {
    begin_cell();
    bytes_ += std::to_string(value);
    return *this;
}

Writer& Writer::number(double value) {
    if (!std::isfinite(value)) return empty();
    begin_cell();
    char digits[400];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
    for (const char* c = digits; c != end; ++c)
        bytes_ += *c == '.' && dialect_ == Dialect::french_excel ? ',' : *c;
    return *this;
}

Writer& Writer::date(foundation::Date day) {
    begin_cell();
    bytes_ += day.iso();
    return *this;
}

Writer& Writer::empty() {
    begin_cell();
    return *this;
}

Writer& Writer::end_row() {
    // A row of one empty cell would read back as a blank line.
    if (row_is_open_ && bytes_.size() == row_begins_) bytes_ += "\"\"";
    bytes_ += "\r\n";
    row_begins_ = bytes_.size();
    row_is_open_ = false;
    return *this;
}

std::string Writer::take() { return std::exchange(bytes_, {}); }

void Writer::begin_cell() {
    if (row_is_open_) bytes_ += separator_;
    row_is_open_ = true;
}

}  // namespace maillage::platform::csv
