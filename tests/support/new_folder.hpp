#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace maillage::test {

// An empty folder that nobody else has; who asks for it removes it.
inline std::filesystem::path new_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "maillage-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for a test");
    return pattern;
}

}  // namespace maillage::test
