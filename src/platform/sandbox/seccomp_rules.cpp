#include "platform/sandbox/seccomp_rules.hpp"

#include <sched.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

namespace maillage::platform::sandbox {
namespace {

constexpr std::array looking{"ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd",
                             "kcmp",   "process_madvise"};
constexpr std::array of_the_machine{"mount",
                                    "umount2",
                                    "pivot_root",
                                    "chroot",
                                    "setns",
                                    "unshare",
                                    "open_tree",
                                    "move_mount",
                                    "fsopen",
                                    "fsmount",
                                    "keyctl",
                                    "add_key",
                                    "request_key",
                                    "bpf",
                                    "perf_event_open",
                                    "userfaultfd",
                                    "io_uring_setup",
                                    "io_uring_enter",
                                    "io_uring_register",
                                    "kexec_load",
                                    "kexec_file_load",
                                    "init_module",
                                    "finit_module",
                                    "delete_module",
                                    "reboot",
                                    "swapon",
                                    "swapoff",
                                    "settimeofday",
                                    "clock_settime",
                                    "adjtimex",
                                    "clock_adjtime",
                                    "sethostname",
                                    "setdomainname",
                                    "acct",
                                    "quotactl",
                                    "iopl",
                                    "ioperm",
                                    "syslog",
                                    "open_by_handle_at",
                                    "name_to_handle_at",
                                    "fanotify_init",
                                    "personality"};

}  // namespace

bool forbid(const Rules& rules, const char* name, int answer) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR) return true;
    return seccomp_rule_add(rules.get(), SCMP_ACT_ERRNO(static_cast<std::uint32_t>(answer)), number, 0) == 0;
}

bool forbid_all(const Rules& rules, std::span<const char* const> names) {
    return std::ranges::all_of(names, [&](const char* name) { return forbid(rules, name, EPERM); });
}

bool forbid_new_processes(const Rules& rules) {
    // Its flags are behind a pointer: the C library falls back to clone, whose flags can be seen.
    if (!forbid(rules, "fork", EPERM) || !forbid(rules, "vfork", EPERM) || !forbid(rules, "clone3", ENOSYS))
        return false;
    const scmp_arg_cmp not_a_thread{
        .arg = 0, .op = SCMP_CMP_MASKED_EQ, .datum_a = CLONE_THREAD, .datum_b = 0};
    return seccomp_rule_add_array(rules.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, &not_a_thread) == 0;
}

std::span<const char* const> inspection() { return looking; }
std::span<const char* const> machine() { return of_the_machine; }

}  // namespace maillage::platform::sandbox
