#pragma once

#include "platform/config/configuration.hpp"

namespace maillage::app {

// `maillage worker`: does the jobs of the sites (documents, workbooks) and removes what outlived its purpose,
// until a signal asks it to stop. Returns the exit status.
int run_worker(const platform::config::Configuration& configuration);

}  // namespace maillage::app
