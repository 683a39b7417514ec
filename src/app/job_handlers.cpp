#include "app/job_handlers.hpp"

#include "domain/documents/file_check.hpp"
#include "domain/final_review/review_document_job.hpp"
#include "domain/identity/account_actor.hpp"
#include "domain/identity/mail_recipient.hpp"
#include "domain/indicators/definition_import_job.hpp"
#include "domain/indicators/workbook_job.hpp"
#include "domain/notices/api.hpp"
#include "domain/snapshots/snapshot_jobs.hpp"
#include "domain/strategy/table_document_job.hpp"
#include "domain/strategy/workbook_job.hpp"
#include "platform/mail/deliver.hpp"
#include "platform/mail/outbox.hpp"

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

namespace mail = platform::mail;

jobs::JobHandler deliverer(identity::Services& services, const mail::Relay& relay) {
    return [&services,
            relay](jobs::JobRun& run) -> std::expected<std::optional<jobs::JobResult>, jobs::JobRefusal> {
        mail::deliver_due({.database = services.database,
                           .relay = relay,
                           .recipient = identity::mail_recipient,
                           .clock = services.clock,
                           .should_stop = [&run] { return run.should_stop(); }});
        return std::nullopt;
    };
}

}  // namespace

jobs::JobHandlers job_handlers(identity::Services& services,
                               const platform::config::Configuration& configuration,
                               std::optional<mail::Relay> relay) {
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
    handlers.emplace(notices::automatic_kind,
                     for_account(services, [&services](jobs::JobRun& run, const identity::Actor& actor) {
                         return notices::send_automatic(run, services, actor);
                     }));
    // Under the application's own right: a file is checked even when who sent it has left since.
    handlers.emplace(documents::check_kind,
                     [&services, scanner = configuration.uploads.scanner_socket](jobs::JobRun& run) {
                         return documents::check_file(run, services, scanner);
                     });
    if (relay) handlers.emplace(mail::deliver_kind, deliverer(services, *relay));
    return handlers;
}

void wake_mails(identity::Services& services, std::string_view site) {
    const foundation::Instant now = services.clock();
    const foundation::Date today = services.catalogues.of(platform::i18n::Language::fr).today(now);
    services.database.transaction({.reach = platform::db::Context::Reach::system}, [&](platform::db::Tx& tx) {
        notices::tell_site(tx, site);
        mail::wake_deliveries(tx, now);
        notices::wake_automatic(tx, today, now);
    });
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
    if (kind == notices::automatic_kind)
        return JobKind{words("app.job.automatic_mails"), "/digest", identity::Act::edit_governance};
    if (kind == documents::check_kind)
        return JobKind{words("app.job.check_file"), "/actions", identity::Act::attach_evidence};
    if (kind == mail::deliver_kind)
        return JobKind{words("app.job.deliver"), "/mails", identity::Act::manage_accounts};
    return std::nullopt;
}

}  // namespace maillage::app
