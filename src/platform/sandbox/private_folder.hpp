#pragma once

#include <optional>
#include <span>
#include <string>

#include "platform/sandbox/sandbox.hpp"

namespace maillage::platform::sandbox {

// A new folder that nobody else enters, removed with all it holds.
class PrivateFolder {
 public:
    // Owned by `owner` when we are root. Nothing when it cannot be made or a name is no plain name.
    static std::optional<PrivateFolder> create(std::span<const File> files, unsigned owner);
    ~PrivateFolder();
    PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    PrivateFolder& operator=(PrivateFolder&&) = delete;

    const std::string& path() const { return path_; }

 private:
    explicit PrivateFolder(std::string path) : path_(std::move(path)) {}
    std::string path_;
};

}  // namespace maillage::platform::sandbox
