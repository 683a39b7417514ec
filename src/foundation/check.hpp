#pragma once

#include <source_location>
#include <stdexcept>
#include <string>

namespace maillage::foundation {

// A broken invariant. It stops the request: caught only at the edge (platform/http, platform/jobs).
struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};

inline void check(bool holds, const char* what,
                  std::source_location where = std::source_location::current()) {
    if (!holds) throw Bug(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + what);
}

}  // namespace maillage::foundation
