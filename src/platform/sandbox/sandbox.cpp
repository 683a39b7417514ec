#include "platform/sandbox/sandbox.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>

#include "foundation/check.hpp"
#include "platform/sandbox/child_start.hpp"
#include "platform/sandbox/filter.hpp"
#include "platform/sandbox/landlock.hpp"
#include "platform/sandbox/memory_file.hpp"
#include "platform/sandbox/private_folder.hpp"

namespace maillage::platform::sandbox {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr unsigned nobody = 65534;
constexpr std::size_t most_errors = std::size_t{64} << 10U;

enum class End : std::uint8_t { by_itself, timeout, cancelled };

End wait_until_end(pid_t child, steady_clock::time_point deadline, const std::function<bool()>& cancelled) {
    const Descriptor watched(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
    for (;;) {
        const auto left = std::chrono::duration_cast<milliseconds>(deadline - steady_clock::now());
        if (left.count() <= 0) return End::timeout;
        if (cancelled && cancelled()) return End::cancelled;
        pollfd ended{.fd = watched.get(), .events = POLLIN, .revents = 0};
        if (poll(&ended, 1, static_cast<int>(std::min<long>(left.count(), 100))) > 0) return End::by_itself;
    }
}

struct Ending {
    int status = 0;
    rusage usage{};

    std::chrono::microseconds cpu() const {
        const auto time = [](const timeval& t) {
            return std::chrono::seconds(t.tv_sec) + std::chrono::microseconds(t.tv_usec);
        };
        return time(usage.ru_utime) + time(usage.ru_stime);
    }
    bool killed_by(int signal) const { return WIFSIGNALED(status) && WTERMSIG(status) == signal; }
    // The kernel kills before or after the limit, by its own accounting: in ticks, of which a busy machine
    // loses some.
    bool used_up(std::chrono::seconds limit) const {
        return killed_by(SIGXCPU) || cpu() >= limit || (killed_by(SIGKILL) && cpu() * 4 >= limit * 3);
    }
    bool failed() const { return !WIFEXITED(status) || WEXITSTATUS(status) != 0; }
};

std::size_t our_peak_bytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

// A program refused memory fails in its own way: what it says, or how near its limit it came. Linux counts
// what a child was forked with in its peak: one that is not above `inherited` tells nothing of the program.
bool ran_out_of_memory(const Ending& ending, const std::string& errors, const Limits& limits,
                       std::size_t inherited) {
    for (const std::string_view sign :
         {"MemoryError", "bad_alloc", "Cannot allocate memory", "out of memory"})
        if (errors.find(sign) != errors.npos) return true;
    if (ending.killed_by(SIGKILL)) return true;  // by the kernel: its memory ran out
    const std::size_t peak = static_cast<std::size_t>(ending.usage.ru_maxrss) * 1024;
    return peak > inherited && peak > limits.memory_bytes / 4 * 3;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& text : texts) list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

std::vector<std::string> environment_of(const Program& program, const std::string& folder) {
    std::vector<std::string> all{"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + folder, "TMPDIR=" + folder};
    for (const auto& [name, value] : program.environment) all.push_back(name + "=" + value);
    return all;
}

}  // namespace

std::expected<Outcome, SandboxRefusal> run(const Program& program, const std::function<bool()>& cancelled) {
    foundation::check(!program.arguments.empty() && program.arguments[0].starts_with('/'),
                      "a sandboxed program is named by its absolute path");
    const auto folder = PrivateFolder::create(program.files, nobody);
    const auto input = memory_file(program.input), output = memory_file(), errors = memory_file();
    const auto filter = seccomp_program();
    if (!folder || !input || !output || !errors || filter.empty())
        return std::unexpected(SandboxRefusal::not_started);
    const Descriptor landlock = landlock_ruleset(folder->path(), program.folder);
    std::vector<std::string> arguments = program.arguments,
                             environment = environment_of(program, folder->path());

    const auto deadline = steady_clock::now() + program.limits.wall;
    const std::size_t inherited = our_peak_bytes();
    const pid_t child = start({.arguments = pointers(arguments),
                               .environment = pointers(environment),
                               .folder = folder->path(),
                               .input = input->get(),
                               .output = output->get(),
                               .errors = errors->get(),
                               .landlock = landlock.get(),
                               .filter = filter,
                               .limits = program.limits,
                               .account = nobody});
    if (child < 0) return std::unexpected(SandboxRefusal::not_started);
    const End end = wait_until_end(child, deadline, cancelled);
    if (end != End::by_itself) kill(child, SIGKILL);
    Ending ending;
    while (wait4(child, &ending.status, 0, &ending.usage) < 0 && errno == EINTR) {
    }

    if (end == End::cancelled) return std::unexpected(SandboxRefusal::cancelled);
    if (end == End::timeout || ending.used_up(program.limits.cpu))
        return std::unexpected(SandboxRefusal::timeout);
    Outcome outcome{.exit_code = WIFEXITED(ending.status) ? WEXITSTATUS(ending.status) : -1,
                    .output = {},
                    .errors = content_of(*errors, most_errors)};
    if (ending.failed() && (size_of(*output) >= program.limits.output_bytes || ending.killed_by(SIGXFSZ)))
        return std::unexpected(SandboxRefusal::output_too_large);
    if (ending.failed() && ran_out_of_memory(ending, outcome.errors, program.limits, inherited))
        return std::unexpected(SandboxRefusal::memory);
    if (WIFSIGNALED(ending.status)) return std::unexpected(SandboxRefusal::crashed);
    outcome.output = content_of(*output, program.limits.output_bytes);
    return outcome;
}

}  // namespace maillage::platform::sandbox
