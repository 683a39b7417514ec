#include "engine/points/pair_sums.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "engine/core/wide.hpp"
#include "engine/points/circle_share.hpp"
#include "engine/points/radius_table.hpp"
#include "engine/space/cell_grid.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t chunk = 512;
constexpr std::uint32_t inner = ~0U;

// Squared distances of a place to `count` points, and their bins.
MAILLAGE_WIDE void measure(const double* px, const double* py, std::size_t count, double x, double y,
                           double bins_per_square, double* squared, std::uint32_t* bin) {
    for (std::size_t k = 0; k < count; ++k) {
        const double dx = px[k] - x, dy = py[k] - y, s = dx * dx + dy * dy;
        const double at = s * bins_per_square, most = RadiusTable::bins;
        squared[k] = s;
        bin[k] = static_cast<std::uint32_t>(static_cast<std::int32_t>(at < most ? at : most));
    }
}

// |W| over the area that the window shares with itself moved by the pair's difference.
MAILLAGE_WIDE void translate(const double* px, const double* py, std::size_t count, double x, double y,
                             const Rectangle& w, double* weight) {
    const double width = w.width(), height = w.height(), area = w.area();
    for (std::size_t k = 0; k < count; ++k) {
        const double dx = px[k] - x, dy = py[k] - y;
        weight[k] = area / ((width - (dx < 0 ? -dx : dx)) * (height - (dy < 0 ? -dy : dy)));
    }
}

// What the window does to each point: by position for those of a grid; nothing without a correction that
// asks.
struct Edges {
    std::vector<double> squared;       // isotropic: distance to the nearest side
    std::vector<std::uint32_t> radii;  // border: how many radii leave the point a centre
    std::vector<std::uint32_t> share;  // isotropic: its place in `shares`, or `inner`
    std::vector<CircleShare> shares;
};

Edges edges_of(std::span<const double> x, std::span<const double> y, const KOptions& options) {
    const Rectangle& w = options.window;
    Edges edges;
    const bool border = options.correction == KCorrection::border;
    if (!border && options.correction != KCorrection::isotropic) return edges;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double side =
            std::min(std::min(x[i] - w.left, w.right - x[i]), std::min(y[i] - w.bottom, w.top - y[i]));
        if (border) {
            edges.radii.push_back(static_cast<std::uint32_t>(
                std::lower_bound(options.radii.begin(), options.radii.end(), side) - options.radii.begin()));
            continue;
        }
        edges.squared.push_back(side * side);
        edges.share.push_back(inner);
        if (side >= options.radii.back()) continue;
        edges.share.back() = static_cast<std::uint32_t>(edges.shares.size());
        edges.shares.emplace_back(x[i], y[i], w);
    }
    return edges;
}

// Counts of one block. The last entry holds what is too far.
struct Histogram {
    std::vector<std::uint64_t> counts[2];  // in turns: an addition need not wait for the one before it
    std::vector<std::int64_t> removed;
    std::vector<double> weights;
    explicit Histogram(std::size_t radii)
        : counts{std::vector<std::uint64_t>(radii + 1), std::vector<std::uint64_t>(radii + 1)},
          removed(radii + 1),
          weights(radii + 1) {}
};

class PairSummer {
 public:
    // `same`: the points of `from` are those of `to`.
    PairSummer(PointColumns from, PointColumns to, const KOptions& options, bool same)
        : options_(options),
          same_(same),
          table_(options.radii),
          grid_(to.x, to.y, options.radii.back() / 4),
          x_(same ? grid_.x() : from.x),
          y_(same ? grid_.y() : from.y),
          from_edges_(edges_of(x_, y_, options)),
          to_edges_(same ? Edges{} : edges_of(grid_.x(), grid_.y(), options)) {}

    PairSums summed(const foundation::Executor& run) const {
        // No more than about 2 048 histograms are kept, whatever the number of points.
        const std::size_t points_per_block = std::max<std::size_t>(128, x_.size() / 2048);
        const std::size_t blocks = (x_.size() + points_per_block - 1) / points_per_block;
        std::vector<Histogram> parts(blocks, Histogram(table_.radii()));
        run(blocks, [&](std::size_t block) {
            const std::size_t end = std::min(x_.size(), (block + 1) * points_per_block);
            for (std::size_t i = block * points_per_block; i < end; ++i) add(i, parts[block]);
        });
        return total(parts);
    }

 private:
    const Edges& to_edges() const { return same_ ? from_edges_ : to_edges_; }

    // The cells of the circle around point i, a run a row; of its own pattern only what comes after it.
    void add(std::size_t i, Histogram& found) const {
        const double reach = options_.radii.back();
        const double slack = reach * 1e-9 + (std::abs(x_[i]) + std::abs(y_[i])) * 1e-15;
        if (options_.correction == KCorrection::border && !same_ && from_edges_.radii[i] == 0) return;
        const std::uint32_t own = grid_.row(y_[i]), top = grid_.row(y_[i] + reach + slack);
        for (std::uint32_t row = same_ ? own : grid_.row(y_[i] - reach - slack); row <= top; ++row) {
            const double gap = grid_.gap_to_row(y_[i], row) - slack;
            const double chord = gap > 0 ? std::sqrt(std::max(0.0, reach * reach - gap * gap)) : reach;
            const auto run =
                grid_.run(row, grid_.column(x_[i] - chord - slack), grid_.column(x_[i] + chord + slack));
            const std::uint32_t first =
                same_ ? std::max(run.begin, static_cast<std::uint32_t>(i + 1)) : run.begin;
            for (std::uint32_t begin = first; begin < run.end; begin += chunk)
                add_run(i, begin, std::min<std::size_t>(chunk, run.end - begin), found);
        }
    }

