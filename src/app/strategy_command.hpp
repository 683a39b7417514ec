#pragma once

#include <string>

#include "platform/config/configuration.hpp"

namespace maillage::app {

// `maillage strategy import COUNCIL|FILE`: a file is given to the council that --council names. Says what was
// added, changed, kept. Returns the exit status.
int run_strategy_import(const platform::config::Configuration& configuration, const std::string& what,
                        const std::string& council);
// `maillage strategy export COUNCIL --format csv|json`, on standard output.
int run_strategy_export(const platform::config::Configuration& configuration, const std::string& council,
                        const std::string& format);

// `maillage demo --actions N --accounts N`: invented ones for measurements, in the demonstration council
// only.
struct DemoGrowth {
    int actions = 5000, accounts = 300;
};
int run_demo_growth(const platform::config::Configuration& configuration, const DemoGrowth& growth);

}  // namespace maillage::app
