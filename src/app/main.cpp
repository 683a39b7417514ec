#include <CLI/CLI.hpp>
#include <cstdio>

#include "app/commands.hpp"
#include "app/usage_errors.hpp"

// The composition root: one program, its verbs, one configuration.
int main(int argc, char** argv) {
    CLI::App app("Maillage: la stratégie locale de sécurité et de prévention, et ses partenaires",
                 "maillage");
    app.require_subcommand(1);
    std::string configuration;
    app.add_option("--config", configuration, "fichier de configuration / configuration file (TOML)");
    app.fallthrough();
    int status = 0;
    maillage::app::add_commands(app, configuration, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return maillage::app::say_usage_error(app, error, configuration);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "maillage: %s\n", error.what());
        return 1;
    }
    return status;
}
