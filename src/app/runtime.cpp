#include "app/runtime.hpp"

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

Runtime::Runtime(platform::cluster::Installation installation,
                 const platform::config::Configuration& configuration, const Database& database)
    : installation_(std::move(installation)),
      pool_({.connection = installation_.connection(database.role),
             .context_key = installation_.context_key(),
             .size = database.connections,
             .statement_timeout = database.statement_timeout}),
      catalogues_(configuration.locales.folder, configuration.time_zone,
                  configuration.data.folder + "/glossary"),
      passwords_({}, platform::crypto::random_bytes),
      services_{.database = pool_,
                .catalogues = catalogues_,
                .clock = system_clock,
                .random_hex = platform::crypto::random_hex,
                .passwords = passwords_,
                .session_limits = {.idle = std::chrono::minutes(configuration.session.idle_minutes),
                                   .absolute = std::chrono::hours(configuration.session.absolute_hours)}} {}

}  // namespace maillage::app
