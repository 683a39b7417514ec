#pragma once

#include <cstdint>
#include <string>

#include "platform/config/configuration.hpp"

namespace maillage::app {

// The demonstration town has accounts whose password everybody knows: it is loaded on request only, never
// beside a real council.
enum class Demonstration : std::uint8_t { none, wanted };

// `maillage up`: run_up with this configuration; the first start loads the demonstration town when wanted.
int run_start(const platform::config::Configuration& configuration, const std::string& named_file,
              Demonstration demonstration);

}  // namespace maillage::app
