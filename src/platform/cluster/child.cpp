#include "platform/cluster/child.hpp"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace maillage::platform::cluster {
namespace {

// Of all that root may do, the child keeps one right: to search folders closed to its account. Containers
// often withhold CAP_DAC_READ_SEARCH and leave the wider CAP_DAC_OVERRIDE.
bool keep_folder_search() {
    const unsigned right =
        prctl(PR_CAPBSET_READ, CAP_DAC_READ_SEARCH) == 1 ? CAP_DAC_READ_SEARCH : CAP_DAC_OVERRIDE;
    __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    __user_cap_data_struct rights[2]{};
    rights[0].effective = rights[0].permitted = rights[0].inheritable = 1U << right;
    return syscall(SYS_capset, &header, rights) == 0 &&
           prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, right, 0, 0) == 0;
}

// Between fork and exec: only calls that are safe there, and no allocation.
[[noreturn]] void become(char* const* arguments, const passwd* account, const ChildOptions& options,
                         pid_t parent, int output) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);  // the mask survives exec
    setpgid(0, 0);
    const bool any_folder = account != nullptr && options.folders == ChildOptions::Folders::any;
    if (any_folder) prctl(PR_SET_KEEPCAPS, 1);
    if (account != nullptr && (initgroups(account->pw_name, account->pw_gid) != 0 ||
                               setgid(account->pw_gid) != 0 || setuid(account->pw_uid) != 0))
        _exit(126);
    if (any_folder && !keep_folder_search()) _exit(124);
    prctl(PR_SET_PDEATHSIG, options.death_signal);  // after setuid: a change of credentials clears it
    if (getppid() != parent) _exit(125);            // the parent died in between
    const int null = open("/dev/null", O_RDONLY);
    dup2(null, 0);
    if (output >= 0) {
        dup2(output, 1);
        dup2(output, 2);
    }
    umask(077);
    execv(arguments[0], arguments);
    _exit(127);
}

int status_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

pid_t spawn(const ChildOptions& options) {
    std::vector<char*> arguments;
    for (const std::string& argument : options.arguments)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    const passwd* account = nullptr;
    if (geteuid() == 0 && !options.user.empty()) {
        account = getpwnam(options.user.c_str());
        if (account == nullptr)
            throw std::system_error(ENOENT, std::generic_category(), "no account " + options.user);
    }
    int output = -1;
    if (!options.output.empty()) {
        output = open(options.output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (output < 0) throw std::system_error(errno, std::generic_category(), options.output);
        if (account != nullptr && fchown(output, account->pw_uid, account->pw_gid) != 0)
            throw std::system_error(errno, std::generic_category(), options.output);
    }
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) become(arguments.data(), account, options, parent, output);
    if (output >= 0) close(output);
    if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
    return child;
}

std::optional<int> exit_status(pid_t child) {
    int status = 0;
    if (waitpid(child, &status, WNOHANG) != child) return std::nullopt;
    return status_of(status);
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status_of(status);
}

}  // namespace maillage::platform::cluster
