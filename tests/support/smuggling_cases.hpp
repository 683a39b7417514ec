#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace maillage::test {

// What an attacker writes so that two programs disagree about where a request ends, or what it asks. Each
// case is followed on its connection by a whole request for /smuggled, which must never be answered.
struct SmugglingCase {
    std::string_view name;
    std::string bytes;
    int status = 400;
};

std::vector<SmugglingCase> smuggling_cases();

}  // namespace maillage::test
