#pragma once

#include <string>
#include <utility>
#include <vector>

namespace maillage::test {

// A zip of these entries (name, content), compressed.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries);

}  // namespace maillage::test
