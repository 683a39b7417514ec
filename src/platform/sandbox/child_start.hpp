#pragma once

#include <linux/filter.h>
#include <sys/types.h>

#include <span>
#include <string>
#include <vector>

#include "platform/sandbox/sandbox.hpp"

namespace maillage::platform::sandbox {

// All that the child needs, made before the fork: between fork and exec of a program with threads, nothing
// may allocate.
struct Start {
    std::vector<char*> arguments, environment;  // ended by null
    std::string folder;
    int input, output, errors;
    int landlock;  // −1: none
    std::span<const sock_filter> filter;
    Limits limits;
    unsigned account;  // taken when we are root
};

// The child's process id, or −1. Blocks until the program has been executed.
pid_t start(const Start& start);

}  // namespace maillage::platform::sandbox
