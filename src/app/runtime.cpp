#include "app/runtime.hpp"

#include <algorithm>

#include "app/installed.hpp"
#include "app/open_installation.hpp"
#include "app/progress.hpp"
#include "platform/crypto/random.hpp"

namespace maillage::app {

foundation::Instant system_clock() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::unique_ptr<Runtime> Runtime::open(const platform::config::Configuration& configuration,
                                       const Database& database) {
    auto installation =
        open_installation(installation_of(configuration), platform::cluster::Installation::Part::command,
                          told_on_terminal(configuration));
    if (!installation) return nullptr;
    return std::unique_ptr<Runtime>(new Runtime(*std::move(installation), configuration, database));
}

platform::crypto::PasswordHasherOptions hashes_beside_pages(std::int64_t workers) {
    // A sign-in holds its thread while it waits: two threads are always left to pages.
    const auto for_passwords = static_cast<unsigned>(std::max<std::int64_t>(1, workers - 2));
    platform::crypto::PasswordHasherOptions options;
    options.at_once = std::min(options.at_once, for_passwords);
    options.queue = std::min(options.queue, for_passwords - options.at_once);
    return options;
}

Runtime::Runtime(platform::cluster::Installation installation,
                 const platform::config::Configuration& configuration, const Database& database)
    : installation_(std::move(installation)),
      pool_({.connection = installation_.connection(database.role),
             .context_key = installation_.context_key(),
             .size = database.connections,
             .statement_timeout = database.statement_timeout}),
      catalogues_(configuration.locales.folder, configuration.time_zone,
                  configuration.data.folder + "/glossary"),
      passwords_(hashes_beside_pages(configuration.http.workers), platform::crypto::random_bytes),
      services_{.database = pool_,
                .catalogues = catalogues_,
                .clock = system_clock,
                .random_hex = platform::crypto::random_hex,
                .passwords = passwords_,
                .session_limits = {.idle = std::chrono::minutes(configuration.session.idle_minutes),
                                   .absolute = std::chrono::hours(configuration.session.absolute_hours)}} {}

}  // namespace maillage::app
