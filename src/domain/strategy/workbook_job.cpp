#include "domain/strategy/workbook_job.hpp"

#include "domain/strategy/import_rows.hpp"
#include "domain/strategy/sql.hpp"
#include "platform/csv/kept_table.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/json_document.hpp"
#include "platform/json_writer.hpp"
#include "platform/spreadsheet/refusal_words.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;
namespace jobs = platform::jobs;
namespace spreadsheet = platform::spreadsheet;

// Of the sheet wanted when a workbook has several: the name that our own export gives it.
constexpr std::string_view sheet_name = "Actions";

struct Reading {
    std::string cells, mapping, refusal;
};

Reading read(const std::string& bytes, const platform::i18n::Catalogues& catalogues, jobs::JobRun& run) {
    const auto table = spreadsheet::read_spreadsheet(bytes, {.sheet = std::string(sheet_name),
                                                             .limits = import_limits,
                                                             .cancelled = [&] { return run.should_stop(); }});
    if (!table)
        return {.cells = {}, .mapping = {}, .refusal = std::string(spreadsheet::name_of(table.error()))};
    if (table->lines.empty() && table->ragged.empty())
        return {.cells = {}, .mapping = {}, .refusal = "empty"};
    return {.cells = platform::csv::kept_text(*table),
            .mapping = as_text(guessed_mapping(catalogues, *table)),
            .refusal = {}};
}

}  // namespace

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
    return spreadsheet::sentence_of(words, refusal,
                                    {.sheet = std::string(sheet_name), .limits = import_limits});
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
