#include "app/open_installation.hpp"

#include <string>

namespace maillage::app {
namespace {

namespace cluster = platform::cluster;

std::string_view name_of(cluster::InstallationRefusal refusal) {
    switch (refusal) {
    case cluster::InstallationRefusal::connection_malformed: return "refused.connection_malformed";
    case cluster::InstallationRefusal::folder_in_use: return "refused.folder_in_use";
    case cluster::InstallationRefusal::cluster_failed: return "refused.cluster_failed";
    case cluster::InstallationRefusal::key_unreadable: return "refused.key_unreadable";
    }
    return "";
}

}  // namespace

std::optional<cluster::Installation> open_installation(const cluster::InstallationOptions& options,
                                                       cluster::Installation::Part part, const Tell& tell) {
    const auto step = [&](std::string_view name) { tell("cluster." + std::string(name)); };
    auto installation = cluster::Installation::open(options, part, step);
    if (installation) return *std::move(installation);
    tell(name_of(installation.error()));
    return std::nullopt;
}

bool migrate_installation(cluster::Installation& installation,
                          const std::vector<platform::db::Migration>& migrations, const Tell& tell) {
    const auto step = [&](std::string_view stem) { tell("migration." + std::string(stem)); };
    const auto ran = installation.migrate(migrations, step);
    if (!ran) tell("refused.migration_edited." + ran.error().stem);
    return ran.has_value();
}

int run_migrate(const cluster::InstallationOptions& options,
                const std::vector<platform::db::Migration>& migrations, const Tell& tell) {
    auto installation = open_installation(options, cluster::Installation::Part::command, tell);
    return installation && migrate_installation(*installation, migrations, tell) ? 0 : 1;
}

}  // namespace maillage::app
