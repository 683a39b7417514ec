#include "app/analyse_input.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>

#include "engine/clock/aoristic.hpp"
#include "foundation/date.hpp"
#include "foundation/result.hpp"

namespace maillage::app {

std::string lower(std::string_view words) {
    std::string small(words);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

namespace {

// What the memory of a small machine holds: 10 million short lines below their header.
constexpr platform::csv::CsvLimits limits{.bytes = std::size_t{400} << 20U, .rows = 10'000'001};

std::optional<double> cell_number(std::string_view cell) {
    if (const auto value = number_of(cell)) return value;
    // A decimal comma: the cell is already cut out of its line.
    std::string pointed(cell);
    const std::size_t comma = pointed.find(',');
    if (comma == std::string::npos || pointed.find('.') != std::string::npos) return std::nullopt;
    pointed[comma] = '.';
    return number_of(pointed);
}

std::optional<std::int64_t> cell_minute(std::string_view cell) {
    if (cell.empty() || cell == "NA") return engine::unknown_minute;
    if (cell.size() < 16 || (cell[10] != ' ' && cell[10] != 'T') || cell[13] != ':') return std::nullopt;
    const auto day = foundation::Date::parse_iso(cell.substr(0, 10));
    const auto hour = number_of(cell.substr(11, 2)), minute = number_of(cell.substr(14, 2));
    if (!day || !hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59)
        return std::nullopt;
    return std::int64_t{day->days().time_since_epoch().count()} * 1440 +
           static_cast<std::int64_t>(*hour) * 60 + static_cast<std::int64_t>(*minute);
}

std::optional<double> cell_day(std::string_view cell) {
    if (const auto day = foundation::Date::parse_iso(cell.substr(0, 10)))
        return static_cast<double>(day->days().time_since_epoch().count());
    // No date lies beyond, and a difference of days stays exact.
    constexpr double most_days = 1e9;
    const auto days = cell_number(cell);
    return days && std::abs(*days) <= most_days ? days : std::nullopt;
}

std::optional<std::uint8_t> cell_truth(std::string_view cell) {
    constexpr std::string_view yes[] = {"1", "true", "t", "yes", "y", "oui", "vrai", "x"};
    constexpr std::string_view no[] = {"0", "false", "f", "no", "n", "non", "faux", ""};
    const std::string word = lower(cell);
    if (std::ranges::find(yes, word) != std::end(yes)) return 1;
    if (std::ranges::find(no, word) != std::end(no)) return 0;
    return std::nullopt;
}

// The whole of a file or of a pipe: a folder has no bytes, a device may have no end.
Answer<std::string> bytes_of(const std::string& file) {
    std::error_code none;
    const auto kind = std::filesystem::status(file, none);
    std::ifstream in;
    if (std::filesystem::is_regular_file(kind) || std::filesystem::is_fifo(kind))
        in.open(file, std::ios::binary);
    if (!in.is_open()) return std::unexpected(Problem{.code = "unreadable_file", .about = file});
    constexpr std::size_t chunk = std::size_t{1} << 20U;
    std::string bytes;
    while (in && bytes.size() <= limits.bytes) {
        const std::size_t before = bytes.size();
        bytes.resize(before + chunk);
        in.read(bytes.data() + before, chunk);
        bytes.resize(before + static_cast<std::size_t>(in.gcount()));
    }
    return bytes;
}

}  // namespace

Answer<InputTable> InputTable::read(const std::string& file) {
    const std::string bytes = TRY(bytes_of(file));
    auto table = platform::csv::read_table(bytes, limits);
    if (!table && table.error().kind == platform::csv::CsvRefusal::too_many_rows)
        return std::unexpected(Problem{.code = "too_large",
                                       .about = file,
                                       .found = static_cast<double>(table.error().line),
                                       .needed = static_cast<double>(limits.rows)});
    if (!table && table.error().kind == platform::csv::CsvRefusal::too_big)
        return std::unexpected(Problem{.code = "too_large",
                                       .about = file,
                                       .found = static_cast<double>(bytes.size()),
                                       .needed = static_cast<double>(limits.bytes)});
    if (!table && table.error().kind == platform::csv::CsvRefusal::empty)
        return std::unexpected(Problem{.code = "empty", .about = file, .found = 0});
    if (!table)
        return std::unexpected(Problem{
            .code = "unreadable_file", .about = file, .found = static_cast<double>(table.error().line)});
    if (!table->ragged.empty())
        return std::unexpected(Problem{.code = "ragged_line",
                                       .about = file,
                                       .found = static_cast<double>(table->ragged.front().number)});
    InputTable input;
    input.table_ = *std::move(table);
    return input;
}

Answer<InputTable> InputTable::of(const Request& request, std::size_t index) {
    if (request.files().size() <= index)
        return std::unexpected(Problem{.code = "missing_file",
                                       .about = request.method(),
                                       .found = static_cast<double>(request.files().size()),
                                       .needed = static_cast<double>(index + 1)});
    auto table = TRY(read(request.files()[index]));
    if (table.rows() == 0)
        return std::unexpected(Problem{.code = "empty", .about = request.files()[index], .found = 0});
    return table;
}

template <class T, class Parse>
Answer<std::vector<T>> InputTable::column(std::string_view title, Parse&& parse) const {
    const auto index = table_.column(title);
    if (!index) return std::unexpected(Problem{.code = "missing_column", .about = std::string(title)});
    std::vector<T> values;
    values.reserve(rows());
    for (const auto& line : table_.lines) {
        auto value = parse(std::string_view(line.cells[*index]));
        if (!value)
            return std::unexpected(Problem{.code = "unreadable_cell",
                                           .about = std::string(title),
                                           .found = static_cast<double>(line.number)});
        values.push_back(*std::move(value));
    }
    return values;
}

Answer<std::vector<std::string>> InputTable::texts(std::string_view title) const {
    return column<std::string>(title, [](std::string_view cell) { return std::optional(std::string(cell)); });
}

Answer<std::vector<double>> InputTable::numbers(std::string_view title) const {
    return column<double>(title, cell_number);
}

Answer<std::vector<std::uint8_t>> InputTable::truths(std::string_view title) const {
    return column<std::uint8_t>(title, cell_truth);
}

Answer<std::vector<std::uint32_t>> InputTable::counts(std::string_view title) const {
    return column<std::uint32_t>(title, [](std::string_view cell) -> std::optional<std::uint32_t> {
        const auto value = cell_number(cell);
        if (!value || *value < 0 || *value > 4e9 || *value != std::floor(*value)) return std::nullopt;
        return static_cast<std::uint32_t>(*value);
    });
}

Answer<std::vector<double>> InputTable::days(std::string_view title) const {
    return column<double>(title, cell_day);
}

Answer<std::vector<std::int64_t>> InputTable::minutes(std::string_view title) const {
    return column<std::int64_t>(title, cell_minute);
}

Answer<std::vector<double>> InputTable::numbers_of(const Request& request, std::string_view option) const {
    return numbers(TRY(request.text(option)));
}

Answer<engine::Weights> weights_of(const Request& request) {
    const std::string words = request.text_or("weights", "row");
    if (words == "row" || words == "W") return engine::Weights::row_standardised;
    if (words == "binary" || words == "B") return engine::Weights::binary;
    return std::unexpected(Problem{.code = "unreadable_option", .about = "weights"});
}

}  // namespace maillage::app
