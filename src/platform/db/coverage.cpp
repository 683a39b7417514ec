#include "platform/db/coverage.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace maillage::platform::db {

void note_prepared(std::string_view name) {
    const char* file = std::getenv("MAILLAGE_SQL_COVERAGE");
    if (file == nullptr) return;
    const int descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (descriptor < 0) return;
    // One write of one short line: appends of several processes do not mix.
    const std::string line = std::string(name) + "\n";
    const auto written = write(descriptor, line.data(), line.size());
    static_cast<void>(written);
    close(descriptor);
}

}  // namespace maillage::platform::db
