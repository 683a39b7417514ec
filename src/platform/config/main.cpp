#include <cstdio>

#include "platform/config/configuration.hpp"

// Prints docs/reference/configuration.md: scripts/configuration_reference.sh calls it.
int main() {
    const std::string page = maillage::platform::config::configuration_reference();
    return std::fwrite(page.data(), 1, page.size(), stdout) == page.size() ? 0 : 1;
}
