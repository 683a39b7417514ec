#include <bit>
#include <cstdint>
#include <cstdio>
#include <span>
#include <type_traits>
#include <vector>

#include "engine/core/philox.hpp"
#include "engine/density/density_image.hpp"
#include "engine/points/dbscan.hpp"
#include "engine/points/nearest_neighbour.hpp"
#include "engine/points/ripley_k.hpp"
#include "engine/scan/cluster_watch.hpp"
#include "engine/scan/permutation_scan.hpp"
#include "engine/scan/space_time_scan.hpp"

// Prints a digest of every bit that the methods with vector code answer, a line each: a difference names the
// method.
namespace {

namespace engine = maillage::engine;

template <class T>
void print(const char* method, const std::vector<T>& answer) {
    std::uint64_t digest = 0xcbf29ce484222325;  // FNV-1a, a value at a time
    for (const T value : answer) {
        std::uint64_t bits = 0;
        if constexpr (std::is_same_v<T, double>)
            bits = std::bit_cast<std::uint64_t>(value);
        else
            bits = value;
        digest = (digest ^ bits) * 0x100000001b3;
    }
    std::printf("%s %zu %016llx\n", method, answer.size(), static_cast<unsigned long long>(digest));
}

std::vector<double> drawn(std::uint32_t column, std::size_t n, double side) {
    engine::Draws draws(17, engine::Stream::demonstration, column);
    std::vector<double> values(n);
    for (double& value : values) value = side * draws.uniform();
    return values;
}

void of_points() {
    const auto x = drawn(0, 1000, 2000), y = drawn(1, 1000, 1500), days = drawn(2, 1000, 90);
    const engine::Rectangle window{.left = 0, .bottom = 0, .right = 2000, .top = 1500};
    for (const double sigma : {60.0, 4.0})
        print("density",
              engine::density_image(x, y, {}, {.sigma = sigma, .window = window, .columns = 96, .rows = 80})
                  .value()
                  .density.values);
    print("dbscan", engine::dbscan(x, y, {.eps = 45, .min_points = 5}).value().cluster);
    print("nearest distances", engine::nearest_distances(x, y, maillage::foundation::run_inline));
    std::vector<double> radii;
    for (int k = 1; k <= 40; ++k) radii.push_back(5.0 * k);
    for (const auto correction : {engine::KCorrection::none, engine::KCorrection::border,
                                  engine::KCorrection::translate, engine::KCorrection::isotropic})
        print("k",
              engine::ripley_k(x, y, {.window = window, .radii = radii, .correction = correction}).value());
    print("cluster watch",
          engine::cluster_watch(x, y, days, {.radius = 100, .epsilon = 0.5, .threshold = 1e9})
              .value()
              .statistic);
}

void of_scans() {
    constexpr std::size_t units = 60, steps = 8;
    const auto x = drawn(3, units, 1000), y = drawn(4, units, 1000);
    std::vector<double> cases(units, 3), expected = drawn(5, units, 100);
    cases[7] = 20;
    print("scan", engine::poisson_scan(x, y, cases, expected, {.replicates = 99, .seed = 3}).value().maxima);
    std::vector<double> there(units * steps, 1), people(units * steps, 100);
    there[7 * steps + 2] = 15;
    print("space-time scan",
          engine::space_time_scan(x, y, {.units = units, .steps = steps, .cases = there, .expected = people},
                                  {.scan = {.replicates = 49, .seed = 3}}, maillage::foundation::run_inline)
              .value()
              .maxima);
    std::vector<engine::DatedCases> dated;
    engine::Draws draws(18, engine::Stream::demonstration, 0);
    for (int k = 0; k < 200; ++k) dated.push_back({.unit = draws.below(units), .day = draws.below(60)});
    print("permutation scan",
          engine::permutation_scan(x, y, dated,
                                   {.scan = {.replicates = 9, .seed = 3}, .days = 60, .most_days = 7})
              .value()
              .maxima);
}

}  // namespace

int main() {
    of_points();
    of_scans();
    return 0;
}
