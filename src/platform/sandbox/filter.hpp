#pragma once

#include <linux/filter.h>

#include <vector>

namespace maillage::platform::sandbox {

// The seccomp program of a sandboxed child: no socket, no new process (threads are allowed), no signal, no
// tracing, no namespace or mount, no kernel interface that a converter of files has no use for. Empty when it
// cannot be made.
std::vector<sock_filter> seccomp_program();

}  // namespace maillage::platform::sandbox
