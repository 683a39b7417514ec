#include "engine/density/bandwidth.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>
#include <vector>

#include "engine/density/point_density.hpp"
#include "engine/points/ripley_k.hpp"

namespace maillage::engine {
namespace {

// A try of the widest σ sums every pair. Beyond it, minutes: a sample of the points answers as well.
constexpr double most_pairs = 1e9;

using Places = std::pair<std::span<const double>, std::span<const double>>;

// What the search makes small.
Outcome<double> misfit(const Places& at, BandwidthRule rule, const Rectangle& window, double sigma,
                       const foundation::Executor& run) {
    const bool foretold = rule == BandwidthRule::likelihood;
    const auto density = density_at_points(at.first, at.second,
                                           {.sigma = sigma,
                                            .window = window,
                                            .edge = foretold ? EdgeCorrection::uniform : EdgeCorrection::none,
                                            .itself = foretold ? Itself::left_out : Itself::counted,
                                            .plane = Plane::other_unit},
                                           run);
    if (!density) return std::unexpected(density.error());
    double sum = 0;
    for (const double f : *density) sum += foretold ? -std::log(f) : 1 / f;
    return foretold ? sum : std::abs(sum - window.area());
}

double least_distance(std::span<const double> x, std::span<const double> y) {
    // Sorted by x, places of the same x by y: a nearer one cannot be farther along x than the nearest so far.
    std::vector<std::pair<double, double>> places(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) places[i] = {x[i], y[i]};
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size() && places[j].first - places[i].first < least; ++j)
            least = std::min(
                least, std::hypot(places[j].first - places[i].first, places[j].second - places[i].second));
    return least;
}

Outcome<ChosenBandwidth> searched(const Places& at, BandwidthRule rule, const Rectangle& window,
                                  const foundation::Executor& run) {
    const double pairs = static_cast<double>(at.first.size()) * static_cast<double>(at.first.size());
    if (pairs > most_pairs) return std::unexpected(Refusal{Reason::overflow, pairs, most_pairs});
    constexpr std::size_t tries = 16;
    const double first = std::log(least_distance(at.first, at.second));
    const double last = std::log(std::hypot(window.width(), window.height()) / 2);
    const auto log_sigma = [&](std::size_t k) {
        return first + (last - first) * static_cast<double>(k) / (tries - 1);
    };
    std::array<double, tries> found;
    for (std::size_t k = 0; k < tries; ++k) {
        const auto one = misfit(at, rule, window, std::exp(log_sigma(k)), run);
        if (!one) return std::unexpected(one.error());
        found[k] = *one;
    }
    const auto best = static_cast<std::size_t>(std::ranges::min_element(found) - found.begin());
    double low = log_sigma(best == 0 ? 0 : best - 1), high = log_sigma(std::min(best + 1, tries - 1));
    const double from = low, to = high;
    constexpr double golden = 1 / std::numbers::phi, narrow = 1e-6;
    const auto at_log = [&](double value) { return misfit(at, rule, window, std::exp(value), run); };
    double left = high - golden * (high - low), right = low + golden * (high - low);
    auto of_left = at_log(left), of_right = at_log(right);
    while (of_left && of_right && high - low > narrow) {
        if (*of_left <= *of_right) {
            high = right;
            right = std::exchange(left, right - golden * (right - low));
            of_right = std::exchange(of_left, at_log(left));
        } else {
            low = left;
            left = std::exchange(right, left + golden * (high - left));
            of_left = std::exchange(of_right, at_log(right));
        }
    }
    if (!of_left) return std::unexpected(of_left.error());
    if (!of_right) return std::unexpected(of_right.error());
    const double middle = (low + high) / 2;
    const bool at_end =
        (best == 0 && middle - from < 2 * narrow) || (best == tries - 1 && to - middle < 2 * narrow);
    return ChosenBandwidth{.sigma = std::exp(middle), .at_end = at_end};
}

Outcome<ChosenBandwidth> by_squared_error(const Places& at, const Rectangle& window,
                                          const foundation::Executor& run) {
    constexpr std::size_t steps = 511;
    const double density = static_cast<double>(at.first.size()) / window.area();
    const double farthest = std::min(std::min(window.width(), window.height()) / 4,
                                     std::sqrt(1000 / (std::numbers::pi * density)));
    std::vector<double> radii(steps);
    for (std::size_t k = 0; k < steps; ++k)
        radii[k] = farthest * static_cast<double>(k + 1) / static_cast<double>(steps);
    const auto k = ripley_k(
        at.first, at.second,
        {.window = window, .radii = radii, .correction = KCorrection::isotropic, .plane = Plane::other_unit},
        run);
    if (!k) return std::unexpected(k.error());
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t h = 0; radii[h] <= farthest / 2; ++h) {
        // ∫ (arccos t − t√(1 − t²)) dK, t = r/2h: the overlap of two discs, by the lower end of each step.
        double overlap = 0;
        for (std::size_t r = 0; r < steps; ++r) {
            const double t = r == 0 ? 0 : radii[r - 1] / (2 * radii[h]);
            if (t >= 1) break;
            overlap += (std::acos(t) - t * std::sqrt(1 - t * t)) * ((*k)[r] - (r == 0 ? 0 : (*k)[r - 1]));
        }
        const double squared = radii[h] * radii[h], disc = std::numbers::pi * squared;
        const double error = (1 / density - 2 * (*k)[h]) / disc + 2 * squared * overlap / (disc * disc);
        if (error < least) {
            least = error;
            best = h;
        }
    }
    return ChosenBandwidth{.sigma = radii[best] / 2, .at_end = best == 0 || radii[best + 1] > farthest / 2};
}

}  // namespace

Outcome<ChosenBandwidth> choose_bandwidth(std::span<const double> x, std::span<const double> y,
                                          BandwidthRule rule, const Rectangle& window,
                                          const foundation::Executor& run) {
    const auto scott = scott_bandwidths(x, y);
    if (!scott) return std::unexpected(scott.error());
    if (const auto refused = unusable_window(window)) return std::unexpected(*refused);
    if (const auto refused = outside_window(x, y, window)) return std::unexpected(*refused);
    switch (rule) {
    case BandwidthRule::scott: {
        // Of places in a line the mean is 0, and no bandwidth.
        const double sigma = std::sqrt(scott->x * scott->y);
        if (!(sigma > 0)) return std::unexpected(Refusal{Reason::all_identical, 0, 0});
        return ChosenBandwidth{.sigma = sigma};
    }
    case BandwidthRule::diggle: return by_squared_error({x, y}, window, run);
    case BandwidthRule::likelihood:
    case BandwidthRule::cronie: break;
    }
    return searched({x, y}, rule, window, run);
}

}  // namespace maillage::engine
