#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Runs a program that reads hostile files (ogr2ogr, WeasyPrint…) so that what takes it over gains nothing:
// no network, no new process, no signal to others, a view of the system folders and of its own folder alone,
// limits of time, memory and output, an empty environment, no descriptor of ours.
//
// What does it: seccomp (always), rlimits (always), namespaces of process ids, network and IPC and a change
// of account where we are root, Landlock (where the kernel has them). Only the worker and the launcher call
// this: `serve` itself may not start programs.
namespace maillage::platform::sandbox {

struct Limits {
    std::chrono::milliseconds wall{30'000};
    std::chrono::seconds cpu{20};
    std::size_t memory_bytes = std::size_t{768} << 20U;  // of address space
    std::size_t output_bytes = std::size_t{64} << 20U;   // of standard output, and of any file it writes
};

struct File {
    std::string name;  // a plain name, no folder
    std::string_view bytes;
};

struct Program {
    std::vector<std::string> arguments;  // arguments[0]: absolute path
    std::string_view input;              // what it reads on standard input; kept in memory, never on disk
    std::vector<File> files;             // in its working folder, which is removed afterwards
    std::vector<std::pair<std::string, std::string>> environment;  // besides PATH, LANG, HOME and TMPDIR
    enum class Folder : std::uint8_t { read_only, writable } folder = Folder::read_only;
    Limits limits;
};

struct Outcome {
    int exit_code = 0;
    std::string output;
    std::string errors;  // the first 64 KiB of standard error
};

enum class SandboxRefusal : std::uint8_t {
    not_started,  // the program is not installed, or the sandbox could not be built
    timeout,      // wall clock or processor time
    memory,
    output_too_large,
    crashed,
    cancelled
};

// Blocks until the program has ended. `cancelled` is asked ten times a second.
std::expected<Outcome, SandboxRefusal> run(const Program& program,
                                           const std::function<bool()>& cancelled = {});

}  // namespace maillage::platform::sandbox
