#include "app/worker_command.hpp"

#include <signal.h>
#include <time.h>

#include "app/job_handlers.hpp"
#include "app/runtime.hpp"
#include "domain/final_review/api.hpp"
#include "domain/identity/session_store.hpp"
#include "domain/indicators/api.hpp"
#include "domain/strategy/api.hpp"
#include "platform/db/errors.hpp"
#include "platform/jobs/worker.hpp"
#include "platform/log/log.hpp"

namespace maillage::app {
namespace {

namespace log = platform::log;

constexpr timespec between_purges{.tv_sec = 600, .tv_nsec = 0};

// Sessions, submissions, kept forms, staged imports and drafts past their time. A database that is away is no
// reason to end: the next round finds it again.
void purge(identity::Services& services, const log::Log& log) {
    try {
        identity::purge(services);
        strategy::purge(services.database, services.clock());
        indicators::purge(services.database, services.clock());
        final_review::purge(services.database, services.clock());
    } catch (const platform::db::Unavailable& away) {
        log.warning("purge", {{"what", log::Breakdown{away.what()}}});
    }
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
    platform::jobs::Worker worker(
        runtime->database(), job_handlers(runtime->services(), configuration), system_clock, log,
        {.threads = threads, .listen = runtime->installation().connection("maillage_app")});
    worker.start();
    do purge(runtime->services(), log);
    while (sigtimedwait(&stop, nullptr, &between_purges) < 0);
    worker.stop();
    return 0;
}

}  // namespace maillage::app
