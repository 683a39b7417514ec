#include "app/installed.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace maillage::app {
namespace {

namespace config = platform::config;

auto load(const std::string& named) {
    const std::string file = configuration_file(named);
    return file.empty() ? config::read_configuration("", config::process_environment)
                        : config::load_configuration(file, config::process_environment);
}

// The two ports may also come from the environment: a second checkout on the same machine, a test.
bool take_port(const char* variable, std::int64_t& port) {
    const auto given = config::process_environment(variable);
    if (!given) return true;
    char* end = nullptr;
    const long value = std::strtol(given->c_str(), &end, 10);
    if (end == given->c_str() || *end != '\0' || value < 0 || value > 65535) {
        std::fprintf(stderr, "%s: un port entre 0 et 65535 / a port between 0 and 65535\n", variable);
        return false;
    }
    port = value;
    return true;
}

}  // namespace

std::string configuration_file(const std::string& named) {
    if (!named.empty()) return named;
    if (const auto given = config::process_environment("MAILLAGE_CONFIG")) return *given;
    for (const char* usual : {"maillage.toml", "/etc/maillage/maillage.toml"})
        if (std::filesystem::exists(usual)) return usual;
    return "";
}

platform::i18n::Language terminal_language() {
    const auto language = config::process_environment("LANG").value_or("");
    return language.starts_with("en") ? platform::i18n::Language::en : platform::i18n::Language::fr;
}

std::optional<config::Configuration> read_configuration(const std::string& named_file) {
    auto read = load(named_file);
    if (!read) {
        for (const config::Problem& problem : read.error())
            std::fprintf(stderr, "%s\n", config::sentence(problem, terminal_language()).c_str());
        return std::nullopt;
    }
    if (!take_port("MAILLAGE_AGENTS_PORT", read->sites.agents.port) ||
        !take_port("MAILLAGE_PUBLIC_PORT", read->sites.public_.port))
        return std::nullopt;
    return *std::move(read);
}

std::optional<config::Configuration> configuration_as_far_as_readable(const std::string& named_file) {
    auto read = load(named_file);
    if (!read) return std::nullopt;
    return *std::move(read);
}

platform::cluster::InstallationOptions installation_of(const config::Configuration& configuration) {
    const auto folder = std::filesystem::absolute(configuration.cluster.folder).parent_path();
    return {.folder = folder.string(),
            .connection = configuration.database.connection,
            .context_key_file = std::filesystem::absolute(configuration.context.key_file).string(),
            .identity_key_file = configuration.identity.key_file.empty()
                                     ? (folder / "identity.key").string()
                                     : std::filesystem::absolute(configuration.identity.key_file).string()};
}

}  // namespace maillage::app
