#pragma once

#include <optional>
#include <string>

#include "platform/cluster/installation.hpp"
#include "platform/config/configuration.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::app {

// The file that --config or MAILLAGE_CONFIG names, or ./maillage.toml; empty when there is none.
std::string configuration_file(const std::string& named);

// The configuration of this run: that file, or the defaults. Problems go to standard error, one a line, with
// the key, the line and what to do; then nothing.
std::optional<platform::config::Configuration> read_configuration(const std::string& named_file);

// The same without a word: for the language in which to say what else is wrong.
std::optional<platform::config::Configuration> configuration_as_far_as_readable(
    const std::string& named_file);

// Of the person at the terminal: English when LANG says so, else French.
platform::i18n::Language terminal_language();

// Where the installation of this configuration lives.
platform::cluster::InstallationOptions installation_of(const platform::config::Configuration& configuration);

}  // namespace maillage::app
