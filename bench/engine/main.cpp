#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>

#include "bench/engine/inputs.hpp"
#include "bench/engine/method.hpp"
#include "foundation/thread_pool.hpp"

namespace maillage::bench {
namespace {

std::vector<Method> all_methods() {
    std::vector<Method> all;
    for (auto part : {density_methods, k_methods, point_methods, lattice_methods, scan_methods, week_methods,
                      count_methods, reference_methods})
        for (Method& method : part()) all.push_back(std::move(method));
    return all;
}

// Of this program alone: getrusage would count what started it.
double peak_megabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

// Three runs and half a second, whichever is more; one run of what takes two seconds.
void time(const Method& method, std::size_t n, const foundation::Executor& run) {
    const auto body = method.prepare(n, run);
    fmt::print("ready\n");
    std::fflush(stdout);
    std::vector<double> seconds, processor;
    double spent = 0;
    Facts facts;
    do {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t ticks = std::clock();
        facts = body();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        processor.push_back(static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC);
        spent += seconds.back();
    } while (seconds.size() < 201 && (spent < 0.5 || (seconds.size() < 3 && spent < 2)));
    std::sort(seconds.begin(), seconds.end());
    std::sort(processor.begin(), processor.end());
    fmt::print("{},maillage,{},{:.9f},{:.9f},{},{:.1f},", method.name, n, seconds[seconds.size() / 2],
               processor[processor.size() / 2], seconds.size(), peak_megabytes());
    for (const auto& [name, value] : facts) fmt::print("{}={:.12g};", name, value);
    fmt::print("\n");
}

}  // namespace
}  // namespace maillage::bench

// engine_bench METHOD N: a line "ready", then method,tool,n,median_s,cpu_s,runs,peak_mb,facts; cpu_s is of
// all threads. engine_bench points|cells|weeks N writes an input; engine_bench list the methods.
int main(int argc, char** argv) {
    namespace bench = maillage::bench;
    const std::string_view wanted = argc > 1 ? argv[1] : "list";
    const std::size_t n = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10000;
    if (bench::write_input(wanted.data(), n)) return 0;
    maillage::foundation::ThreadPool pool(std::max(1U, std::jthread::hardware_concurrency()));
    for (const bench::Method& method : bench::all_methods()) {
        if (wanted == "list") fmt::print("{}\n", method.name);
        if (wanted != method.name) continue;
        bench::time(method, n, pool.executor());
        return 0;
    }
    return wanted == "list" ? 0 : 1;
}
