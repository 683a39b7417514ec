#include "platform/sandbox/filter.hpp"

#include <sched.h>
#include <seccomp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "platform/sandbox/memory_file.hpp"

namespace maillage::platform::sandbox {
namespace {

// By name: a name that the architecture does not have (fork on arm64) is skipped.
constexpr std::array forbidden{
    // network
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg",
    // processes and signals; clone is below
    "fork", "vfork", "setsid", "setpgid", "kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo",
    "pidfd_open", "pidfd_send_signal", "pidfd_getfd", "ptrace", "process_vm_readv", "process_vm_writev",
    "kcmp", "process_madvise",
    // memory shared with others
    "shmget", "shmat", "msgget", "semget", "mq_open",
    // the machine
    "mount", "umount2", "pivot_root", "chroot", "setns", "unshare", "open_tree", "move_mount", "fsopen",
    "fsmount", "keyctl", "add_key", "request_key", "bpf", "perf_event_open", "userfaultfd", "io_uring_setup",
    "io_uring_enter", "io_uring_register", "kexec_load", "kexec_file_load", "init_module", "finit_module",
    "delete_module", "reboot", "swapon", "swapoff", "settimeofday", "clock_settime", "adjtimex",
    "clock_adjtime", "sethostname", "setdomainname", "acct", "quotactl", "iopl", "ioperm", "syslog",
    "open_by_handle_at", "name_to_handle_at", "fanotify_init", "personality"};

struct Release {
    void operator()(void* context) const { seccomp_release(context); }
};
using Context = std::unique_ptr<void, Release>;

bool forbid(const Context& context, const char* name, int answer) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR) return true;
    return seccomp_rule_add(context.get(), SCMP_ACT_ERRNO(static_cast<std::uint32_t>(answer)), number, 0) ==
           0;
}

bool add_rules(const Context& context) {
    for (const char* name : forbidden)
        if (!forbid(context, name, EPERM)) return false;
    // Its flags are behind a pointer: the C library falls back to clone, whose flags can be seen.
    if (!forbid(context, "clone3", ENOSYS)) return false;
    const scmp_arg_cmp not_a_thread{
        .arg = 0, .op = SCMP_CMP_MASKED_EQ, .datum_a = CLONE_THREAD, .datum_b = 0};
    return seccomp_rule_add_array(context.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, &not_a_thread) ==
           0;
}

}  // namespace

std::vector<sock_filter> seccomp_program() {
    const Context context(seccomp_init(SCMP_ACT_ALLOW));
    const auto file = memory_file();
    if (!context || !file || !add_rules(context)) return {};
    if (seccomp_export_bpf(context.get(), file->get()) != 0) return {};
    const std::string bytes = content_of(*file, std::size_t{1} << 20U);
    std::vector<sock_filter> program(bytes.size() / sizeof(sock_filter));
    std::copy_n(bytes.data(), program.size() * sizeof(sock_filter), reinterpret_cast<char*>(program.data()));
    return program;
}

}  // namespace maillage::platform::sandbox
