#include "engine/points/ripley_k.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/core/philox.hpp"
#include "engine/points/pair_sums.hpp"
#include "engine/space/cell_grid.hpp"

namespace maillage::engine {
namespace {

std::optional<Refusal> unusable(PointColumns points, const KOptions& options) {
    if (const auto refused = unusable_places(points.x, points.y, options.plane)) return refused;
    if (const auto refused = unusable_window(options.window)) return refused;
    if (const auto refused = outside_window(points.x, points.y, options.window)) return refused;
    if (options.radii.empty()) return Refusal{Reason::empty};
    for (std::size_t k = 0; k < options.radii.size(); ++k) {
        const double least = k == 0 ? 0 : options.radii[k - 1];
        if (!(options.radii[k] > least && std::isfinite(options.radii[k])))
            return Refusal{Reason::parameter_out_of_range, options.radii[k], least};
        // A circle wider than half the window leaves it on both sides at once: nothing is left to correct.
        const double most = std::max(options.window.width(), options.window.height());
        if (options.radii[k] > most) return Refusal{Reason::parameter_out_of_range, options.radii[k], most};
    }
    // Beyond it, minutes: fewer points or smaller radii answer the question as well.
    constexpr std::size_t many = 100'000;
    constexpr double most_pairs = 2e12;
    if (points.x.size() > many)
        if (const double pairs = pairs_to_look_at(CellGrid(points.x, points.y, options.radii.back()));
            pairs > most_pairs)
            return Refusal{Reason::overflow, pairs, most_pairs};
    return std::nullopt;
}

Outcome<std::vector<double>> scaled(const PairSums& sums, const KOptions& options, double pairs,
                                    double targets) {
    std::vector<double> k(sums.pairs.size());
    for (std::size_t r = 0; r < k.size(); ++r) {
        if (options.correction == KCorrection::border) {
            if (sums.centres[r] == 0)
                return std::unexpected(Refusal{Reason::parameter_out_of_range, options.radii[r], 0});
            k[r] = sums.pairs[r] / sums.centres[r] * options.window.area() / targets;
        } else {
            k[r] = sums.pairs[r] * options.window.area() / pairs;
        }
    }
    return k;
}

}  // namespace

Outcome<std::vector<double>> ripley_k(std::span<const double> x, std::span<const double> y,
                                      const KOptions& options, const foundation::Executor& run) {
    if (const auto refused = unusable({x, y}, options)) return std::unexpected(*refused);
    const auto n = static_cast<double>(x.size());
    if (n < 2) return std::unexpected(Refusal{Reason::too_few_events, n, 2});
    return scaled(pair_sums_within({x, y}, options, run), options, n * (n - 1), n);
}

Outcome<std::vector<double>> cross_k(PointColumns from, PointColumns to, const KOptions& options,
                                     const foundation::Executor& run) {
    if (const auto refused = unusable(from, options)) return std::unexpected(*refused);
    if (const auto refused = unusable(to, options)) return std::unexpected(*refused);
    const auto n1 = static_cast<double>(from.x.size()), n2 = static_cast<double>(to.x.size());
    return scaled(pair_sums_between(from, to, options, run), options, n1 * n2, n2);
}

Outcome<KEnvelope> k_envelope(std::span<const double> x, std::span<const double> y, const KOptions& options,
                              const EnvelopeOptions& envelope, const foundation::Executor& run) {
    if (envelope.simulations < 1 || envelope.simulations > 9999)
        return std::unexpected(
            Refusal{Reason::parameter_out_of_range, static_cast<double>(envelope.simulations), 9999});
    const auto observed = ripley_k(x, y, options, run);
    if (!observed) return std::unexpected(observed.error());
    std::vector<std::vector<double>> simulated(envelope.simulations);
    run(envelope.simulations, [&](std::size_t replicate) {
        Draws draws(envelope.seed, Stream::envelope, static_cast<std::uint32_t>(replicate + 1));
        std::vector<double> sx(x.size()), sy(x.size());
        for (std::size_t i = 0; i < x.size(); ++i) {
            sx[i] = options.window.left + options.window.width() * draws.uniform();
            sy[i] = options.window.bottom + options.window.height() * draws.uniform();
        }
        // A pattern whose every point is near the edge says nothing at that radius: it is left out.
        if (auto k = ripley_k(sx, sy, options)) simulated[replicate] = std::move(*k);
    });
    KEnvelope found{*observed, *observed, *observed};
    bool first = true;
    for (const auto& k : simulated) {
        if (k.empty()) continue;
        for (std::size_t r = 0; r < k.size(); ++r) {
            found.lowest[r] = first ? k[r] : std::min(found.lowest[r], k[r]);
            found.highest[r] = first ? k[r] : std::max(found.highest[r], k[r]);
        }
        first = false;
    }
    return found;
}

}  // namespace maillage::engine
