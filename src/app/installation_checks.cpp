#include "app/installation_checks.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "app/installed.hpp"
#include "app/open_installation.hpp"
#include "platform/config/secret_file.hpp"
#include "platform/db/errors.hpp"
#include "platform/db/pool.hpp"
#include "platform/mail/delivery_names.hpp"
#include "platform/oidc/provider.hpp"
#include "platform/sql.hpp"

namespace maillage::app {
namespace {

namespace db = platform::db;
namespace fs = std::filesystem;
using platform::config::Configuration;

constexpr std::uint64_t least_free_bytes = std::uint64_t{1} << 30U;
constexpr std::uint64_t least_free_share = 20;  // a twentieth
constexpr std::chrono::seconds most_apart{5};

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string names_found(db::Tx& tx, const db::Sql& statement) {
    return joined(tx.all(statement, [](db::Row& row) { return row.text(); }));
}

// The folder itself, or the nearest one above it that exists.
fs::path existing(fs::path path) {
    while (!path.empty() && !fs::exists(path) && path != path.parent_path()) path = path.parent_path();
    return path;
}

Space space_of(const std::string& folder) {
    const fs::space_info info = fs::space(existing(folder));
    return {.free_bytes = info.available, .all_bytes = info.capacity};
}

void check_database(std::vector<Finding>& findings, platform::cluster::Installation& installation,
                    const std::vector<db::Migration>& migrations, foundation::Instant now) {
    db::Connection owner(installation.connection("maillage_owner"));
    const db::MigrationState state = db::migration_state(owner, migrations);
    db::Pool database({.connection = installation.connection("maillage_app"),
                       .context_key = installation.context_key(),
                       .size = 1});
    std::string roles, rows, clock;
    database.transaction({.reach = db::Context::Reach::system}, [&](db::Tx& tx) {
        roles = roles_out_of_order(tx);
        rows = rows_out_of_guard(tx);
        const auto server =
            tx.single(platform::sql::clock_of_the_server, [](db::Row& row) { return row.instant(); });
        clock = wrong_clock({.own = now, .server = server, .last_migration = state.last_ran_at});
    });
    findings.push_back({Check::roles, roles});
    findings.push_back({Check::rows, rows});
    findings.push_back({Check::migrations, migrations_to_run(state)});
    findings.push_back({Check::clock, clock});
}

}  // namespace

std::string missing_folders(const Configuration& configuration) {
    std::vector<std::string> missing;
    for (const std::string& path :
         {configuration.data.folder, configuration.help.folder,
          configuration.assets.folder + "/manifest.json", configuration.locales.folder + "/fr/maillage.mo",
          configuration.locales.folder + "/en/maillage.mo"})
        if (!fs::exists(path)) missing.push_back(path);
    return joined(missing);
}

std::string open_secrets(const std::vector<std::string>& key_files) {
    std::vector<std::string> open;
    for (const std::string& file : key_files)
        if (fs::exists(file) && !platform::config::read_secret_file(file)) open.push_back(file);
    return joined(open);  // those that do not exist are made at the first start
}

std::string writable_by_others(const std::vector<std::string>& paths) {
    std::vector<std::string> open;
    for (const std::string& path : paths) {
        struct stat status{};
        if (stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
            open.push_back(path);
    }
    return joined(open);
}

std::string roles_out_of_order(db::Tx& tx) { return names_found(tx, platform::sql::roles_out_of_order); }

std::string rows_out_of_guard(db::Tx& tx) { return names_found(tx, platform::sql::rows_out_of_guard); }

std::string migrations_to_run(const db::MigrationState& state) {
    std::vector<std::string> stems = state.missing;
    stems.insert(stems.end(), state.edited.begin(), state.edited.end());
    return joined(stems);
}

std::string too_full(const Space& space) {
    if (space.free_bytes >= least_free_bytes && space.free_bytes >= space.all_bytes / least_free_share)
        return {};
    return std::to_string(space.free_bytes >> 20U) + " MiB";
}

std::string wrong_clock(const Clocks& clocks) {
    using std::chrono::seconds;
    const auto apart = std::chrono::duration_cast<seconds>(clocks.own - clocks.server);
    if (std::chrono::abs(apart) > most_apart) return std::to_string(apart.count()) + " s";
    if (clocks.last_migration && clocks.own < *clocks.last_migration)
        return std::to_string(
                   std::chrono::duration_cast<seconds>(clocks.own - *clocks.last_migration).count()) +
               " s";
    return {};
}

std::string mail_out_of_order(const Configuration& configuration) {
    namespace mail = platform::mail;
    const auto relay = mail::relay_of(configuration);
    if (!relay) switch (relay.error()) {
        case mail::RelayRefusal::bad_host: return "mail.host";
        case mail::RelayRefusal::bad_from: return "mail.from, mail.from_name";
        case mail::RelayRefusal::bad_site: return "mail.site";
        case mail::RelayRefusal::tls_needed: return "mail.starttls";
        case mail::RelayRefusal::bad_password_file: return "mail.password_file";
        }
    if (!*relay) return {};
    const auto tried = mail::try_relay(**relay);
    if (tried) return {};
    const std::string code = tried.error().code == 0 ? "" : " " + std::to_string(tried.error().code);
    return configuration.mail.host + ": " + std::string(name_of(tried.error().why)) + code;
}

std::string provider_out_of_order(const Configuration& configuration, foundation::Instant now) {
    namespace oidc = platform::oidc;
    const auto settings = oidc::settings_of(configuration);
    if (!settings) return std::string(oidc::key_of(settings.error()));
    if (!*settings) return {};
    oidc::Provider provider(**settings, oidc::web_fetch({.ca_file = (*settings)->ca_file}),
                            [now] { return now; });
    const auto tried = provider.sign_in_address({});
    return tried ? std::string() : (*settings)->issuer + ": " + std::string(oidc::name_of(tried.error()));
}

std::vector<Finding> check_installation(const Configuration& configuration,
                                        const std::vector<db::Migration>& migrations,
                                        foundation::Instant now) {
    const platform::cluster::InstallationOptions options = installation_of(configuration);
    std::vector<Finding> findings{
        {Check::configuration, {}},
        {Check::folders, missing_folders(configuration)},
        {Check::secrets, open_secrets({options.context_key_file, options.identity_key_file})},
        {Check::permissions, writable_by_others({options.folder, configuration.data.folder})},
        {Check::disk, too_full(space_of(options.folder))},
        {Check::mail, mail_out_of_order(configuration)},
        {Check::provider, provider_out_of_order(configuration, now)}};
    std::string refused;
    auto installation = open_installation(options, platform::cluster::Installation::Part::command,
                                          [&](std::string_view step) {
                                              if (step.starts_with("refused")) refused = step;
                                          });
    if (!installation) {
        findings.push_back({Check::database, refused});
        return findings;
    }
    try {
        check_database(findings, *installation, migrations, now);
        findings.push_back({Check::database, {}});
    } catch (const db::Unavailable& unavailable) {
        findings.push_back({Check::database, unavailable.what()});
    }
    return findings;
}

}  // namespace maillage::app
