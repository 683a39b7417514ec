#include "domain/indicators/workbook_job.hpp"

#include <charconv>

#include "domain/indicators/figure_table.hpp"
#include "domain/indicators/sql.hpp"
#include "domain/indicators/table_columns.hpp"
#include "platform/csv/writer.hpp"
#include "platform/json_document.hpp"
#include "platform/spreadsheet/spreadsheet_reader.hpp"

namespace maillage::indicators {
namespace {

namespace csv = platform::csv;
namespace db = platform::db;
namespace jobs = platform::jobs;
using platform::spreadsheet::SpreadsheetRefusal;

// As kept in the database until the page shows its sentence.
std::string_view name_of(SpreadsheetRefusal refusal) {
    switch (refusal) {
    case SpreadsheetRefusal::empty: return "empty";
    case SpreadsheetRefusal::not_a_spreadsheet: return "not_a_spreadsheet";
    case SpreadsheetRefusal::damaged: return "damaged";
    case SpreadsheetRefusal::encrypted: return "encrypted";
    case SpreadsheetRefusal::bomb:
    case SpreadsheetRefusal::too_large: return "too_large";
    case SpreadsheetRefusal::macros: return "macros";
    case SpreadsheetRefusal::several_sheets: return "several_sheets";
    case SpreadsheetRefusal::timeout: return "timeout";
    case SpreadsheetRefusal::unavailable: return "unavailable";
    }
    __builtin_unreachable();
}

// The numbers of the rows go first: the spreadsheet shows them beside blank rows that are not kept.
std::string kept(const csv::Table& table) {
    csv::Writer writer(csv::Dialect::exchange);
    const auto write = [&](const std::vector<std::string>& cells) {
        for (const std::string& cell : cells) writer.text(cell);
        writer.end_row();
    };
    writer.text(number_title);
    write(table.header);
    for (const auto& line : table.lines) {
        writer.number(static_cast<std::int64_t>(line.number));
        write(line.cells);
    }
    for (const auto& line : table.ragged) {
        writer.number(static_cast<std::int64_t>(line.number));
        write(line.cells);
    }
    return writer.take();
}

}  // namespace

bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

std::string workbook_sentence(const platform::i18n::Words& words, std::string_view refusal) {
    if (refusal == "empty") return words("indicators.workbook.empty");
    if (refusal == "not_a_spreadsheet") return words("indicators.workbook.not_a_spreadsheet");
    if (refusal == "encrypted") return words("indicators.workbook.encrypted");
    if (refusal == "too_large") return words("indicators.workbook.too_large");
    if (refusal == "macros") return words("indicators.workbook.macros");
    if (refusal == "several_sheets") return words("indicators.workbook.several_sheets");
    if (refusal == "timeout") return words("indicators.workbook.timeout");
    if (refusal == "unavailable") return words("indicators.workbook.unavailable");
    return words("indicators.workbook.damaged");
}

std::expected<csv::Table, csv::CsvProblem> table_of(std::string_view cells) {
    auto table = csv::read_table(cells, {.bytes = 4 * table_limits.bytes,
                                         .rows = table_limits.rows + 1,
                                         .columns = table_limits.columns + 1,
                                         .cell_bytes = 2 * table_limits.cell_bytes});
    if (!table || table->header.empty() || table->header.front() != number_title) return table;
    const auto number = [](std::size_t& known, const std::vector<std::string>& cells_of) {
        const std::string& text = cells_of.front();
        std::from_chars(text.data(), text.data() + text.size(), known);
    };
    for (auto& line : table->lines) number(line.number, line.cells);
    for (auto& line : table->ragged) number(line.number, line.cells);
    return table;
}

std::expected<std::optional<jobs::JobResult>, jobs::JobRefusal> read_workbook(jobs::JobRun& run,
                                                                              identity::Services& services,
                                                                              const identity::Actor& actor) {
    const auto payload = platform::JsonDocument::parse(run.payload());
    if (!payload || !identity::may(actor, identity::Act::fill_indicators))
        return std::unexpected(jobs::JobRefusal{"indicators.job.not_allowed"});
    const std::string id(payload->text("table"));
    const auto bytes = services.database.transaction(actor.context(), [&](db::Tx& tx) {
        return tx.one(
            sql::sent_workbook, [](db::Row& row) { return row.bytea(); }, actor.council, actor.account, id);
    });
    // Read by an attempt before this one.
    if (!bytes) return std::nullopt;
    run.progress(30, "indicators.table.reading");
    const auto table = platform::spreadsheet::read_spreadsheet(
        *bytes, {.sheet = services.catalogues.of(platform::i18n::Language::fr)("indicators.table.sheet"),
                 .limits = table_limits,
                 .cancelled = [&] { return run.should_stop(); }});
    if (run.should_stop()) return std::unexpected(jobs::JobRefusal{"jobs.failure.breakdown"});
    std::string cells, refusal;
    if (!table)
        refusal = name_of(table.error());
    else if (table->lines.empty() && table->ragged.empty())
        refusal = "empty";
    else
        cells = kept(*table);
    services.database.transaction(actor.context(), [&](db::Tx& tx) {
        tx.run(sql::sent_workbook_read, actor.council, actor.account, id, cells, refusal);
    });
    return std::nullopt;
}

}  // namespace maillage::indicators
