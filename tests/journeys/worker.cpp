#include "tests/journeys/worker.hpp"

#include "app/job_handlers.hpp"
#include "platform/jobs/worker.hpp"

namespace maillage::test {

void do_jobs(ServedTown& town, const std::string& scanner_socket) {
    platform::config::Configuration configuration;
    configuration.assets.folder = MAILLAGE_SOURCE_DIR "/web";
    configuration.jobs = {.workers = 1, .pdf_seconds = 120, .pdf_megabytes = 768};
    configuration.uploads.scanner_socket = scanner_socket;
    identity::Services& services = town.services();
    const platform::log::Log log(platform::log::Level::error, services.clock, [](std::string_view) {});
    platform::jobs::Worker worker(services.database, app::job_handlers(services, configuration),
                                  services.clock, log, {});
    while (worker.run_one()) continue;
}

}  // namespace maillage::test
