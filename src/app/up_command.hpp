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
    std::vector<std::string> site_files;              // what the sites read besides the program
    // After the migrations, before the sites: the demonstration, when it was asked for.
    std::function<void(platform::cluster::Installation&)> first_run;
    // Progress in words, one line each; the key is "cluster.initdb", "migration.<stem>", "site.…".
    std::function<void(std::string_view)> tell;
    // After the READY line: both addresses, and what else a human wants to know.
    std::function<void(std::string_view agents, std::string_view residents)> welcome;
};

// `maillage up`: the database, its migrations, then both sites and the worker, watched until SIGINT or
// SIGTERM. Prints one line "READY agents=URL public=URL" once both sites said that they listen, with the
// addresses they said. Returns the exit status. Call from the main thread before any other is started.
// Nothing survives it, even killed by -9.
int run_up(const UpOptions& options);

}  // namespace maillage::app
