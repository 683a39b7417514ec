#include <memory>

#include "bench/engine/inputs.hpp"
#include "bench/engine/method.hpp"
#include "engine/points/ripley_k.hpp"

namespace maillage::bench {
namespace {

std::vector<double> hundred_radii() {
    std::vector<double> radii;
    for (int r = 10; r <= 1000; r += 10) radii.push_back(r);
    return radii;
}

// Every pair once: two subtractions, two multiplications, an addition.
Facts facts_of(const std::vector<double>& k, double from, double to, double pairs_seen) {
    return {{"k100", k[9]},
            {"k500", k[49]},
            {"k1000", k[99]},
            {"bytes", 16 * (from + to)},
            {"flops", 5 * pairs_seen * k[99] * from * to / town.area()}};
}

Method ripley(const char* name, engine::KCorrection correction) {
    return {name, [correction](std::size_t n, const foundation::Executor& run) {
                const auto at = std::make_shared<Events>(events(n));
                return [=, radii = hundred_radii()] {
                    const engine::KOptions options{.window = town, .radii = radii, .correction = correction};
                    const auto k = engine::ripley_k(at->x, at->y, options, run).value();
                    return facts_of(k, static_cast<double>(n), static_cast<double>(n), 0.5);
                };
            }};
}

// From the two most frequent categories to the others.
std::function<Facts()> between_types(std::size_t n, const foundation::Executor& run) {
    const auto from = std::make_shared<Events>(), to = std::make_shared<Events>();
    const Events all = events(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto& type = all.category[i] < 2 ? from : to;
        type->x.push_back(all.x[i]);
        type->y.push_back(all.y[i]);
    }
    return [=, radii = hundred_radii()] {
        const engine::KOptions options{
            .window = town, .radii = radii, .correction = engine::KCorrection::none};
        const auto k = engine::cross_k({from->x, from->y}, {to->x, to->y}, options, run).value();
        return facts_of(k, static_cast<double>(from->x.size()), static_cast<double>(to->x.size()), 1);
    };
}

std::function<Facts()> envelope(std::size_t n, const foundation::Executor& run) {
    const auto at = std::make_shared<Events>(events(n));
    return [=, radii = hundred_radii()] {
        const engine::KOptions options{
            .window = town, .radii = radii, .correction = engine::KCorrection::isotropic};
        const auto found = engine::k_envelope(at->x, at->y, options, {}, run).value();
        return facts_of(found.observed, static_cast<double>(n), static_cast<double>(n), 50);
    };
}

}  // namespace

std::vector<Method> k_methods() {
    return {ripley("K-none", engine::KCorrection::none),
            ripley("K-border", engine::KCorrection::border),
            ripley("K-translate", engine::KCorrection::translate),
            ripley("K-isotropic", engine::KCorrection::isotropic),
            {"Cross-K", between_types},
            {"K-envelope", envelope}};
}

}  // namespace maillage::bench
