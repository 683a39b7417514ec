#include "app/data_files.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/installed.hpp"

namespace maillage::app {
namespace {

namespace fs = std::filesystem;
using platform::toml::NamedText;
using platform::toml::Problem;

// For a log: who sits at the terminal gets the sentences.
std::string in_short(const DataProblems& problems) {
    std::string text = "mistakes in the data files:";
    for (const Problem& problem : problems)
        text += " " + problem.file + ":" + std::to_string(problem.line) + " " + problem.key;
    return text;
}

}  // namespace

BadDataFiles::BadDataFiles(DataProblems problems)
    : std::runtime_error(in_short(problems)), problems_(std::move(problems)) {}

std::expected<NamedText, DataProblems> read_data_file(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    // A folder opens like a file, and then gives nothing.
    if (!file || !fs::is_regular_file(path))
        return std::unexpected(DataProblems{{.kind = Problem::Kind::absent_file, .key = {}, .file = path}});
    text << file.rdbuf();
    return NamedText{.name = path, .text = text.str()};
}

std::expected<std::vector<NamedText>, DataProblems> read_strategy_files(const std::string& data_folder,
                                                                        const std::string& slug) {
    std::vector<std::string> paths;
    const fs::path folder = fs::path(data_folder) / "councils" / slug;
    if (fs::is_directory(folder))
        for (const auto& entry : fs::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with("strategy") && name.ends_with(".toml"))
                paths.push_back(entry.path().string());
        }
    std::ranges::sort(paths);
    std::vector<NamedText> texts;
    DataProblems problems;
    for (const std::string& path : paths) {
        auto text = read_data_file(path);
        if (text)
            texts.push_back(*std::move(text));
        else
            problems.push_back(text.error().front());
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return texts;
}

void say_problems(const platform::config::Configuration& configuration, const DataProblems& problems) {
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    for (const Problem& problem : problems)
        std::fprintf(stderr, "%s\n", sentence(catalogues.of(terminal_language()), problem).c_str());
}

}  // namespace maillage::app
