#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

#include "foundation/thread_pool.hpp"

// What this machine gives at best, in lines limit,threads,value,unit: streams from memory (a triad,
// a = b + s·c: 24 bytes an element), double-precision multiply-adds in registers, reads at random places.
namespace {

using Eight [[gnu::vector_size(64)]] = double;

double best_of(int times, const std::function<void()>& body) {
    double best = 1e9;
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        body();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

// Two flops a lane and step; enough independent sums to fill the pipelines.
__attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"))) double multiply_add(
    long steps) {
    Eight sums[8];
    for (int k = 0; k < 8; ++k) sums[k] = Eight{} + k;
    const Eight factor = Eight{} + 0.999999, term = Eight{} + 1e-6;
    for (long step = 0; step < steps; ++step)
        for (Eight& sum : sums) sum = __builtin_elementwise_fma(sum, factor, term);
    double total = 0;
    for (const Eight& sum : sums) total += sum[0];
    return total;
}

}  // namespace

int main() {
    constexpr std::size_t elements = std::size_t{1} << 25U, places = std::size_t{1} << 24U;
    std::vector<double> a(elements, 1), b(elements, 2), c(elements, 3);
    std::vector<std::uint32_t> order(places);
    std::uint32_t state = 1;
    for (auto& place : order) place = (state = state * 1664525U + 1013904223U) >> 12U;
    const std::vector<float> table(std::size_t{1} << 20U, 1.0F);
    for (const unsigned threads : {1U, std::max(1U, std::jthread::hardware_concurrency())}) {
        maillage::foundation::ThreadPool pool(threads);
        std::vector<double> kept(threads * 64UL, 0.0);
        const auto share = [&](std::size_t count, std::size_t part) { return count * part / threads; };
        const double triad = best_of(5, [&] {
            pool.run(threads, [&](std::size_t t) {
                for (std::size_t i = share(elements, t); i < share(elements, t + 1); ++i)
                    a[i] = b[i] + 2.5 * c[i];
            });
        });
        fmt::print("triad,{},{:.2f},GB/s\n", threads, 24.0 * elements / triad / 1e9);
        constexpr long steps = 20000000;
        const double sums = best_of(
            3, [&] { pool.run(threads, [&](std::size_t t) { kept[t * 64] += multiply_add(steps); }); });
        fmt::print("multiply-add,{},{:.2f},GFLOP/s\n", threads, threads * 128.0 * steps / sums / 1e9);
        const double gather = best_of(3, [&] {
            pool.run(threads, [&](std::size_t t) {
                float sum = 0;
                for (std::size_t i = share(places, t); i < share(places, t + 1); ++i) sum += table[order[i]];
                kept[t * 64] += sum;
            });
        });
        fmt::print("random reads of 4 MiB,{},{:.2f},G/s\n", threads, places / gather / 1e9);
        if (kept[0] == 0) return 1;
        if (std::jthread::hardware_concurrency() == 1) break;
    }
    return 0;
}
