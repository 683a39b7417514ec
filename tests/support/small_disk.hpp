#pragma once

#include <filesystem>
#include <string>

namespace maillage::test {

// A file system of its own in memory, so small that it gets full; the database's account writes on it. An
// ordinary user mounts it in a user and mount namespace that this process enters: build it before what is to
// see it, and before any thread.
class SmallDisk {
 public:
    SmallDisk(const std::string& name, int megabytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    // False, with the reason printed, where the machine lets nobody mount anything.
    bool is_there() const { return there_; }
    const std::filesystem::path& path() const { return path_; }
    void grow(int megabytes);

 private:
    bool mount_it(int megabytes, unsigned long flags);

    std::filesystem::path path_;
    bool there_ = false;
};

}  // namespace maillage::test
