#pragma once

#include <string>

#include "app/installation_checks.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::app {

// "ok      Disque" or "NON     Disque : 312 MiB. Libérez…": what is looked at, what was found, what to do.
std::string line_of(const platform::i18n::Words& words, const Finding& finding);

// `maillage check`: one line a finding, on standard output; 0 when all is well, else 1.
int run_check(const platform::config::Configuration& configuration);

}  // namespace maillage::app
