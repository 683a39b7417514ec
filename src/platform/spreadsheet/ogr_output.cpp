#include "platform/spreadsheet/ogr_output.hpp"

#include <algorithm>

#include "foundation/result.hpp"
#include "foundation/text.hpp"

namespace maillage::platform::spreadsheet {
namespace {

// 'd' stands for a digit, every other character for itself.
bool has_form(std::string_view text, std::string_view form) {
    return std::ranges::equal(text, form,
                              [](char c, char f) { return f == 'd' ? c >= '0' && c <= '9' : c == f; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// ODS prints numbers with sixteen decimals; a person never types that many.
bool is_ods_decimal(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == text.npos || text.size() - point - 1 < 16) return false;
    const std::string_view whole =
        text.substr(text.starts_with('-') ? 1 : 0, point - (text.starts_with('-') ? 1 : 0));
    return !whole.empty() && std::ranges::all_of(whole, is_digit) &&
           std::ranges::all_of(text.substr(point + 1), is_digit);
}

}  // namespace

std::string plain_value(std::string_view value) {
    std::string plain(value);
    if (has_form(value, "dddd/dd/dd") || has_form(value, "dddd/dd/dd dd:dd:dd")) {
        plain[4] = plain[7] = '-';
    } else if (has_form(value, "dddd-dd-ddTdd:dd:dd")) {
        plain[10] = ' ';
    } else if (is_ods_decimal(value)) {
        plain.erase(plain.find_last_not_of('0') + 1);
        if (plain.ends_with('.')) plain.pop_back();
    }
    return plain;
}

std::vector<std::string> sheets_of_listing(std::string_view listing) {
    std::vector<std::string> names;
    for (std::string_view line : foundation::split(listing, '\n')) {
        const std::size_t digits = line.find_first_not_of("0123456789");
        if (digits == 0 || digits == line.npos || !line.substr(digits).starts_with(": ")) continue;
        line.remove_prefix(digits + 2);
        if (const std::size_t geometry = line.rfind(" ("); geometry != line.npos && line.ends_with(')'))
            line = line.substr(0, geometry);
        if (!line.empty()) names.emplace_back(line);
    }
    return names;
}

std::expected<csv::Table, csv::CsvProblem> table_of_csv(std::string_view output,
                                                        const csv::CsvLimits& limits) {
    csv::Reader reader = TRY(csv::Reader::open_made_by_us(output, ',', limits));
    csv::Table table;
    TRY(reader.next());  // the invented names
    for (std::size_t number = 1;; ++number) {
        const std::optional<csv::Row> row = TRY(reader.next());
        if (!row) break;
        std::vector<std::string> plain;
        for (const std::string_view cell : row->cells) plain.push_back(plain_value(cell));
        const std::vector<std::string_view> cells(plain.begin(), plain.end());
        csv::add_line(table, {.cells = cells, .line = number});
    }
    if (table.header.empty()) return std::unexpected(csv::CsvProblem{csv::CsvRefusal::empty});
    return table;
}

}  // namespace maillage::platform::spreadsheet
