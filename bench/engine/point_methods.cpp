#include <limits>
#include <memory>

#include "bench/engine/inputs.hpp"
#include "bench/engine/method.hpp"
#include "engine/near_repeat/knox.hpp"
#include "engine/points/dbscan.hpp"
#include "engine/points/hdbscan.hpp"
#include "engine/points/nearest_neighbour.hpp"

namespace maillage::bench {
namespace {

std::function<Facts()> nearest(std::size_t n, const foundation::Executor& run) {
    const auto at = std::make_shared<Events>(events(n));
    return [=] {
        const auto found =
            engine::nearest_neighbour_index(at->x, at->y, town, engine::Plane::metres, run).value();
        return Facts{{"index", found.index}, {"bytes", 24.0 * static_cast<double>(n)}};
    };
}

std::function<Facts()> by_density(std::size_t n, const foundation::Executor& run) {
    const auto at = std::make_shared<Events>(events(n));
    return [=] {
        const auto found = engine::dbscan(at->x, at->y, {}, run).value();
        return Facts{{"clusters", found.clusters},
                     {"noise", static_cast<double>(found.noise_points)},
                     {"bytes", 21.0 * static_cast<double>(n)}};
    };
}

std::function<Facts()> by_hierarchy(std::size_t n, const foundation::Executor& run) {
    const auto at = std::make_shared<Events>(events(n));
    return [=] {
        const auto found = engine::hdbscan(at->x, at->y, 25, engine::Plane::metres, run).value();
        return Facts{{"clusters", found.clusters},
                     {"noise", static_cast<double>(found.noise_points)},
                     {"bytes", 28.0 * static_cast<double>(n)},
                     // Each core distance has seen 25 points.
                     {"flops", 125.0 * static_cast<double>(n)}};
    };
}

std::function<Facts()> classical(std::size_t n, const foundation::Executor& run) {
    const auto at = std::make_shared<Events>(events(n));
    return [=, days = at->days()] {
        const auto found =
            engine::classical_knox(at->x, at->y, days, {.distance = 200, .days = 14}, run).value();
        return Facts{{"close", static_cast<double>(found.close_both)},
                     {"bytes", 24.0 * static_cast<double>(n)},
                     // A difference and a comparison a near pair and replicate.
                     {"flops", 2000.0 * static_cast<double>(found.close_both + found.close_in_space)}};
    };
}

std::function<Facts()> bands(std::size_t n, const foundation::Executor& run) {
    const auto at = std::make_shared<Events>(events(n));
    return [=, days = at->days()] {
        const std::vector<double> space{0, 0.1, 200, 400, 600}, time{0, 7, 14, 21};
        const auto found =
            engine::knox(at->x, at->y, days, {.space_edges = space, .time_edges = time}, run).value();
        Facts facts;
        double pairs = 0;
        for (const engine::KnoxCell& cell : found.cells) pairs += static_cast<double>(cell.observed);
        facts.emplace_back("pairs", pairs);
        facts.emplace_back("near", static_cast<double>(found.at(1, 0).observed));
        facts.emplace_back("bytes", 24.0 * static_cast<double>(n));
        return facts;
    };
}

}  // namespace

std::vector<Method> point_methods() {
    return {{"Nearest-neighbour", nearest},
            {"DBSCAN", by_density},
            {"HDBSCAN", by_hierarchy},
            {"Knox", classical},
            {"Knox-bands", bands}};
}

}  // namespace maillage::bench
