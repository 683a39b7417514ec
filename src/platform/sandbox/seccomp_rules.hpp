#pragma once

#include <seccomp.h>

#include <memory>
#include <span>

// What our filters of system calls have in common. A call is named: a name that the architecture does not
// have (fork on arm64) is skipped.
namespace maillage::platform::sandbox {

struct ReleaseRules {
    void operator()(void* context) const { seccomp_release(context); }
};
// Empty when it cannot be made.
using Rules = std::unique_ptr<void, ReleaseRules>;

bool forbid(const Rules& rules, const char* name, int answer);
// EPERM to each.
bool forbid_all(const Rules& rules, std::span<const char* const> names);
// Threads are allowed.
bool forbid_new_processes(const Rules& rules);

// Looking into other processes.
std::span<const char* const> inspection();
// The machine itself: mounts, namespaces, keys, modules, clocks, and interfaces of the kernel with a record
// of holes.
std::span<const char* const> machine();

}  // namespace maillage::platform::sandbox
