#include <algorithm>
#include <cstdio>
#include <optional>

#include "app/analyse_command.hpp"
#include "app/installation_checks.hpp"
#include "app/installed.hpp"

namespace maillage::app {

int run_analyse(const std::vector<std::string>& arguments, const std::string& configuration_file) {
    std::optional<platform::i18n::Catalogues> catalogues;
    if (std::ranges::any_of(arguments, [](const std::string& word) { return word.starts_with("--words"); })) {
        const auto configuration = read_configuration(configuration_file);
        if (!configuration) return 2;
        if (const std::string missing = missing_folders(*configuration); missing.contains("maillage.mo")) {
            std::fprintf(stderr, "%s ?\n", missing.c_str());
            return 2;
        }
        catalogues.emplace(configuration->locales.folder, configuration->time_zone);
    }
    const Printed printed = analyse(arguments, catalogues ? &*catalogues : nullptr);
    std::fputs(printed.text.c_str(), printed.status == 2 ? stderr : stdout);
    return printed.status;
}

}  // namespace maillage::app
