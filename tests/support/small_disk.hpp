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

    // False where the machine lets nobody mount anything: the test then fails with the reason, it does not
    // pass without having run.
    bool is_there() const { return there_; }
    const std::string& why_not() const { return why_not_; }
    const std::filesystem::path& path() const { return path_; }
    // Gives space back to what runs on it; false when the machine refuses.
    bool grow(int megabytes);

 private:
    bool mount_it(int megabytes, unsigned long flags);

    std::filesystem::path path_;
    bool there_ = false;
    std::string why_not_;
};

}  // namespace maillage::test
