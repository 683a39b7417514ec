#include "platform/sandbox/child_start.hpp"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <cerrno>

#include "platform/sandbox/descriptor.hpp"

namespace maillage::platform::sandbox {
namespace {

bool limit(__rlimit_resource what, rlim_t value) {
    const rlimit both{.rlim_cur = value, .rlim_max = value};
    return setrlimit(what, &both) == 0;
}

bool set_limits(const Limits& limits) {
    return limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu.count())) &&
           limit(RLIMIT_AS, limits.memory_bytes) && limit(RLIMIT_FSIZE, limits.output_bytes) &&
           limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 256);
}

void reset_signals() {
    struct sigaction usual{};
    usual.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal) sigaction(signal, &usual, nullptr);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

// By the kernel's calls: those of the C library wait for every other thread it knows to change its account
// too, and this child, made without fork(), has the parent's list of threads but not its threads.
bool drop_account(unsigned account) {
    if (geteuid() != 0) return true;
    return syscall(SYS_setgroups, 0, nullptr) == 0 &&
           syscall(SYS_setresgid, account, account, account) == 0 &&
           syscall(SYS_setresuid, account, account, account) == 0;
}

// Lifted out of the way of 0, 1 and 2 first, so that one does not overwrite another.
bool take_descriptors(const Start& s) {
    const int input = fcntl(s.input, F_DUPFD_CLOEXEC, 3), output = fcntl(s.output, F_DUPFD_CLOEXEC, 3),
              errors = fcntl(s.errors, F_DUPFD_CLOEXEC, 3);
    return dup2(input, 0) == 0 && dup2(output, 1) == 1 && dup2(errors, 2) == 2;
}

// Only system calls from here on. Returns only when something failed.
void become_the_program(const Start& s) {
    reset_signals();
    setpgid(0, 0);
    if (!take_descriptors(s) || chdir(s.folder.c_str()) != 0 || !set_limits(s.limits) ||
        !drop_account(s.account))
        return;
    // After the change of account, which would clear it.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
    if (s.landlock >= 0 && syscall(SYS_landlock_restrict_self, s.landlock, 0) != 0) return;
    if (syscall(SYS_close_range, 3U, ~0U, 1U << 2U /* CLOSE_RANGE_CLOEXEC */) != 0) return;
    sock_fprog program{};
    program.len = static_cast<unsigned short>(s.filter.size());
    program.filter = const_cast<sock_filter*>(s.filter.data());
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) return;
    execve(s.arguments[0], s.arguments.data(), s.environment.data());
}

// A fork into namespaces of its own: process 1 there, so that its end ends all it started.
pid_t fork_apart() {
    const unsigned long apart =
        CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | (geteuid() == 0 ? 0U : CLONE_NEWUSER);
    const long child = syscall(SYS_clone, apart | SIGCHLD, nullptr, nullptr, nullptr, nullptr);
    if (child >= 0) return static_cast<pid_t>(child);
    // Containers may forbid namespaces: seccomp alone holds then.
    return static_cast<pid_t>(
        syscall(SYS_clone, static_cast<unsigned long>(SIGCHLD), nullptr, nullptr, nullptr, nullptr));
}

}  // namespace

pid_t start(const Start& s) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    const Descriptor told(ends[0]);
    Descriptor telling(ends[1]);
    const pid_t child = fork_apart();
    if (child == 0) {
        become_the_program(s);
        const int why = errno;
        [[maybe_unused]] const ssize_t ignored = write(telling.get(), &why, sizeof why);
        _exit(127);
    }
    telling.reset();
    if (child < 0) return -1;
    int why = 0;
    ssize_t length = 0;
    do length = read(told.get(), &why, sizeof why);
    while (length < 0 && errno == EINTR);
    if (length == 0) return child;  // closed by exec
    waitpid(child, nullptr, 0);
    return -1;
}

}  // namespace maillage::platform::sandbox
