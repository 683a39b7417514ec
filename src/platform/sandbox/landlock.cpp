#include "platform/sandbox/landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <array>
#include <cstdint>

namespace maillage::platform::sandbox {
namespace {

constexpr std::uint64_t reading_files = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t reading = reading_files | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
                                  LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                  LANDLOCK_ACCESS_FS_REMOVE_DIR;
// Every right of the first version; later versions only add to it.
constexpr std::uint64_t handled = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

// Programs, libraries, fonts and their settings. Not /etc as a whole, not /proc, not /home, not /var.
constexpr std::array readable{
    "/usr",      "/lib",      "/lib64",    "/bin",         "/etc/ld.so.cache", "/etc/fonts",
    "/etc/gdal", "/dev/null", "/dev/zero", "/dev/urandom", "/etc/localtime",   "/var/cache/fontconfig"};

bool allow(const Descriptor& ruleset, const char* path, std::uint64_t access) {
    const Descriptor parent(open(path, O_PATH | O_CLOEXEC));
    if (!parent.valid()) return true;  // not there: nothing to allow
    struct stat status{};
    if (fstat(parent.get(), &status) != 0) return false;
    const std::uint64_t files_only = reading_files | LANDLOCK_ACCESS_FS_WRITE_FILE;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = S_ISDIR(status.st_mode) ? access : access & files_only;
    rule.parent_fd = parent.get();
    return syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

}  // namespace

Descriptor landlock_ruleset(const std::string& folder, Program::Folder access) {
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = handled;
    Descriptor ruleset(static_cast<int>(
        syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0)));
    if (!ruleset.valid()) return ruleset;
    bool complete =
        allow(ruleset, folder.c_str(), access == Program::Folder::writable ? reading | writing : reading);
    for (const char* path : readable) complete = allow(ruleset, path, reading) && complete;
    complete = allow(ruleset, "/dev/null", reading | LANDLOCK_ACCESS_FS_WRITE_FILE) && complete;
    return complete ? std::move(ruleset) : Descriptor();
}

}  // namespace maillage::platform::sandbox
