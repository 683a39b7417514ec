#include "platform/spreadsheet/spreadsheet_reader.hpp"

#include <algorithm>

#include "foundation/result.hpp"
#include "platform/files/file_type.hpp"
#include "platform/sandbox/sandbox.hpp"
#include "platform/spreadsheet/ogr_output.hpp"

namespace maillage::platform::spreadsheet {
namespace {

using files::FileRefusal;
using files::FileType;
using sandbox::SandboxRefusal;

SpreadsheetRefusal as_refusal(FileRefusal refusal) {
    switch (refusal) {
    case FileRefusal::empty: return SpreadsheetRefusal::empty;
    case FileRefusal::too_big: return SpreadsheetRefusal::too_large;
    case FileRefusal::unknown_type: return SpreadsheetRefusal::not_a_spreadsheet;
    case FileRefusal::damaged: return SpreadsheetRefusal::damaged;
    case FileRefusal::encrypted: return SpreadsheetRefusal::encrypted;
    case FileRefusal::bomb: return SpreadsheetRefusal::bomb;
    case FileRefusal::macros: return SpreadsheetRefusal::macros;
    }
    __builtin_unreachable();
}

SpreadsheetRefusal as_refusal(SandboxRefusal refusal) {
    switch (refusal) {
    case SandboxRefusal::not_started: return SpreadsheetRefusal::unavailable;
    case SandboxRefusal::timeout:
    case SandboxRefusal::cancelled: return SpreadsheetRefusal::timeout;
    case SandboxRefusal::memory:
    case SandboxRefusal::output_too_large: return SpreadsheetRefusal::too_large;
    case SandboxRefusal::crashed: return SpreadsheetRefusal::damaged;
    }
    __builtin_unreachable();
}

struct Workbook {
    std::string_view bytes;
    std::string driver, name;  // "XLSX", "input.xlsx": the name decides which driver opens it
};

std::expected<Workbook, SpreadsheetRefusal> recognised(std::string_view bytes) {
    const auto type = files::file_type(bytes, {FileType::xlsx, FileType::ods});
    if (!type) return std::unexpected(as_refusal(type.error()));
    const bool xlsx = *type == FileType::xlsx;
    return Workbook{
        .bytes = bytes, .driver = xlsx ? "XLSX" : "ODS", .name = xlsx ? "input.xlsx" : "input.ods"};
}

std::expected<std::string, SpreadsheetRefusal> output_of(const Workbook& book,
                                                         std::vector<std::string> arguments,
                                                         const ReadOptions& options) {
    const auto outcome =
        sandbox::run({.arguments = std::move(arguments),
                      .input = {},
                      .files = {{.name = book.name, .bytes = book.bytes}},
                      .environment = {{"OGR_" + book.driver + "_HEADERS", "DISABLE"},
                                      {"OGR_" + book.driver + "_FIELD_TYPES", "STRING"},
                                      {"GDAL_PAM_ENABLED", "NO"},
                                      {"GDAL_NUM_THREADS", "1"}},
                      .limits = {.wall = std::chrono::seconds(60), .output_bytes = options.limits.bytes}},
                     options.cancelled);
    if (!outcome) return std::unexpected(as_refusal(outcome.error()));
    if (outcome->exit_code != 0) return std::unexpected(SpreadsheetRefusal::damaged);
    return outcome->output;
}

std::expected<std::vector<std::string>, SpreadsheetRefusal> names_in(const Workbook& book,
                                                                     const ReadOptions& options) {
    const std::string listing = TRY(output_of(book, {"/usr/bin/ogrinfo", "-ro", "-q", book.name}, options));
    std::vector<std::string> names = sheets_of_listing(listing);
    if (names.empty()) return std::unexpected(SpreadsheetRefusal::damaged);
    return names;
}

// A name that begins with '-' would be taken for an option.
bool can_be_asked_for(const std::string& name) { return !name.starts_with('-'); }

}  // namespace

std::expected<std::vector<std::string>, SpreadsheetRefusal> sheet_names(std::string_view bytes) {
    return names_in(TRY(recognised(bytes)), {});
}

std::expected<csv::Table, SpreadsheetRefusal> read_spreadsheet(std::string_view bytes,
                                                               const ReadOptions& options) {
    const Workbook book = TRY(recognised(bytes));
    const std::vector<std::string> names = TRY(names_in(book, options));
    const bool named = std::ranges::find(names, options.sheet) != names.end();
    if (!named && names.size() > 1) return std::unexpected(SpreadsheetRefusal::several_sheets);
    const std::string& sheet = named ? options.sheet : names.front();
    if (!can_be_asked_for(sheet)) return std::unexpected(SpreadsheetRefusal::several_sheets);
    const std::string output =
        TRY(output_of(book, {"/usr/bin/ogr2ogr", "-f", "CSV", "/vsistdout/", book.name, sheet}, options));
    auto table = table_of_csv(output, options.limits);
    if (table) return *std::move(table);
    return std::unexpected(table.error().kind == csv::CsvRefusal::empty ? SpreadsheetRefusal::empty
                                                                        : SpreadsheetRefusal::too_large);
}

}  // namespace maillage::platform::spreadsheet
