#include "platform/csv/kept_table.hpp"

#include <charconv>
#include <span>

#include "platform/csv/guard.hpp"
#include "platform/csv/writer.hpp"

namespace maillage::platform::csv {

std::string kept_text(const Table& table) {
    Writer writer(Dialect::exchange);
    const auto write = [&](std::size_t number, const std::vector<std::string>& cells) {
        writer.number(static_cast<std::int64_t>(number));
        for (const std::string& cell : cells) writer.text(cell);
        writer.end_row();
    };
    write(0, table.header);
    for (const auto& line : table.lines) write(line.number, line.cells);
    for (const auto& ragged : table.ragged) write(ragged.number, ragged.cells);
    return writer.take();
}

std::optional<Table> kept_table(std::string_view text, const CsvLimits& uploaded) {
    const CsvLimits limits{.bytes = 8 * uploaded.bytes,
                           .rows = uploaded.rows + 10,
                           .columns = uploaded.columns + 1,
                           .cell_bytes = 4 * uploaded.cell_bytes};
    auto reader = Reader::open_made_by_us(text, ',', limits);
    if (!reader) return std::nullopt;
    Table table;
    for (bool first = true;; first = false) {
        const auto row = reader->next();
        if (!row) return std::nullopt;
        if (!*row) return first ? std::nullopt : std::optional(std::move(table));
        const std::span<const std::string_view> read = (*row)->cells;
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(read[0].data(), read[0].data() + read[0].size(), number);
        if (error != std::errc() || (first && number != 0)) return std::nullopt;
        std::vector<std::string> cells;
        for (const std::string_view cell : read.subspan(1)) cells.emplace_back(unguarded(cell));
        if (first)
            table.header = std::move(cells);
        else if (cells.size() == table.header.size())
            table.lines.push_back({.number = number, .cells = std::move(cells)});
        else
            table.ragged.push_back({.number = number, .cells = std::move(cells)});
    }
}

}  // namespace maillage::platform::csv
