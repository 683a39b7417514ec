#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "domain/identity/api.hpp"
#include "platform/cluster/installation.hpp"
#include "platform/config/configuration.hpp"

namespace maillage::app {

foundation::Instant system_clock();

// How many sign-ins a site with so many threads hashes and lets wait, so that a flood of them leaves the
// pages of the others their threads.
platform::crypto::PasswordHasherOptions hashes_beside_pages(std::int64_t workers);

// What a site or the worker stands on: the installation's database under one role, the words of both
// languages, the clock, and the services that handlers take.
class Runtime {
 public:
    struct Database {
        std::string_view role;
        unsigned connections;
        std::chrono::milliseconds statement_timeout{5'000};
    };
    // Nothing once standard error has the reason.
    static std::unique_ptr<Runtime> open(const platform::config::Configuration& configuration,
                                         const Database& database);

    identity::Services& services() { return services_; }
    platform::db::Pool& database() { return pool_; }
    const platform::cluster::Installation& installation() const { return installation_; }

 private:
    Runtime(platform::cluster::Installation installation,
            const platform::config::Configuration& configuration, const Database& database);

    platform::cluster::Installation installation_;
    platform::db::Pool pool_;
    platform::i18n::Catalogues catalogues_;
    platform::crypto::PasswordHasher passwords_;
    identity::Services services_;
};

}  // namespace maillage::app
