#include "domain/indicators/workbook_job.hpp"

#include <charconv>

#include "domain/indicators/figure_table.hpp"
#include "domain/indicators/sql.hpp"
#include "domain/indicators/table_columns.hpp"
#include "platform/csv/writer.hpp"
#include "platform/json_document.hpp"
#include "platform/spreadsheet/refusal_words.hpp"
#include "platform/spreadsheet/spreadsheet_reader.hpp"

namespace maillage::indicators {
namespace {

namespace csv = platform::csv;
namespace db = platform::db;
namespace jobs = platform::jobs;

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

std::string workbook_sentence(const platform::i18n::Words& words, std::string_view refusal) {
    return platform::spreadsheet::sentence_of(
        words, refusal, {.sheet = words("indicators.table.sheet"), .limits = table_limits});
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
        refusal = platform::spreadsheet::name_of(table.error());
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
