#pragma once

#include <string>

namespace CLI {
class App;
}

namespace maillage::app {

// Every verb of the program. A verb sets `status`; `configuration` is the file that --config names.
void add_commands(CLI::App& app, const std::string& configuration, int& status);

}  // namespace maillage::app
