#include "app/job_handlers.hpp"

#include "domain/final_review/review_document_job.hpp"
#include "domain/identity/account_actor.hpp"
#include "domain/indicators/workbook_job.hpp"
#include "domain/snapshots/snapshot_jobs.hpp"
#include "domain/indicators/definition_import_job.hpp"
#include "domain/strategy/table_document_job.hpp"
#include "domain/strategy/workbook_job.hpp"

namespace maillage::app {
namespace {

namespace jobs = platform::jobs;

// `work(run, actor)` under the rights that who asked has now.
template <class Work>
jobs::JobHandler for_account(identity::Services& services, Work work) {
    return [&services,
            work](jobs::JobRun& run) -> std::expected<std::optional<jobs::JobResult>, jobs::JobRefusal> {
        const auto actor = identity::actor_of_account(services, territory::CouncilId(run.council()),
                                                      identity::AccountId(run.account()));
        if (!actor) return std::unexpected(jobs::JobRefusal{"app.job.no_account"});
        return work(run, *actor);
    };
}

}  // namespace

jobs::JobHandlers job_handlers(identity::Services& services,
                               const platform::config::Configuration& configuration) {
    const platform::pdf::PdfOptions paper{
        .folder = configuration.assets.folder + "/print",
        .time = std::chrono::seconds(configuration.jobs.pdf_seconds),
        .memory_bytes = static_cast<std::size_t>(configuration.jobs.pdf_megabytes) << 20U};
    jobs::JobHandlers handlers;
    handlers.emplace(
        strategy::table_document_kind,
        for_account(services, [&services, paper](jobs::JobRun& run, const identity::Actor& actor) {
            platform::pdf::PdfOptions options = paper;
            options.cancelled = [&run] { return run.should_stop(); };
            return strategy::make_table_document(run, services, actor, options);
        }));
    handlers.emplace(
        final_review::document_kind,
        for_account(services, [&services, paper](jobs::JobRun& run, const identity::Actor& actor) {
            platform::pdf::PdfOptions options = paper;
            options.cancelled = [&run] { return run.should_stop(); };
            return final_review::make_document(run, services, actor, options);
        }));
    handlers.emplace(strategy::read_workbook_kind,
                     for_account(services, [&services](jobs::JobRun& run, const identity::Actor& actor) {
                         return strategy::read_workbook(run, services, actor);
                     }));
    handlers.emplace(
        snapshots::document_kind,
        for_account(services, [&services, paper](jobs::JobRun& run, const identity::Actor& actor) {
            platform::pdf::PdfOptions options = paper;
            options.cancelled = [&run] { return run.should_stop(); };
            return snapshots::make_document(run, services, actor, options);
        }));
    handlers.emplace(snapshots::workbook_kind,
                     for_account(services, [&services](jobs::JobRun& run, const identity::Actor& actor) {
                         return snapshots::make_workbook(run, services, actor);
                     }));
    handlers.emplace(indicators::read_workbook_kind,
                     for_account(services, [&services](jobs::JobRun& run, const identity::Actor& actor) {
                         return indicators::read_workbook(run, services, actor);
                     }));
    handlers.emplace(indicators::read_definitions_kind,
                     for_account(services, [&services](jobs::JobRun& run, const identity::Actor& actor) {
                         return indicators::read_definition_workbook(run, services, actor);
                     }));
    return handlers;
}

std::optional<JobKind> job_kind(const platform::i18n::Words& words, std::string_view kind) {
    if (kind == strategy::table_document_kind)
        return JobKind{words("app.job.table_document"), "/actions", identity::Act::export_strategy};
    if (kind == strategy::read_workbook_kind)
        return JobKind{words("app.job.read_workbook"), "/actions/import", identity::Act::import_strategy};
    if (kind == snapshots::document_kind)
        return JobKind{words("app.job.snapshot_document"), "/snapshots", identity::Act::read_indicators};
    if (kind == snapshots::workbook_kind)
        return JobKind{words("app.job.snapshot_workbook"), "/snapshots", identity::Act::read_indicators};
    if (kind == indicators::read_workbook_kind)
        return JobKind{words("app.job.read_figures"), "/dashboard", identity::Act::fill_indicators};
    if (kind == indicators::read_definitions_kind)
        return JobKind{words("app.job.read_workbook"), "/indicators/import", identity::Act::edit_indicators};
    if (kind == final_review::document_kind)
        return JobKind{words("app.job.final_review"), "/final-review", identity::Act::read_indicators};
    return std::nullopt;
}

}  // namespace maillage::app
