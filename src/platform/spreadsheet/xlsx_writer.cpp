#include "platform/spreadsheet/xlsx_writer.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cmath>
#include <optional>
#include <stdexcept>

#include "foundation/check.hpp"
#include "foundation/text.hpp"
#include "platform/csv/guard.hpp"

namespace maillage::platform::spreadsheet {
namespace {

constexpr std::size_t most_rows = 1'048'575, most_characters = 32'767, most_name = 31;

std::optional<XlsxRefusal> refusal_of(const Sheet& sheet) {
    if (sheet.name.empty() || foundation::length_in_characters(sheet.name) > most_name ||
        sheet.name.find_first_of("[]:*?/\\") != sheet.name.npos || sheet.name.front() == '\'' ||
        sheet.name.back() == '\'')
        return XlsxRefusal::sheet_name;
    if (sheet.rows.size() > most_rows) return XlsxRefusal::too_many_rows;
    for (const auto& row : sheet.rows) {
        foundation::check(row.size() == sheet.columns.size(),
                          "a row of a sheet has the width of its columns");
        for (const Cell& cell : row)
            if (const auto* text = std::get_if<std::string>(&cell);
                text != nullptr && foundation::length_in_characters(*text) >= most_characters)
                return XlsxRefusal::text_too_long;
    }
    return std::nullopt;
}

struct Formats {
    lxw_format* header;
    lxw_format* text;
    lxw_format* date;
};

struct Place {
    lxw_worksheet* sheet;
    lxw_row_t row;
    lxw_col_t column;
    const Formats& formats;

    void write(std::monostate) const {}
    void write(const std::string& text) const {
        worksheet_write_string(sheet, row, column, csv::guarded(text).c_str(), formats.text);
    }
    void write(std::int64_t number) const { write(static_cast<double>(number)); }
    void write(double number) const {
        if (std::isfinite(number)) worksheet_write_number(sheet, row, column, number, nullptr);
    }
    void write(foundation::Date day) const {
        lxw_datetime date{};
        date.year = day.year();
        date.month = static_cast<int>(day.month());
        date.day = static_cast<int>(day.day());
        // Day 1 of a spreadsheet is 1 January 1900; an older date goes in as text.
        if (day.year() < 1900) return write(day.iso());
        worksheet_write_datetime(sheet, row, column, &date, formats.date);
    }
};

void add_sheet(lxw_workbook* book, const Sheet& sheet, const Formats& formats) {
    lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
    foundation::check(page != nullptr, "two sheets of a workbook have the same name");
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        const auto column = static_cast<lxw_col_t>(c);
        worksheet_set_column(page, column, column, sheet.columns[c].width, nullptr);
        worksheet_write_string(page, 0, column, sheet.columns[c].title.c_str(), formats.header);
    }
    for (std::size_t r = 0; r < sheet.rows.size(); ++r)
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
            const Place place{page, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), formats};
            std::visit([&](const auto& value) { place.write(value); }, sheet.rows[r][c]);
        }
    worksheet_freeze_panes(page, 1, 0);
    if (!sheet.columns.empty())
        worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()),
                             static_cast<lxw_col_t>(sheet.columns.size() - 1));
}

Formats add_formats(lxw_workbook* book) {
    const Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
    format_set_bold(formats.header);
    format_set_text_wrap(formats.header);
    format_set_align(formats.header, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(formats.text);
    format_set_align(formats.text, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(formats.date, "yyyy-mm-dd");
    return formats;
}

// A file in memory that the library can open by name.
class MemoryFile {
 public:
    MemoryFile() : fd_(memfd_create("xlsx", MFD_CLOEXEC)) {
        if (fd_ < 0) throw std::runtime_error("no memory for a spreadsheet");
    }
    ~MemoryFile() { close(fd_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }
    std::string content() const {
        std::string bytes(static_cast<std::size_t>(lseek(fd_, 0, SEEK_END)), '\0');
        const ssize_t got = pread(fd_, bytes.data(), bytes.size(), 0);
        foundation::check(got == static_cast<ssize_t>(bytes.size()), "a file in memory reads back whole");
        return bytes;
    }

 private:
    int fd_;
};

}  // namespace

std::expected<std::string, XlsxRefusal> write_xlsx(std::span<const Sheet> sheets) {
    if (sheets.empty()) return std::unexpected(XlsxRefusal::no_sheet);
    for (const Sheet& sheet : sheets)
        if (const auto refusal = refusal_of(sheet)) return std::unexpected(*refusal);
    const MemoryFile file;
    const std::string path = file.path();
    lxw_workbook* book = workbook_new(path.c_str());
    // Not the present moment: the same sheets give the same bytes.
    lxw_doc_properties properties{};
    properties.created = 946'684'800;  // 2000-01-01
    workbook_set_properties(book, &properties);
    const Formats formats = add_formats(book);
    for (const Sheet& sheet : sheets) add_sheet(book, sheet, formats);
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        throw std::runtime_error(std::string("writing a spreadsheet: ") + lxw_strerror(error));
    return file.content();
}

}  // namespace maillage::platform::spreadsheet
