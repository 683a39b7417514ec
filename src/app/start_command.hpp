#pragma once

#include <string>

#include "platform/config/configuration.hpp"

namespace maillage::app {

// `maillage up`: run_up with this configuration; the first start loads the demonstration town.
int run_start(const platform::config::Configuration& configuration, const std::string& configuration_file);

}  // namespace maillage::app
