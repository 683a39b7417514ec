#pragma once

#include <string>

#include "platform/config/configuration.hpp"

namespace maillage::app {

enum class SiteKind { agents, residents };

// `maillage serve`: one site, until SIGTERM or SIGINT. Returns the exit status.
int run_serve(const platform::config::Configuration& configuration, SiteKind kind);

}  // namespace maillage::app
