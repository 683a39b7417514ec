#include "platform/sandbox/confinement.hpp"

#include <gtest/gtest.h>
#include <linux/netlink.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

namespace maillage::platform::sandbox {
namespace {

// The answer of a child that confined itself, then tried.
template <class Try>
int confined(Try&& attempt) {
    const pid_t child = fork();
    if (child == 0) _exit(confine_this_process() ? attempt() : 100);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 101;
}

int socket_of(int family, int type, int protocol) {
    return confined([=] { return socket(family, type, protocol) >= 0 ? 0 : errno; });
}

TEST(A_confined_process, starts_no_program) {
    EXPECT_EQ(confined([] {
                  char* const arguments[] = {const_cast<char*>("/bin/true"), nullptr};
                  execv(arguments[0], arguments);
                  return errno;
              }),
              EPERM);
}

TEST(A_confined_process, listens_and_connects_but_asks_nothing_of_the_kernel) {
    EXPECT_EQ(socket_of(AF_INET, SOCK_STREAM, 0), 0);
    EXPECT_EQ(socket_of(AF_UNIX, SOCK_STREAM, 0), 0);
    EXPECT_EQ(socket_of(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE), EAFNOSUPPORT);
    EXPECT_EQ(socket_of(AF_PACKET, SOCK_RAW, 0), EAFNOSUPPORT);
}

TEST(A_confined_process, has_threads_and_leaves_the_machine_alone) {
    EXPECT_EQ(confined([] {
                  int seen = 0;
                  std::jthread([&] { seen = unshare(CLONE_NEWNS) == 0 ? 0 : errno; }).join();
                  return seen;
              }),
              EPERM);
    EXPECT_EQ(confined([] { return mount("none", "/mnt", "tmpfs", 0, nullptr) == 0 ? 0 : errno; }), EPERM);
}

TEST(A_confined_process, binds_the_threads_that_it_had_before) {
    EXPECT_EQ(confined([] { return 0; }), 0);
    const pid_t child = fork();
    if (child == 0) {
        int ready[2];
        if (pipe(ready) != 0) _exit(102);
        int seen = 0;
        std::jthread early([&] {
            char byte = 0;
            if (read(ready[0], &byte, 1) == 1)
                seen = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) >= 0 ? 0 : errno;
        });
        if (!confine_this_process() || write(ready[1], "x", 1) != 1) _exit(100);
        early.join();
        _exit(seen);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), EAFNOSUPPORT);
}

// A build with the leak checker leaves these to it.
#if !__has_feature(address_sanitizer)
TEST(A_confined_process, starts_no_process_and_looks_into_none) {
    EXPECT_EQ(confined([] { return fork() >= 0 ? 0 : errno; }), EPERM);
    EXPECT_EQ(confined([] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0 ? 0 : errno; }), EPERM);
}
#endif

}  // namespace
}  // namespace maillage::platform::sandbox
