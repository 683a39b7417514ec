#include "engine/points/ripley_k.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/core/philox.hpp"
#include "engine/space/cell_grid.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t points_per_block = 256, bins = 4096;

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
    return std::nullopt;
}

double to_edge(double x, double y, const Rectangle& w) {
    return std::min(std::min(x - w.left, w.right - x), std::min(y - w.bottom, w.top - y));
}

// Weight of the ordered pair; 1 for none and border.
double weight_of(KCorrection correction, double x, double y, double dx, double dy, double squared,
                 const Rectangle& w) {
    switch (correction) {
    case KCorrection::none:
    case KCorrection::border: return 1;
    case KCorrection::translate: return w.area() / ((w.width() - std::abs(dx)) * (w.height() - std::abs(dy)));
    case KCorrection::isotropic:
        return squared > 0 ? 1 / share_of_circle_inside(x, y, std::sqrt(squared), w) : 1;
    }
    return 1;
}

// For each radius: Σ of the pairs' weights, and the number of centres that the border leaves.
struct Sums {
    std::vector<double> pairs, centres;
};

class PairSums {
 public:
    PairSums(PointColumns from, PointColumns to, const KOptions& options, bool same)
        : from_(from),
          options_(options),
          same_(same),
          grid_(to.x, to.y, options.radii.back()),
          squares_(options.radii.begin(), options.radii.end()) {
        for (double& r : squares_) r *= r;
        bins_per_square_ = bins / squares_.back();
        for (std::size_t bin = 0; bin <= bins; ++bin) {
            // A hair lower than the bin's beginning: rounding must not start the search too far.
            const double begin = static_cast<double>(bin) / bins_per_square_ * (1 - 1e-12);
            const auto at = std::lower_bound(squares_.begin(), squares_.end(), begin) - squares_.begin();
            first_of_bin_.push_back(
                std::min(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(squares_.size() - 1)));
        }
    }

    Sums summed(const foundation::Executor& run) const {
        const std::size_t blocks = (from_.x.size() + points_per_block - 1) / points_per_block;
        std::vector<Sums> parts(blocks);
        run(blocks, [&](std::size_t block) {
            parts[block] = {std::vector<double>(squares_.size(), 0.0),
                            std::vector<double>(squares_.size(), 0.0)};
            const std::size_t end = std::min(from_.x.size(), (block + 1) * points_per_block);
            for (std::size_t i = block * points_per_block; i < end; ++i) add(i, parts[block]);
        });
        Sums total{std::vector<double>(squares_.size(), 0.0), std::vector<double>(squares_.size(), 0.0)};
        for (const Sums& part : parts)
            for (std::size_t k = 0; k < squares_.size(); ++k) {
                total.pairs[k] += part.pairs[k];
                total.centres[k] += part.centres[k];
            }
        // Pairs were put at the smallest radius that holds them.
        for (std::size_t k = 1; k < squares_.size(); ++k) total.pairs[k] += total.pairs[k - 1];
        return total;
    }

 private:
    void add(std::size_t i, Sums& sums) const {
        const double x = from_.x[i], y = from_.y[i], reach = options_.radii.back();
        std::vector<double>& pairs = sums.pairs;
        std::size_t radii = squares_.size();
        if (options_.correction == KCorrection::border) {
            const double edge = to_edge(x, y, options_.window);
            radii = 0;
            while (radii < squares_.size() && edge > options_.radii[radii]) ++sums.centres[radii++];
            if (radii == 0) return;
        }
        const double limit = squares_[radii - 1];
        grid_.around(x, y, reach, [&](CellGrid::Run cells) {
            const double* gx = grid_.x().data();
            const double* gy = grid_.y().data();
            for (std::uint32_t k = cells.begin; k < cells.end; ++k) {
                const double dx = gx[k] - x, dy = gy[k] - y, squared = dx * dx + dy * dy;
                if (squared > limit || (same_ && grid_.numbers()[k] == i)) continue;
                std::size_t at = start_of(squared);
                while (squared > squares_[at]) ++at;
                if (options_.correction == KCorrection::border) {
                    // Counts for the radii from `at` up to the last one the border leaves this centre.
                    pairs[at] += 1;
                    if (radii < pairs.size()) pairs[radii] -= 1;
                } else {
                    pairs[at] += weight_of(options_.correction, x, y, dx, dy, squared, options_.window);
                }
            }
        });
    }

    PointColumns from_;
    const KOptions& options_;
    bool same_;
    CellGrid grid_;
    // Where the search for a squared distance's radius starts: the radius of its bin's beginning.
    std::size_t start_of(double squared) const {
        return first_of_bin_[static_cast<std::size_t>(squared * bins_per_square_)];
    }

    std::vector<double> squares_;
    std::vector<std::uint32_t> first_of_bin_;
    double bins_per_square_ = 0;
};

Outcome<std::vector<double>> scaled(const Sums& sums, const KOptions& options, double pairs, double targets) {
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

// Angle, out of a quarter turn, by which a circle leaves the side at `side` towards the corner side `other`.
double angle_outside(double side, double other, double radius) {
    if (side >= radius) return 0;
    return std::min(std::acos(side / radius), std::atan2(other, side));
}

}  // namespace

double share_of_circle_inside(double x, double y, double radius, const Rectangle& w) {
    // Each of the eight half-sides, seen from the place, cuts an arc of its own: between the foot of the
    // perpendicular and the corner, where the circle is beyond the side.
    const double left = x - w.left, right = w.right - x, below = y - w.bottom, above = w.top - y;
    double outside = 0;
    for (const double across : {left, right})
        for (const double along : {below, above})
            outside += angle_outside(across, along, radius) + angle_outside(along, across, radius);
    return 1 - outside / (2 * std::numbers::pi);
}

Outcome<std::vector<double>> ripley_k(std::span<const double> x, std::span<const double> y,
                                      const KOptions& options, const foundation::Executor& run) {
    if (const auto refused = unusable({x, y}, options)) return std::unexpected(*refused);
    const auto n = static_cast<double>(x.size());
    if (n < 2) return std::unexpected(Refusal{Reason::too_few_events, n, 2});
    return scaled(PairSums({x, y}, {x, y}, options, true).summed(run), options, n * (n - 1), n);
}

Outcome<std::vector<double>> cross_k(PointColumns from, PointColumns to, const KOptions& options,
                                     const foundation::Executor& run) {
    if (const auto refused = unusable(from, options)) return std::unexpected(*refused);
    if (const auto refused = unusable(to, options)) return std::unexpected(*refused);
    const auto n1 = static_cast<double>(from.x.size()), n2 = static_cast<double>(to.x.size());
    return scaled(PairSums(from, to, options, false).summed(run), options, n1 * n2, n2);
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
