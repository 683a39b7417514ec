#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace maillage::platform::cluster {

struct ChildOptions {
    std::vector<std::string> arguments;  // arguments[0] is an absolute path
    std::string user;                    // drop to this account when started by root; empty = stay
    int death_signal = 15;               // sent by the kernel when the parent dies, even by kill -9
    std::string output;                  // file that receives stdout and stderr; empty = inherit
    // With `user`: may still pass through folders closed to that account, such as the home of root.
    enum class Folders : char { as_the_user, any } folders = Folders::as_the_user;
};

// A child in its own process group: Ctrl-C in the terminal reaches the launcher alone, which stops its
// children in order. Call from the main thread: the death signal follows the thread that forked.
pid_t spawn(const ChildOptions& options);

// Exit status once the child has ended, without waiting; nothing while it runs.
std::optional<int> exit_status(pid_t child);
// Waits for the end.
int wait_for(pid_t child);

}  // namespace maillage::platform::cluster
