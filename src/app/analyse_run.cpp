#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "app/analyse_command.hpp"
#include "app/analyse_output.hpp"
#include "app/installed.hpp"

namespace maillage::app {

namespace {

std::string catalogue_of(const platform::config::Configuration& configuration, const char* language) {
    return configuration.locales.folder + "/" + language + "/maillage.mo";
}

// In the form of the other wrong commands: without catalogues there are no words to say it in.
int told_missing(const std::string& file) {
    const Problem problem{.code = "missing_catalogue", .about = file};
    std::fputs(written(problem, "", OutputFormat::table, "").c_str(), stderr);
    return 2;
}

}  // namespace

int run_analyse(const std::vector<std::string>& arguments, const std::string& configuration_file) {
    std::optional<platform::i18n::Catalogues> catalogues;
    if (std::ranges::any_of(arguments, [](const std::string& word) { return word.starts_with("--words"); })) {
        const auto configuration = read_configuration(configuration_file);
        if (!configuration) return 2;
        for (const char* language : {"fr", "en"})
            if (const auto file = catalogue_of(*configuration, language); !std::filesystem::exists(file))
                return told_missing(file);
        catalogues.emplace(configuration->locales.folder, configuration->time_zone);
    }
    const Printed printed = analyse(arguments, catalogues ? &*catalogues : nullptr);
    std::fputs(printed.text.c_str(), printed.status == 2 ? stderr : stdout);
    return printed.status;
}

}  // namespace maillage::app
