#include "platform/sandbox/confinement.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "platform/sandbox/seccomp_rules.hpp"

namespace maillage::platform::sandbox {
namespace {

#if __has_feature(address_sanitizer)
constexpr bool checks_for_leaks = true;
#else
constexpr bool checks_for_leaks = false;
#endif

constexpr std::array programs{"execve", "execveat"};

// Families below AF_INET6 other than unix and internet ones are of museums; those above reach the kernel.
bool forbid_other_sockets(const Rules& rules) {
    const auto refuse = [&](scmp_compare how, std::uint64_t family) {
        const scmp_arg_cmp asked{.arg = 0, .op = how, .datum_a = family, .datum_b = 0};
        return seccomp_rule_add_array(rules.get(), SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1,
                                      &asked) == 0;
    };
    for (std::uint64_t family = AF_INET + 1; family < AF_INET6; ++family)
        if (!refuse(SCMP_CMP_EQ, family)) return false;
    return refuse(SCMP_CMP_GT, AF_INET6);
}

}  // namespace

bool confine_this_process() {
    const Rules rules(seccomp_init(SCMP_ACT_ALLOW));
    if (!rules || seccomp_attr_set(rules.get(), SCMP_FLTATR_CTL_TSYNC, 1) != 0) return false;
    if (!forbid_all(rules, programs) || !forbid_all(rules, machine()) || !forbid_other_sockets(rules))
        return false;
    if (!checks_for_leaks && (!forbid_all(rules, inspection()) || !forbid_new_processes(rules))) return false;
    return seccomp_load(rules.get()) == 0;
}

}  // namespace maillage::platform::sandbox
