#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "platform/cluster/installation.hpp"
#include "platform/config/configuration.hpp"
#include "platform/db/tx.hpp"

// What `maillage check` looks at. Each answers what is wrong, in technical words ("maillage_app"); nothing is
// well.
namespace maillage::app {

enum class Check : std::uint8_t {
    configuration,
    folders,      // data, locales, help and assets are there
    secrets,      // the key files are readable by their owner alone
    permissions,  // nobody else writes where the installation lives
    database,
    roles,
    rows,
    migrations,
    disk,
    clock,
    mail,     // the relay answers, when one is named
    provider  // the same for the identity provider
};
struct Finding {
    Check check;
    std::string wrong;  // empty: well
};

std::string missing_folders(const platform::config::Configuration& configuration);
std::string open_secrets(const std::vector<std::string>& key_files);
std::string writable_by_others(const std::vector<std::string>& paths);
std::string roles_out_of_order(platform::db::Tx& tx);
std::string rows_out_of_guard(platform::db::Tx& tx);
std::string migrations_to_run(const platform::db::MigrationState& state);
struct Space {
    std::uint64_t free_bytes, all_bytes;
};
std::string too_full(const Space& space);
struct Clocks {
    foundation::Instant own, server;
    std::optional<foundation::Instant> last_migration;
};
std::string wrong_clock(const Clocks& clocks);
// The key that is wrong, or what the relay answered; nothing when no relay is named.
std::string mail_out_of_order(const platform::config::Configuration& configuration);
// The key that is wrong, or why nobody could sign in by the identity provider; nothing when none is named.
std::string provider_out_of_order(const platform::config::Configuration& configuration,
                                  foundation::Instant now);

// All of them on an installation, in the order of the enum; stops after the database when it does not answer.
std::vector<Finding> check_installation(const platform::config::Configuration& configuration,
                                        const std::vector<platform::db::Migration>& migrations,
                                        foundation::Instant now);

}  // namespace maillage::app