    void add_run(std::size_t i, std::uint32_t begin, std::size_t count, Histogram& found) const {
        std::array<double, chunk> squared;
        std::array<std::uint32_t, chunk> bin;
        const double* px = grid_.x().data() + begin;
        const double* py = grid_.y().data() + begin;
        measure(px, py, count, x_[i], y_[i], table_.bins_per_square(), squared.data(), bin.data());
        table_.find(squared.data(), bin.data(), count);
        switch (options_.correction) {
        case KCorrection::none: add_counts(bin.data(), count, found); break;
        case KCorrection::border: add_within_border(i, begin, bin.data(), count, found); break;
        case KCorrection::translate: {
            std::array<double, chunk> weight;
            translate(px, py, count, x_[i], y_[i], options_.window, weight.data());
            double* sums = found.weights.data();
            for (std::size_t k = 0; k < count; ++k) sums[bin[k]] += weight[k];
            break;
        }
        case KCorrection::isotropic:
            add_counts(bin.data(), count, found);
            add_shares(i, begin, {squared.data(), count}, bin.data(), found);
            break;
        }
    }

    static void add_counts(const std::uint32_t* at, std::size_t count, Histogram& found) {
        std::uint64_t* even = found.counts[0].data();
        std::uint64_t* odd = found.counts[1].data();
        std::size_t k = 0;
        for (; k + 1 < count; k += 2) {
            ++even[at[k]];
            ++odd[at[k + 1]];
        }
        if (k < count) ++even[at[k]];
    }

    // A centre counts its pairs for the radii from theirs up to the last one that the border leaves it.
    void add_within_border(std::size_t i, std::uint32_t begin, const std::uint32_t* at, std::size_t count,
                           Histogram& found) const {
        const std::uint32_t own = from_edges_.radii[i];
        const std::uint32_t* radii = to_edges().radii.data() + begin;
        std::uint64_t* counts = found.counts[0].data();
        std::int64_t* removed = found.removed.data();
        std::int64_t kept = 0;
        for (std::size_t k = 0; k < count; ++k) {
            const unsigned mine = at[k] < own ? 1 : 0, other = same_ && at[k] < radii[k] ? 1 : 0;
            counts[at[k]] += mine + other;
            removed[radii[k]] += other;
            kept += mine;
        }
        removed[own] += kept;
    }

    // What the circles that leave the window weigh above 1.
    void add_shares(std::size_t i, std::uint32_t begin, std::span<const double> squared,
                    const std::uint32_t* at, Histogram& found) const {
        const double own = from_edges_.squared[i];
        const double* others = to_edges().squared.data() + begin;
        const auto radii = static_cast<std::uint32_t>(table_.radii());
        for (std::size_t k = 0; k < squared.size(); ++k) {
            const bool mine = squared[k] > own, other = same_ && squared[k] > others[k];
            if (!(mine || other) || at[k] == radii) continue;
            const double radius = std::sqrt(squared[k]);
            if (mine) found.weights[at[k]] += above_one(from_edges_, i, radius);
            if (other) found.weights[at[k]] += above_one(to_edges(), begin + k, radius);
        }
    }
    static double above_one(const Edges& edges, std::size_t point, double radius) {
        const std::uint32_t share = edges.share[point];
        return share == inner ? 0 : 1 / edges.shares[share].inside(radius) - 1;
    }

    PairSums total(const std::vector<Histogram>& parts) const {
        const std::size_t radii = table_.radii();
        PairSums sums{std::vector<double>(radii, 0.0), std::vector<double>(radii, 0.0)};
        const bool border = options_.correction == KCorrection::border;
        // A pair of one pattern was seen once for its two ends; under the border each end counted itself.
        const double ends = same_ && !border ? 2 : 1,
                     weighs = options_.correction == KCorrection::translate ? ends : 1;
        for (const Histogram& part : parts)
            for (std::size_t k = 0; k < radii; ++k)
                sums.pairs[k] += ends * static_cast<double>(part.counts[0][k] + part.counts[1][k]) +
                                 weighs * part.weights[k] - static_cast<double>(part.removed[k]);
        // Pairs were put at the smallest radius that holds them.
        for (std::size_t k = 1; k < radii; ++k) sums.pairs[k] += sums.pairs[k - 1];
        for (const std::uint32_t leaves : from_edges_.radii)
            for (std::size_t k = 0; border && k < leaves; ++k) ++sums.centres[k];
        return sums;
    }

    const KOptions& options_;
    bool same_;
    RadiusTable table_;
    CellGrid grid_;
    std::span<const double> x_, y_;
    Edges from_edges_, to_edges_;
};

}  // namespace

PairSums pair_sums_within(PointColumns points, const KOptions& options, const foundation::Executor& run) {
    return PairSummer(points, points, options, true).summed(run);
}

PairSums pair_sums_between(PointColumns from, PointColumns to, const KOptions& options,
                           const foundation::Executor& run) {
    return PairSummer(from, to, options, false).summed(run);
}

}  // namespace maillage::engine
