#include "domain/snapshots/snapshot_jobs.hpp"

#include "domain/audit/api.hpp"
#include "domain/snapshots/snapshot_document.hpp"
#include "domain/snapshots/snapshot_words.hpp"
#include "domain/snapshots/snapshot_workbook.hpp"
#include "foundation/whole_number.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/json_document.hpp"
#include "platform/json_writer.hpp"
#include "platform/pdf/print_document.hpp"

namespace maillage::snapshots {
namespace {

namespace jobs = platform::jobs;
namespace pdf = platform::pdf;
using identity::Actor;
using identity::Services;
using platform::i18n::Words;

jobs::JobRefusal refusal_of(pdf::PdfRefusal refusal) {
    using Again = jobs::JobRefusal::Again;
    switch (refusal) {
    case pdf::PdfRefusal::unavailable: return {"snapshots.job.unavailable", Again::never};
    case pdf::PdfRefusal::timeout:
    case pdf::PdfRefusal::too_large: return {"snapshots.job.too_long", Again::never};
    case pdf::PdfRefusal::not_as_meant:
    case pdf::PdfRefusal::failed: return {"snapshots.job.failed", Again::later};
    case pdf::PdfRefusal::cancelled: return {"snapshots.job.failed", Again::never};
    }
    __builtin_unreachable();
}

struct Asked {
    const Words& words;
    Snapshot snapshot;
};

// What the payload names; nothing for who may not read it now.
std::optional<Asked> asked(const jobs::JobRun& run, Services& services, const Actor& actor) {
    const auto payload = platform::JsonDocument::parse(run.payload());
    if (!payload) return std::nullopt;
    const auto number = foundation::whole_number<std::int64_t>(payload->text("number")).value_or(0);
    auto found = services.database.transaction(
        actor.context(), [&](platform::db::Tx& tx) { return snapshot(tx, actor, number); });
    if (!found) return std::nullopt;
    return Asked{.words = services.catalogues.of(platform::i18n::language_of(payload->text("language"))),
                 .snapshot = *std::move(found)};
}

std::string file_name(const Snapshot& snapshot, std::string_view extension) {
    return "dashboard-" + std::to_string(snapshot.head.number) + std::string(extension);
}

}  // namespace

std::optional<jobs::JobId> order_document(platform::db::Tx& tx, const identity::Call& call,
                                          std::string_view kind, std::int64_t number) {
    if (!snapshot_head(tx, call.actor, number)) return std::nullopt;
    platform::JsonWriter payload;
    payload.begin_object()
        .member("language", call.words.code())
        .member("number", std::to_string(number))
        .end_object();
    const jobs::JobId job = jobs::enqueue(tx,
                                          {.kind = kind,
                                           .payload = payload.take(),
                                           .council = call.actor.council.value,
                                           .account = call.actor.account.value},
                                          call.now);
    audit::record(tx, {.council = call.actor.council.value,
                       .account = call.actor.account.value,
                       .act = "snapshots.snapshot.export",
                       .object_kind = "snapshot",
                       .object = std::to_string(number)});
    return job;
}

Made make_document(jobs::JobRun& run, Services& services, const Actor& actor, const pdf::PdfOptions& paper) {
    run.progress(10, "snapshots.job.step_reading");
    const auto wanted = asked(run, services, actor);
    if (!wanted) return std::unexpected(jobs::JobRefusal{"snapshots.job.not_allowed"});
    const Words& words = wanted->words;
    const Snapshot& snapshot = wanted->snapshot;
    run.progress(30, "snapshots.job.step_pages");
    const std::string title = title_in_words(words, snapshot.head);
    const std::string html = pdf::print_document(
        {.title = words("snapshots.document.kind", {{"number", words.number(snapshot.head.number)}}),
         .language = words.code(),
         .head = snapshot.content.council + " – " + title,
         .foot = words("snapshots.document.foot", {{"moment", words.time(snapshot.head.taken_at)}})},
        snapshot_document(words, snapshot));
    auto made = pdf::render_pdf(html, paper);
    if (!made) return std::unexpected(refusal_of(made.error()));
    return jobs::JobResult{
        .media_type = "application/pdf", .file_name = file_name(snapshot, ".pdf"), .bytes = *std::move(made)};
}

Made make_workbook(jobs::JobRun& run, Services& services, const Actor& actor) {
    run.progress(10, "snapshots.job.step_reading");
    const auto wanted = asked(run, services, actor);
    if (!wanted) return std::unexpected(jobs::JobRefusal{"snapshots.job.not_allowed"});
    run.progress(50, "snapshots.job.step_sheets");
    auto made = snapshot_workbook(wanted->words, wanted->snapshot);
    if (!made) return std::unexpected(jobs::JobRefusal{"snapshots.job.failed"});
    return jobs::JobResult{.media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                           .file_name = file_name(wanted->snapshot, ".xlsx"),
                           .bytes = *std::move(made)};
}

}  // namespace maillage::snapshots
