#pragma once

#include <string>

#include "platform/config/configuration.hpp"

namespace maillage::app {

struct CouncilAsked {
    std::string slug, name, kind = "clspd";
};
// `maillage council new`: a council with the legal thresholds and what its data files describe, without
// anything invented. Returns the exit status.
int run_council_new(const platform::config::Configuration& configuration, const CouncilAsked& asked);
// `maillage council load`: the same files into a council that exists.
int run_council_load(const platform::config::Configuration& configuration, const std::string& slug);

}  // namespace maillage::app
