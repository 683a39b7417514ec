#include "app/worker_command.hpp"

#include <signal.h>
#include <time.h>

#include "app/job_handlers.hpp"
#include "app/runtime.hpp"
#include "domain/documents/file_check.hpp"
#include "domain/final_review/api.hpp"
#include "domain/identity/session_store.hpp"
#include "domain/indicators/api.hpp"
#include "domain/strategy/api.hpp"
#include "platform/db/errors.hpp"
#include "platform/jobs/worker.hpp"
#include "platform/log/log.hpp"
#include "platform/mail/outbox.hpp"

namespace maillage::app {
namespace {

namespace log = platform::log;

constexpr timespec a_minute{.tv_sec = 60, .tv_nsec = 0};
constexpr int minutes_between_purges = 10;
constexpr std::chrono::days mails_kept{90};

// Sessions, submissions, kept forms, staged imports and drafts past their time. A database that is away is no
// reason to end: the next round finds it again.
void purge(identity::Services& services, const log::Log& log) {
    try {
        identity::purge(services);
        strategy::purge(services.database, services.clock());
        indicators::purge(services.database, services.clock());
        final_review::purge(services.database, services.clock());
        services.database.transaction(
            {.reach = platform::db::Context::Reach::system}, [&](platform::db::Tx& tx) {
                platform::mail::forget_deliveries(tx, services.clock() - mails_kept);
            });
    } catch (const platform::db::Unavailable& away) {
        log.warning("purge", {{"what", log::Breakdown{away.what()}}});
    }
}

void wake(identity::Services& services, std::string_view site, const log::Log& log) {
    try {
        wake_mails(services, site);
        services.database.transaction(
            {.reach = platform::db::Context::Reach::system},
            [&](platform::db::Tx& tx) { documents::wake_checks(tx, services.clock()); });
    } catch (const platform::db::Unavailable& away) {
        log.warning("wake", {{"what", log::Breakdown{away.what()}}});
    }
}

// A relay that is named wrongly sends nothing, and `maillage check` says why; the other work goes on.
std::optional<platform::mail::Relay> usable_relay(const platform::config::Configuration& configuration,
                                                  const log::Log& log) {
    auto relay = platform::mail::relay_of(configuration);
    if (relay) return *std::move(relay);
    log.error("mail_configuration", {{"reason", static_cast<int>(relay.error())}});
    return std::nullopt;
}

}  // namespace

int run_worker(const platform::config::Configuration& configuration) {
    // Blocked before any thread starts, so that only sigtimedwait() below takes them.
    sigset_t stop;
    sigemptyset(&stop);
    for (const int number : {SIGINT, SIGTERM}) sigaddset(&stop, number);
    sigprocmask(SIG_BLOCK, &stop, nullptr);

    const auto threads = static_cast<unsigned>(configuration.jobs.workers);
    // One connection for each job, one for its progress, one for the house.
    const auto runtime = Runtime::open(configuration, {.role = "maillage_app",
                                                       .connections = 2 * threads + 1,
                                                       .statement_timeout = std::chrono::seconds(60)});
    if (!runtime) return 1;
    const log::Log log(log::level_of(configuration.log.level).value_or(log::Level::info), system_clock,
                       log::standard_error());
    const auto relay = usable_relay(configuration, log);
    const std::string site = relay ? relay->site.link("") : std::string();
    platform::jobs::Worker worker(
        runtime->database(), job_handlers(runtime->services(), configuration, relay), system_clock, log,
        {.threads = threads, .listen = runtime->installation().connection("maillage_app")});
    worker.start();
    for (int minute = 0;; ++minute) {
        if (minute % minutes_between_purges == 0) purge(runtime->services(), log);
        wake(runtime->services(), site, log);
        if (sigtimedwait(&stop, nullptr, &a_minute) >= 0) break;
    }
    worker.stop();
    return 0;
}

}  // namespace maillage::app
