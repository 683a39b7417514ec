#include "platform/sandbox/sandbox.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace maillage::platform::sandbox {
namespace {

using namespace std::chrono_literals;

Program python(std::string script) {
    return {.arguments = {"/usr/bin/python3", "-I", "-B", "-c", std::move(script)},
            .limits = {
                .wall = 10s, .cpu = 5s, .memory_bytes = std::size_t{256} << 20U, .output_bytes = 1U << 20U}};
}

SandboxRefusal refusal_of(const Program& program, const std::function<bool()>& cancelled = {}) {
    const auto outcome = run(program, cancelled);
    EXPECT_FALSE(outcome) << outcome->exit_code << outcome->output << outcome->errors;
    return outcome ? SandboxRefusal{} : outcome.error();
}

std::string output_of(const Program& program) {
    const auto outcome = run(program);
    if (!outcome) return "refused " + std::to_string(static_cast<int>(outcome.error()));
    return outcome->output + outcome->errors;
}

TEST(A_sandboxed_program, reads_its_input_and_gives_its_output) {
    const std::string big(3U << 20U, 'x');
    Program program = python("import sys; data=sys.stdin.buffer.read(); print(len(data)); sys.exit(3)");
    program.input = big;

    const auto outcome = run(program);

    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->output, "3145728\n");
    EXPECT_EQ(outcome->exit_code, 3);
}

TEST(A_sandboxed_program, finds_its_files_in_its_folder_which_is_removed_afterwards) {
    Program program = python("import os; print(open('a.txt').read(), os.getcwd(), end='')");
    program.files = {{.name = "a.txt", .bytes = "bonjour"}};

    const std::string said = output_of(program);

    ASSERT_TRUE(said.starts_with("bonjour /")) << said;
    EXPECT_FALSE(std::filesystem::exists(said.substr(8)));
}

TEST(A_sandboxed_program, may_write_in_its_folder_only_when_told_so) {
    const std::string script = "open('b.txt','w').write('x'); print('written')";
    Program program = python(script);
    program.folder = Program::Folder::writable;

    EXPECT_EQ(output_of(program), "written\n");
    EXPECT_NE(output_of(python(script)), "written\n");
}

TEST(A_sandboxed_program, has_none_of_our_environment_and_descriptors) {
    setenv("MAILLAGE_TEST_SECRET", "secret", 1);
    const int leaked = dup(1);

    const std::string said = output_of(python(
        "import os\nprint(sorted(os.environ))\nfor fd in range(3,64):\n  try: os.fstat(fd); print('fd', fd)\n"
        "  except OSError: pass"));

    close(leaked);
    unsetenv("MAILLAGE_TEST_SECRET");
    EXPECT_EQ(said.find("SECRET"), std::string::npos) << said;
    EXPECT_EQ(said.find("fd "), std::string::npos) << said;
}

TEST(A_sandboxed_program, opens_no_socket) {
    for (const char* family : {"AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK"})
        EXPECT_NE(output_of(python("import socket; socket.socket(socket." + std::string(family) +
                                   "); print('open')")),
                  "open\n")
            << family;
}

TEST(A_sandboxed_program, starts_no_process_and_still_has_threads) {
    EXPECT_NE(output_of(python("import os; os.fork(); print('forked')")), "forked\n");
    EXPECT_NE(
        output_of(python("import subprocess; print(subprocess.run(['/bin/echo','started']))")).substr(0, 7),
        "started");
    EXPECT_EQ(
        output_of(python(
            "import threading\nt=threading.Thread(target=lambda: print('thread'))\nt.start(); t.join()")),
        "thread\n");
}

TEST(A_sandboxed_program, signals_nobody) {
    const pid_t victim = ::fork();
    if (victim == 0) {
        pause();
        _exit(0);
    }

    const std::string said = output_of(python("import os\ntry: os.kill(" + std::to_string(victim) +
                                              ", 9); print('killed')\nexcept OSError: print('no')"));
    const pid_t ended = waitpid(victim, nullptr, WNOHANG);
    ::kill(victim, SIGKILL);
    if (ended == 0) waitpid(victim, nullptr, 0);

    EXPECT_EQ(said, "no\n");
    EXPECT_EQ(ended, 0);
}

TEST(A_sandboxed_program, reads_nothing_of_ours) {
    const std::string path = std::filesystem::temp_directory_path() / "maillage_not_for_you";
    std::ofstream(path) << "secret";

    EXPECT_EQ(output_of(python("print(open('" + path + "').read())")).find("secret\n"), std::string::npos);
    EXPECT_EQ(output_of(python("print(open('/etc/passwd').read())")).find("root:"), std::string::npos);
    std::filesystem::remove(path);
}

TEST(A_sandboxed_program, that_loops_is_stopped) {
    Program sleeping = python("import time; time.sleep(60)"), turning = python("while True: pass");
    sleeping.limits.wall = 300ms;
    turning.limits.cpu = 1s;
    const auto before = std::chrono::steady_clock::now();

    EXPECT_EQ(refusal_of(sleeping), SandboxRefusal::timeout);
    EXPECT_EQ(refusal_of(turning), SandboxRefusal::timeout);

    EXPECT_LT(std::chrono::steady_clock::now() - before, 9s);
}

TEST(A_sandboxed_program, that_takes_too_much_memory_is_stopped) {
    EXPECT_EQ(refusal_of(python("x = bytearray(1 << 30)")), SandboxRefusal::memory);
}

TEST(A_sandboxed_program, that_writes_too_much_is_stopped) {
    EXPECT_EQ(refusal_of(python("import os\nwhile True: os.write(1, b'x' * 65536)")),
              SandboxRefusal::output_too_large);
}

TEST(A_sandboxed_program, that_crashes_is_reported) {
    EXPECT_EQ(refusal_of(python("import ctypes; ctypes.string_at(0)")), SandboxRefusal::crashed);
}

TEST(A_sandboxed_program, is_not_charged_with_the_memory_of_who_starts_it) {
    const std::string ours(std::size_t{300} << 20U, 'x');  // above the limit of the program

    const auto outcome = run(python("import sys; sys.exit(" + std::to_string(ours.back() - 'x' + 3) + ")"));

    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->exit_code, 3);
}

TEST(A_sandboxed_program, that_is_not_installed_is_reported) {
    EXPECT_EQ(refusal_of({.arguments = {"/nonexistent/program"}}), SandboxRefusal::not_started);
    EXPECT_EQ(refusal_of({.arguments = {"/usr/bin/true"}, .files = {{.name = "../x", .bytes = ""}}}),
              SandboxRefusal::not_started);
}

TEST(A_sandboxed_program, is_stopped_when_it_is_cancelled) {
    EXPECT_EQ(refusal_of(python("import time; time.sleep(60)"), [] { return true; }),
              SandboxRefusal::cancelled);
}

TEST(Sandboxed_programs, run_from_several_threads_at_once) {
    std::vector<std::string> said(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& one : said)
            threads.emplace_back([&one] { one = output_of(python("print('done')")); });
    }
    for (const std::string& one : said) EXPECT_EQ(one, "done\n");
}

// A child waited for ever for a thread of its parent that was just starting, when it changed its account.
TEST(Sandboxed_programs, are_started_while_other_threads_come_and_go) {
    std::jthread busy([](const std::stop_token& stop) {
        while (!stop.stop_requested()) std::jthread([] {});
    });
    for (int round = 0; round < 40; ++round)
        EXPECT_EQ(output_of({.arguments = {"/usr/bin/echo", "done"}}), "done\n");
}

}  // namespace
}  // namespace maillage::platform::sandbox
