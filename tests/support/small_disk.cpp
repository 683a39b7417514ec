#include "tests/support/small_disk.hpp"

#include <pwd.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace maillage::test {
namespace {

bool write_to(const char* file, const std::string& text) {
    std::ofstream out(file);
    out << text << std::flush;
    return out.good();
}

// Where an ordinary user may mount: the same account inside, with the capabilities of the new namespace.
bool enter_own_namespace() {
    const std::string user = std::to_string(geteuid()), group = std::to_string(getegid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_to("/proc/self/setgroups", "deny") &&
           write_to("/proc/self/uid_map", user + " " + user + " 1") &&
           write_to("/proc/self/gid_map", group + " " + group + " 1");
}

}  // namespace

SmallDisk::SmallDisk(const std::string& name, int megabytes)
    : path_(std::filesystem::temp_directory_path() / (name + "-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
    there_ = (geteuid() == 0 || enter_own_namespace()) && mount_it(megabytes, 0);
    if (!there_)
        why_not_ = std::string(
                       "no file system of one's own can be mounted here (run as root, or allow user "
                       "namespaces): ") +
                   std::strerror(errno);
}

SmallDisk::~SmallDisk() {
    if (there_) umount2(path_.c_str(), MNT_DETACH);
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

bool SmallDisk::grow(int megabytes) { return mount_it(megabytes, MS_REMOUNT); }

bool SmallDisk::mount_it(int megabytes, unsigned long flags) {
    const uid_t owner = geteuid() == 0 ? getpwnam("postgres")->pw_uid : geteuid();
    const std::string options =
        "size=" + std::to_string(megabytes) + "m,mode=0700,uid=" + std::to_string(owner);
    return mount("tmpfs", path_.c_str(), "tmpfs", flags, options.c_str()) == 0;
}

}  // namespace maillage::test
