#include "platform/sandbox/filter.hpp"

#include <algorithm>
#include <array>

#include "platform/sandbox/memory_file.hpp"
#include "platform/sandbox/seccomp_rules.hpp"

namespace maillage::platform::sandbox {
namespace {

constexpr std::array forbidden{
    // network
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg",
    // processes and signals
    "setsid", "setpgid", "kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open",
    "pidfd_send_signal",
    // memory shared with others
    "shmget", "shmat", "msgget", "semget", "mq_open"};

}  // namespace

std::vector<sock_filter> seccomp_program() {
    const Rules rules(seccomp_init(SCMP_ACT_ALLOW));
    const auto file = memory_file();
    if (!rules || !file || !forbid_all(rules, forbidden) || !forbid_all(rules, inspection()) ||
        !forbid_all(rules, machine()) || !forbid_new_processes(rules))
        return {};
    if (seccomp_export_bpf(rules.get(), file->get()) != 0) return {};
    const std::string bytes = content_of(*file, std::size_t{1} << 20U);
    std::vector<sock_filter> program(bytes.size() / sizeof(sock_filter));
    std::copy_n(bytes.data(), program.size() * sizeof(sock_filter), reinterpret_cast<char*>(program.data()));
    return program;
}

}  // namespace maillage::platform::sandbox
