#pragma once

#include <expected>
#include <stdexcept>
#include <string>
#include <vector>

#include "platform/config/configuration.hpp"
#include "platform/toml/data_file.hpp"

// The files of data/ as the commands read them: every mistake is told with its file, in the terminal's
// language.
namespace maillage::app {

using DataProblems = std::vector<platform::toml::Problem>;

// Thrown to roll back what was loaded before the mistakes were found.
class BadDataFiles : public std::runtime_error {
 public:
    explicit BadDataFiles(DataProblems problems);
    const DataProblems& problems() const { return problems_; }

 private:
    DataProblems problems_;
};

std::expected<platform::toml::NamedText, DataProblems> read_data_file(const std::string& path);
// strategy*.toml of a council, in the order of their names; none is no mistake here.
std::expected<std::vector<platform::toml::NamedText>, DataProblems> read_strategy_files(
    const std::string& data_folder, const std::string& slug);

// On standard error, one a line.
void say_problems(const platform::config::Configuration& configuration, const DataProblems& problems);

}  // namespace maillage::app
