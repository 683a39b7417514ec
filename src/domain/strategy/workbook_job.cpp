#include "domain/strategy/workbook_job.hpp"

#include "domain/strategy/import_rows.hpp"
#include "domain/strategy/sql.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/json_document.hpp"
#include "platform/json_writer.hpp"
#include "platform/spreadsheet/spreadsheet_reader.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;
namespace jobs = platform::jobs;
namespace spreadsheet = platform::spreadsheet;
using spreadsheet::SpreadsheetRefusal;

// Of the sheet wanted when a workbook has several: the name that our own export gives it.
constexpr std::string_view sheet_name = "Actions";

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

struct Reading {
    std::string cells, mapping, refusal;
};

Reading read(const std::string& bytes, const platform::i18n::Catalogues& catalogues, jobs::JobRun& run) {
    const auto table = spreadsheet::read_spreadsheet(bytes, {.sheet = std::string(sheet_name),
                                                             .limits = import_limits,
                                                             .cancelled = [&] { return run.should_stop(); }});
    if (!table) return {.cells = {}, .mapping = {}, .refusal = std::string(name_of(table.error()))};
    if (table->lines.empty() && table->ragged.empty())
        return {.cells = {}, .mapping = {}, .refusal = "empty"};
    return {.cells = as_text(*table), .mapping = as_text(guessed_mapping(catalogues, *table)), .refusal = {}};
}

}  // namespace

bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

void stage_workbook(Scope& scope, const std::string& id, std::string_view bytes) {
    platform::JsonWriter payload;
    payload.begin_object().member("import", id).end_object();
    const jobs::JobId job = jobs::enqueue(scope.tx,
                                          {.kind = read_workbook_kind,
                                           .payload = payload.take(),
                                           .council = scope.council.value,
                                           .account = scope.account.value},
                                          scope.now);
    scope.tx.run(sql::stage_workbook, id, scope.council, scope.account, db::Bytes{bytes}, job);
}

std::string workbook_sentence(const platform::i18n::Words& words, std::string_view refusal) {
    if (refusal == "empty") return words("strategy.workbook.empty");
    if (refusal == "not_a_spreadsheet") return words("strategy.workbook.not_a_spreadsheet");
    if (refusal == "encrypted") return words("strategy.workbook.encrypted");
    if (refusal == "too_large") return words("strategy.workbook.too_large");
    if (refusal == "macros") return words("strategy.workbook.macros");
    if (refusal == "several_sheets") return words("strategy.workbook.several_sheets");
    if (refusal == "timeout") return words("strategy.workbook.timeout");
    if (refusal == "unavailable") return words("strategy.workbook.unavailable");
    return words("strategy.workbook.damaged");
}

std::expected<std::optional<jobs::JobResult>, jobs::JobRefusal> read_workbook(jobs::JobRun& run,
                                                                              identity::Services& services,
                                                                              const identity::Actor& actor) {
    const auto payload = platform::JsonDocument::parse(run.payload());
    if (!payload || !identity::may(actor, identity::Act::import_strategy))
        return std::unexpected(jobs::JobRefusal{"strategy.job.not_allowed"});
    const std::string id(payload->text("import"));
    const auto bytes = services.database.transaction(actor.context(), [&](db::Tx& tx) {
        return tx.one(
            sql::staged_workbook, [](db::Row& row) { return row.bytea(); }, actor.council, actor.account, id);
    });
    // Read by an attempt before this one.
    if (!bytes) return std::nullopt;
    run.progress(30, "strategy.import.step_reading");
    const Reading reading = read(*bytes, services.catalogues, run);
    if (run.should_stop()) return std::unexpected(jobs::JobRefusal{"jobs.failure.breakdown"});
    services.database.transaction(actor.context(), [&](db::Tx& tx) {
        tx.run(sql::workbook_read, actor.council, actor.account, id, reading.cells, reading.mapping,
               reading.refusal);
    });
    return std::nullopt;
}

}  // namespace maillage::strategy
