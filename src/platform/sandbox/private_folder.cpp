#include "platform/sandbox/private_folder.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace maillage::platform::sandbox {
namespace {

bool is_plain_name(std::string_view name) {
    return !name.empty() && name.front() != '.' &&
           name.find_first_of(std::string_view("/\0", 2)) == name.npos;
}

bool write_file(const std::string& path, std::string_view bytes, unsigned owner) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good() && (geteuid() != 0 || chown(path.c_str(), owner, owner) == 0);
}

}  // namespace

std::optional<PrivateFolder> PrivateFolder::create(std::span<const File> files, unsigned owner) {
    std::error_code error;
    std::string pattern = (std::filesystem::temp_directory_path(error) / "maillage-XXXXXX").string();
    if (error || mkdtemp(pattern.data()) == nullptr) return std::nullopt;
    PrivateFolder folder(pattern);
    if (geteuid() == 0 && chown(pattern.c_str(), owner, owner) != 0) return std::nullopt;
    for (const File& file : files) {
        if (!is_plain_name(file.name)) return std::nullopt;
        if (!write_file(folder.path() + "/" + file.name, file.bytes, owner)) return std::nullopt;
    }
    return folder;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace maillage::platform::sandbox
