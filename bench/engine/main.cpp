#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <thread>

#include "bench/engine/stopwatch.hpp"
#include "foundation/thread_pool.hpp"

namespace maillage::bench {

bool Stopwatch::wants(std::string_view method, std::size_t n) const {
    return n <= wanted_.most && method.find(wanted_.only) != std::string_view::npos;
}

void Stopwatch::time(std::string_view method, std::size_t n, std::string_view params,
                     const std::function<void()>& body) const {
    if (!wants(method, n)) return;
    std::vector<double> seconds, processor;
    do {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t ticks = std::clock();
        body();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        processor.push_back(static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC);
    } while (seconds.size() < 3 && seconds.back() < 2);
    std::sort(seconds.begin(), seconds.end());
    std::sort(processor.begin(), processor.end());
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{},maillage,{},{},{:.5f},{:.5f},{:.5f},{}\n", method, n, params, seconds[seconds.size() / 2],
               seconds.front(), processor.front(), usage.ru_maxrss / 1024);
    std::fflush(stdout);
}

}  // namespace maillage::bench

// engine_bench [LARGEST_N [PART_OF_A_METHOD'S_NAME]]
int main(int argc, char** argv) {
    namespace bench = maillage::bench;
    maillage::foundation::ThreadPool pool(std::max(1U, std::jthread::hardware_concurrency()));
    bench::Wanted wanted{.most = 100000, .only = {}, .run = pool.executor()};
    if (argc > 1) wanted.most = std::strtoull(argv[1], nullptr, 10);
    if (argc > 2) wanted.only = argv[2];
    const bench::Stopwatch watch(wanted);
    fmt::print("method,tool,n,params,median_s,min_s,cpu_s,peak_mb\n");
    bench::point_methods(watch);
    bench::area_methods(watch);
    bench::real_data(watch);
    return 0;
}
