#include "domain/indicators/definition_import_job.hpp"

#include "domain/indicators/definition_workbook.hpp"
#include "domain/indicators/sql.hpp"
#include "platform/csv/kept_table.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/json_document.hpp"
#include "platform/json_writer.hpp"
#include "platform/spreadsheet/refusal_words.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace jobs = platform::jobs;
namespace spreadsheet = platform::spreadsheet;

struct ReadWorkbook {
    std::string cells, refusal;
};

ReadWorkbook read(const std::string& bytes, jobs::JobRun& run) {
    const auto table = spreadsheet::read_spreadsheet(bytes, {.sheet = std::string(definitions_sheet),
                                                             .limits = import_limits,
                                                             .cancelled = [&] { return run.should_stop(); }});
    if (!table) return {.cells = {}, .refusal = std::string(spreadsheet::name_of(table.error()))};
    if (table->lines.empty() && table->ragged.empty()) return {.cells = {}, .refusal = "empty"};
    return {.cells = platform::csv::kept_text(*table), .refusal = {}};
}

}  // namespace

void stage_workbook(db::Tx& tx, const identity::Actor& actor, const std::string& id, std::string_view bytes,
                    foundation::Instant now) {
    platform::JsonWriter payload;
    payload.begin_object().member("import", id).end_object();
    const jobs::JobId job = jobs::enqueue(tx,
                                          {.kind = read_definitions_kind,
                                           .payload = payload.take(),
                                           .council = actor.council.value,
                                           .account = actor.account.value},
                                          now);
    tx.run(sql::stage_workbook, actor.council, actor.account, id, db::Bytes{bytes}, job);
}

std::string definitions_sentence(const platform::i18n::Words& words, std::string_view refusal) {
    return spreadsheet::sentence_of(words, refusal,
                                    {.sheet = std::string(definitions_sheet), .limits = import_limits});
}

std::expected<std::optional<jobs::JobResult>, jobs::JobRefusal> read_definition_workbook(
    jobs::JobRun& run, identity::Services& services, const identity::Actor& actor) {
    const auto payload = platform::JsonDocument::parse(run.payload());
    if (!payload || !identity::may(actor, identity::Act::edit_indicators))
        return std::unexpected(jobs::JobRefusal{"indicators.job.not_allowed"});
    const std::string id(payload->text("import"));
    const auto bytes = services.database.transaction(actor.context(), [&](db::Tx& tx) {
        return tx.one(
            sql::staged_workbook, [](db::Row& row) { return row.bytea(); }, actor.council, actor.account, id);
    });
    // Read by an attempt before this one.
    if (!bytes) return std::nullopt;
    run.progress(30, "indicators.import.reading");
    const ReadWorkbook reading = read(*bytes, run);
    if (run.should_stop()) return std::unexpected(jobs::JobRefusal{"jobs.failure.breakdown"});
    services.database.transaction(actor.context(), [&](db::Tx& tx) {
        tx.run(sql::workbook_read, actor.council, actor.account, id, reading.cells, reading.refusal);
    });
    return std::nullopt;
}

}  // namespace maillage::indicators
