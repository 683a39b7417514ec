#pragma once

#include <optional>
#include <string>

#include "platform/cluster/installation.hpp"
#include "platform/config/configuration.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::app {

// The configuration of this run: the file that --config or MAILLAGE_CONFIG names, ./maillage.toml, or the
// defaults. Problems go to standard error, one a line, with the key, the line and what to do; then nothing.
std::optional<platform::config::Configuration> read_configuration(const std::string& named_file);

// Of the person at the terminal: English when LANG says so, else French.
platform::i18n::Language terminal_language();

// Where the installation of this configuration lives.
platform::cluster::InstallationOptions installation_of(const platform::config::Configuration& configuration);

}  // namespace maillage::app
