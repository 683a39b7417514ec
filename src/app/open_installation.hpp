#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "platform/cluster/installation.hpp"

namespace maillage::app {

using Tell = std::function<void(std::string_view)>;

// The installation, or nothing once `tell` has received the reason ("refused.folder_in_use"…).
std::optional<platform::cluster::Installation> open_installation(
    const platform::cluster::InstallationOptions& options, platform::cluster::Installation::Part part,
    const Tell& tell);
// Runs what is missing; false once `tell` has received "refused.migration_edited.<stem>".
bool migrate_installation(platform::cluster::Installation& installation,
                          const std::vector<platform::db::Migration>& migrations, const Tell& tell);

// `maillage migrate`: alone, or beside a running launcher. Returns the exit status.
int run_migrate(const platform::cluster::InstallationOptions& options,
                const std::vector<platform::db::Migration>& migrations, const Tell& tell);

}  // namespace maillage::app
