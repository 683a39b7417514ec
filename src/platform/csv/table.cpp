#include "platform/csv/table.hpp"

#include <algorithm>

#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "platform/csv/guard.hpp"

namespace maillage::platform::csv {
namespace {

bool is_blank(std::string_view cell) { return foundation::trimmed(cell).empty(); }

}  // namespace

void add_line(Table& table, const Row& row) {
    if (std::ranges::all_of(row.cells, is_blank)) return;
    std::span<const std::string_view> cells = row.cells;
    if (table.header.empty()) {
        while (is_blank(cells.back())) cells = cells.first(cells.size() - 1);
        for (const std::string_view title : cells) table.header.emplace_back(foundation::trimmed(title));
        return;
    }
    while (cells.size() > table.header.size() && is_blank(cells.back()))
        cells = cells.first(cells.size() - 1);
    std::vector<std::string> read;
    for (const std::string_view cell : cells) read.emplace_back(unguarded(cell));
    if (read.size() == table.header.size())
        table.lines.push_back({.number = row.line, .cells = std::move(read)});
    else
        table.ragged.push_back({.number = row.line, .cells = std::move(read)});
}

std::optional<std::size_t> Table::column(std::string_view title) const {
    const std::string wanted = foundation::folded(foundation::trimmed(title));
    for (std::size_t i = 0; i < header.size(); ++i)
        if (foundation::folded(header[i]) == wanted) return i;
    return std::nullopt;
}

std::expected<Table, CsvProblem> read_table(std::string_view bytes, const CsvLimits& limits) {
    Reader reader = TRY(Reader::open(bytes, limits));
    Table table;
    for (;;) {
        const std::optional<Row> row = TRY(reader.next());
        if (!row) break;
        add_line(table, *row);
    }
    if (table.header.empty()) return std::unexpected(CsvProblem{CsvRefusal::empty});
    return table;
}

}  // namespace maillage::platform::csv
