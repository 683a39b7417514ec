#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/cluster/installation.hpp"
#include "platform/db/sql.hpp"

namespace maillage::app {

struct UpOptions {
    platform::cluster::InstallationOptions installation;
    std::vector<platform::db::Migration> migrations;  // of the platform and of every slice
    std::string program;                              // absolute path of this program, for its children
    std::vector<std::string> child_arguments;         // added to each child's: "--config", "…"
    std::uint16_t agents_port = 8080, public_port = 8081;
    // Loads the demonstration council when the database holds no council yet. False: it could not.
    std::function<bool(platform::cluster::Installation&)> first_run;
    // Progress in words, one line each; the key is "cluster.initdb", "migration.<stem>", "site.…".
    std::function<void(std::string_view)> tell;
    // After the READY line: addresses and demonstration accounts for a human.
    std::function<void()> welcome;
};

// `maillage up`: the database, its migrations, the demonstration, then both sites, watched
// until SIGINT or SIGTERM. Prints one line "READY agents=URL public=URL" once both sites answer. Returns the
// exit status. Call from the main thread before any other is started. Nothing survives it, even killed by -9.
int run_up(const UpOptions& options);

}  // namespace maillage::app
