#include "platform/csv/reader.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "platform/csv/separator.hpp"

namespace maillage::platform::csv {
namespace {

constexpr std::string_view bom("\xEF\xBB\xBF");

// CRLF, LF and CR each end one line.
std::size_t line_ends_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'))) ++count;
    return count;
}

std::size_t line_of(std::string_view bytes, std::size_t position) {
    return 1 + line_ends_in(bytes.substr(0, position));
}

std::expected<Encoding, CsvProblem> encoding_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return std::unexpected(CsvProblem{CsvRefusal::utf_16});
    if (const std::size_t nul = bytes.find('\0'); nul != bytes.npos)
        return std::unexpected(CsvProblem{CsvRefusal::not_text, line_of(bytes, nul)});
    if (foundation::is_clean_utf8(bytes)) return Encoding::utf_8;
    if (bytes.starts_with(bom)) return std::unexpected(CsvProblem{CsvRefusal::broken_utf_8});
    if (const auto at = undefined_in_windows_1252(bytes))
        return std::unexpected(CsvProblem{CsvRefusal::not_text, line_of(bytes, *at)});
    return Encoding::windows_1252;
}

}  // namespace

std::expected<Reader, CsvProblem> Reader::open(std::string_view bytes, const CsvLimits& limits) {
    if (bytes.size() > limits.bytes) return std::unexpected(CsvProblem{CsvRefusal::too_big});
    const auto encoding = encoding_of(bytes);
    if (!encoding) return std::unexpected(encoding.error());
    Reader reader;
    reader.limits_ = limits;
    reader.encoding_ = *encoding;
    reader.rest_ = bytes.starts_with(bom) ? bytes.substr(bom.size()) : bytes;
    reader.separator_ = separator_of(reader.rest_);
    if (const std::size_t length = length_of_separator_line(reader.rest_); length != 0) {
        reader.rest_.remove_prefix(length);
        ++reader.line_;
    }
    if (foundation::trimmed(reader.rest_).empty()) return std::unexpected(CsvProblem{CsvRefusal::empty});
    return reader;
}

std::expected<Reader, CsvProblem> Reader::open_made_by_us(std::string_view bytes, char separator,
                                                          const CsvLimits& limits) {
    if (bytes.size() > limits.bytes) return std::unexpected(CsvProblem{CsvRefusal::too_big});
    if (!foundation::is_clean_utf8(bytes)) return std::unexpected(CsvProblem{CsvRefusal::broken_utf_8});
    Reader reader;
    reader.limits_ = limits;
    reader.rest_ = bytes;
    reader.separator_ = separator;
    reader.blank_lines_count_ = true;
    return reader;
}

std::expected<std::optional<Row>, CsvProblem> Reader::next() {
    cells_.clear();
    owned_.clear();
    while (!blank_lines_count_ && !rest_.empty() && at_line_end()) skip_line_end();
    if (rest_.empty()) return std::nullopt;
    const std::size_t begins = line_;
    const auto refused = [&](CsvRefusal kind) { return std::unexpected(CsvProblem{kind, begins}); };
    if (++rows_ > limits_.rows) return refused(CsvRefusal::too_many_rows);
    for (;;) {
        if (cells_.size() == limits_.columns) return refused(CsvRefusal::too_many_columns);
        const Cell cell = rest_.starts_with('"') ? quoted_cell() : plain_cell();
        if (!cell) return refused(cell.error());
        if (cell->size() > limits_.cell_bytes) return refused(CsvRefusal::cell_too_long);
        cells_.push_back(*cell);
        if (at_line_end()) break;
        rest_.remove_prefix(1);  // the separator
    }
    skip_line_end();
    return Row{.cells = cells_, .line = begins};
}

Reader::Cell Reader::plain_cell() {
    std::size_t length = 0;
    while (length < rest_.size() && rest_[length] != separator_ && rest_[length] != '\n' &&
           rest_[length] != '\r')
        ++length;
    const std::string_view raw = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return decoded(raw);
}

Reader::Cell Reader::quoted_cell() {
    bool doubled = false;
    std::size_t end = rest_.find('"', 1);
    for (; end != rest_.npos && rest_.substr(end + 1).starts_with('"'); end = rest_.find('"', end + 2))
        doubled = true;
    if (end == rest_.npos) return std::unexpected(CsvRefusal::unclosed_quote);
    const std::string_view raw = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    if (!at_line_end() && rest_[0] != separator_) return std::unexpected(CsvRefusal::text_after_quote);
    line_ += line_ends_in(raw);
    if (!doubled) return decoded(raw);
    std::string single;
    single.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        single += raw[i];
        if (raw[i] == '"') ++i;
    }
    if (encoding_ == Encoding::windows_1252) single = utf_8_of_windows_1252(single);
    return owned_.emplace_back(std::move(single));
}

std::string_view Reader::decoded(std::string_view raw) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (encoding_ == Encoding::utf_8 || std::ranges::all_of(raw, is_ascii)) return raw;
    return owned_.emplace_back(utf_8_of_windows_1252(raw));
}

void Reader::skip_line_end() {
    if (rest_.empty()) return;
    rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
    ++line_;
}

}  // namespace maillage::platform::csv
