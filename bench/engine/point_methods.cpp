#include <limits>

#include "bench/engine/points.hpp"
#include "bench/engine/stopwatch.hpp"
#include "engine/density/adaptive_density.hpp"
#include "engine/near_repeat/knox.hpp"
#include "engine/points/dbscan.hpp"
#include "engine/points/hdbscan.hpp"
#include "engine/points/nearest_neighbour.hpp"
#include "engine/points/ripley_k.hpp"

namespace maillage::bench {
namespace {

constexpr engine::Rectangle town{.left = 0, .bottom = 0, .right = 12000, .top = 10000};

void densities(const Stopwatch& watch, const Events& at, std::size_t n) {
    engine::DensityOptions options{.sigma = 250, .window = town};
    watch.time("KDE-fixed-gauss", n, "sigma=250m 512x512 edge",
               [&] { static_cast<void>(engine::density_image(at.x, at.y, {}, options, watch.run())); });
    options.columns = options.rows = 128;
    if (n <= 100000)
        watch.time("KDE-adaptive", n, "sigma0=250m 128x128",
                   [&] { static_cast<void>(engine::adaptive_density(at.x, at.y, options, watch.run())); });
}

void k_functions(const Stopwatch& watch, const Events& at, std::size_t n) {
    std::vector<double> radii;
    for (int r = 10; r <= 1000; r += 10) radii.push_back(r);
    const std::pair<engine::KCorrection, const char*> corrections[] = {
        {engine::KCorrection::none, "none"},
        {engine::KCorrection::border, "border"},
        {engine::KCorrection::translate, "translate"},
        {engine::KCorrection::isotropic, "isotropic"}};
    for (const auto& [correction, name] : corrections) {
        const engine::KOptions options{.window = town, .radii = radii, .correction = correction};
        if (n <= 100000)
            watch.time(std::string("RipleyK ") + name, n, "rmax=1000m, 100 radii",
                       [&] { static_cast<void>(engine::ripley_k(at.x, at.y, options, watch.run())); });
        if (n == 1000 && correction == engine::KCorrection::isotropic)
            watch.time("RipleyK-envelope", n, "99 simulations isotropic",
                       [&] { static_cast<void>(engine::k_envelope(at.x, at.y, options, {}, watch.run())); });
    }
}

void near_repeats(const Stopwatch& watch, const Events& at, std::size_t n) {
    if (n > 10000) return;
    watch.time("Knox", n, "200 m 14 days 999 permutations", [&] {
        static_cast<void>(
            engine::classical_knox(at.x, at.y, at.days, {.distance = 200, .days = 14}, watch.run()));
    });
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> space{0, 100, 200, 300, infinity}, time{0, 7, 14, infinity};
    watch.time("Knox-bands", n, "4x3 bands 999 permutations", [&] {
        static_cast<void>(
            engine::knox(at.x, at.y, at.days, {.space_edges = space, .time_edges = time}, watch.run()));
    });
}

}  // namespace

void point_methods(const Stopwatch& watch) {
    for (const std::size_t n : {1000U, 10000U, 100000U, 1000000U}) {
        if (n > watch.most()) break;
        const Events at = events(n);
        densities(watch, at, n);
        watch.time("NNI", n, "nearest neighbour", [&] {
            static_cast<void>(
                engine::nearest_neighbour_index(at.x, at.y, town, engine::Plane::metres, watch.run()));
        });
        watch.time("DBSCAN", n, "eps=50m minPts=20",
                   [&] { static_cast<void>(engine::dbscan(at.x, at.y, {})); });
        if (n <= 100000)
            watch.time("HDBSCAN", n, "minPts=25", [&] {
                static_cast<void>(engine::hdbscan(at.x, at.y, 25, engine::Plane::metres, watch.run()));
            });
        k_functions(watch, at, n);
        near_repeats(watch, at, n);
    }
}

}  // namespace maillage::bench
