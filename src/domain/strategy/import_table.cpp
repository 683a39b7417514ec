#include <algorithm>
#include <charconv>
#include <span>

#include "domain/strategy/import_rows.hpp"
#include "foundation/text.hpp"
#include "platform/csv/guard.hpp"
#include "platform/csv/writer.hpp"

// The table of an import as it is kept, and which of its columns is which field.
namespace maillage::strategy {
namespace {

namespace csv = platform::csv;
using platform::csv::Table;

// Numbers, quotes and guards come on top of what was uploaded.
constexpr csv::CsvLimits kept_limits{.bytes = 8 * import_limits.bytes,
                                     .rows = import_limits.rows + 10,
                                     .columns = import_limits.columns + 1,
                                     .cell_bytes = 4 * import_limits.cell_bytes};

}  // namespace

ImportMapping guessed_mapping(const platform::i18n::Catalogues& catalogues, const Table& table) {
    using platform::i18n::Language;
    ImportMapping mapping;
    for (const std::string_view field : import_fields) {
        auto column = table.column(field);
        for (const Language language : {Language::fr, Language::en})
            if (!column) column = table.column(field_word(catalogues.of(language), field));
        if (column) mapping[std::string(field)] = *column;
    }
    return mapping;
}

std::vector<std::string> left_aside(const ImportMapping& mapping, const Table& table) {
    std::vector<std::string> headers;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        const bool read = std::ranges::any_of(mapping, [&](const auto& one) { return one.second == column; });
        if (!read && !table.header[column].empty()) headers.push_back(table.header[column]);
    }
    return headers;
}

std::string as_text(const ImportMapping& mapping) {
    std::string text;
    for (const auto& [field, column] : mapping) text += field + "=" + std::to_string(column) + ";";
    return text;
}

std::string as_text(const Table& table) {
    csv::Writer writer(csv::Dialect::exchange);
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

std::optional<Table> table_from(std::string_view kept) {
    auto reader = csv::Reader::open_made_by_us(kept, ',', kept_limits);
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
        for (const std::string_view cell : read.subspan(1)) cells.emplace_back(csv::unguarded(cell));
        if (first)
            table.header = std::move(cells);
        else if (cells.size() == table.header.size())
            table.lines.push_back({.number = number, .cells = std::move(cells)});
        else
            table.ragged.push_back({.number = number, .cells = std::move(cells)});
    }
}

ImportMapping mapping_from(std::string_view text) {
    ImportMapping mapping;
    for (const std::string_view pair : foundation::split(text, ';')) {
        const std::size_t equals = pair.find('=');
        if (equals == pair.npos) continue;
        std::size_t column = 0;
        const std::string_view digits = pair.substr(equals + 1);
        std::from_chars(digits.data(), digits.data() + digits.size(), column);
        mapping[std::string(pair.substr(0, equals))] = column;
    }
    return mapping;
}

}  // namespace maillage::strategy
