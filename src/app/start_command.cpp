#include "app/start_command.hpp"

#include <cstdio>
#include <filesystem>

#include "app/all_sql.hpp"
#include "app/data_files.hpp"
#include "app/demo.hpp"
#include "app/installed.hpp"
#include "app/open_installation.hpp"
#include "app/progress.hpp"
#include "app/up_command.hpp"
#include "app/welcome.hpp"
#include "platform/crypto/random.hpp"

namespace maillage::app {
namespace {

namespace config = platform::config;

// An installation that holds no council gets the demonstration, or the advice to make its own.
void first_run(const config::Configuration& configuration, platform::cluster::Installation& installation,
               const platform::i18n::Catalogues& catalogues, const Tell& tell, Demonstration demonstration) {
    platform::db::Pool database({.connection = installation.connection("maillage_app"),
                                 .context_key = installation.context_key(),
                                 .size = 1,
                                 .statement_timeout = std::chrono::seconds(60)});
    if (!is_empty(database)) return;
    if (demonstration == Demonstration::none) return tell("no_council");
    tell("demo.laval");
    platform::crypto::PasswordHasher passwords({}, platform::crypto::random_bytes);
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    load_demo(database, passwords, configuration.data.folder,
              catalogues.of(platform::i18n::Language::fr).today(now));
}

}  // namespace

int run_start(const config::Configuration& configuration, const std::string& named_file,
              Demonstration demonstration) {
    UpOptions options{
        .installation = installation_of(configuration),
        .migrations = all_migrations(),
        .program = std::filesystem::read_symlink("/proc/self/exe").string(),
        .child_arguments = {},
        .site_files = {configuration.assets.folder + "/manifest.json", configuration.locales.folder,
                       configuration.help.folder, configuration.data.folder, configuration.context.key_file}};
    if (!named_file.empty())
        options.child_arguments = {"--config", std::filesystem::absolute(named_file).string()};
    if (const std::string file = configuration_file(named_file); !file.empty())
        options.site_files.push_back(std::filesystem::absolute(file).string());
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    options.tell = told_on_terminal(configuration);
    options.first_run = [&](platform::cluster::Installation& installation) {
        first_run(configuration, installation, catalogues, options.tell, demonstration);
    };
    options.welcome = [&](std::string_view agents, std::string_view residents) {
        std::fputs(welcome(catalogues.of(terminal_language()), agents, residents, demonstration).c_str(),
                   stdout);
        std::fflush(stdout);
    };
    try {
        return run_up(options);
    } catch (const BadDataFiles& bad) {
        say_problems(configuration, bad.problems());
        return 2;
    }
}

}  // namespace maillage::app
