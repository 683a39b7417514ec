#include "engine/points/pair_summer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "engine/core/wide.hpp"
#include "engine/points/radius_table.hpp"
#include "engine/points/ring_search.hpp"
#include "engine/points/window_edges.hpp"
#include "engine/space/cell_grid.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t chunk = 512;
constexpr std::uint32_t inner = WindowEdges::inner;

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

// Counts of one block. The last entry holds what is too far.
struct Histogram {
    static constexpr std::size_t turns = 4;
    std::vector<std::uint64_t> counts[turns];  // in turns: an addition need not wait for the one before it
    std::vector<std::int64_t> removed;
    std::vector<double> weights;
    explicit Histogram(std::size_t radii) : removed(radii + 1), weights(radii + 1) {
        for (auto& turn : counts) turn.resize(radii + 1);
    }
    // The turns put together.
    void fold() {
        for (std::size_t turn = 1; turn < turns; ++turn) {
            for (std::size_t k = 0; k < weights.size(); ++k) counts[0][k] += counts[turn][k];
            counts[turn] = {};
        }
    }
};

// Pairs on circles that cross one side of the window, until there are enough for vectors.
struct OneSided {
    static constexpr std::size_t most = 2 * chunk;
    std::array<double, most> side, squared, weight;
    std::array<std::uint32_t, most> bin;
    std::size_t count = 0;
};

// Cells hold a few points at least: rows of cells cost as much as points.
double side_of(PointColumns points, double reach) {
    constexpr double points_a_cell = 6;
    return std::clamp(side_of_cells(points.x, points.y, points_a_cell), reach / 4, reach);
}

class PairSummer {
 public:
    // `same`: the points of `from` are those of `to`.
    PairSummer(PointColumns from, PointColumns to, const KOptions& options, bool same)
        : options_(options),
          same_(same),
          table_(options.radii),
          grid_(to.x, to.y, side_of(to, options.radii.back())),
          x_(same ? grid_.x() : from.x),
          y_(same ? grid_.y() : from.y),
          from_edges_(window_edges(x_, y_, options)),
          to_edges_(same ? WindowEdges{} : window_edges(grid_.x(), grid_.y(), options)) {}

    PairSums summed(const foundation::Executor& run) const {
        // No more than about 2 048 histograms are kept, whatever the number of points.
        const std::size_t points_per_block = std::max<std::size_t>(128, x_.size() / 2048);
        const std::size_t blocks = (x_.size() + points_per_block - 1) / points_per_block;
        std::vector<Histogram> parts(blocks, Histogram(0));
        run(blocks, [&](std::size_t block) {
            Histogram found(table_.radii());
            const std::size_t end = std::min(x_.size(), (block + 1) * points_per_block);
            for (std::size_t i = block * points_per_block; i < end; ++i) add(i, found);
            found.fold();
            parts[block] = std::move(found);
        });
        return total(parts);
    }

 private:
    const WindowEdges& to_edges() const { return same_ ? from_edges_ : to_edges_; }

    // The cells of the circle around point i, a run a row; of its own pattern only what comes after it.
    void add(std::size_t i, Histogram& found) const {
        double reach = options_.radii.back();
        if (options_.correction == KCorrection::border) {
            // Beyond the last radius that the edge leaves it, the centre counts nothing.
            if (from_edges_.radii[i] == 0) return;
            reach = options_.radii[from_edges_.radii[i] - 1];
        }
        const double slack = reach * 1e-9 + (std::abs(x_[i]) + std::abs(y_[i])) * 1e-15;
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
        case KCorrection::border: add_within_border(i, bin.data(), count, found); break;
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
        std::uint64_t* turn[Histogram::turns];
        for (std::size_t k = 0; k < Histogram::turns; ++k) turn[k] = found.counts[k].data();
        std::size_t k = 0;
        for (; k + Histogram::turns <= count; k += Histogram::turns)
            for (std::size_t j = 0; j < Histogram::turns; ++j) ++turn[j][at[k + j]];
        for (; k < count; ++k) ++turn[0][at[k]];
    }

    // A centre counts its pairs up to the last radius that the border leaves it.
    void add_within_border(std::size_t i, const std::uint32_t* at, std::size_t count,
                           Histogram& found) const {
        const std::uint32_t own = from_edges_.radii[i];
        std::uint64_t* counts = found.counts[0].data();
        std::int64_t kept = 0;
        for (std::size_t k = 0; k < count; ++k) {
            const unsigned mine = at[k] < own ? 1 : 0;
            counts[at[k]] += mine;
            kept += mine;
        }
        found.removed[own] += kept;
    }

    struct Circle {
        double side, squared_side, squared_next;
        std::size_t point;
    };
    template <class CircleOf>
    void gather(const WindowEdges& edges, OneSided& one, Histogram& found, std::span<const double> squared,
                const std::uint32_t* at, const CircleOf& circle_of) const {
        const auto radii = static_cast<std::uint32_t>(table_.radii());
        std::size_t count = one.count;
        for (std::size_t k = 0; k < squared.size(); ++k) {
            const Circle circle = circle_of(k);
            const double s = squared[k];
            const bool crosses = (s > circle.squared_side) & (at[k] != radii);
            const bool twice = s > circle.squared_next;
            one.side[count] = circle.side;
            one.squared[count] = s;
            one.bin[count] = at[k];
            count += (crosses & !twice) ? 1 : 0;
            if (crosses & twice) [[unlikely]]
                found.weights[at[k]] += above_one(edges, circle.point, std::sqrt(s));
        }
        one.count = count;
    }

    // What the circles that leave the window weigh above 1: those that cross one side, nearly all, are
    // gathered without a branch.
    void add_shares(std::size_t i, std::uint32_t begin, std::span<const double> squared,
                    const std::uint32_t* at, Histogram& found) const {
        const bool mine = from_edges_.share[i] != inner;
        const bool others = same_ && to_edges().before[begin] != to_edges().before[begin + squared.size()];
        if (!mine && !others) return;
        OneSided one;
        const WindowEdges& edges = to_edges();
        if (mine)
            gather(from_edges_, one, found, squared, at,
                   [i, side = from_edges_.side[i], own = from_edges_.squared[i],
                    next = from_edges_.next[i]](std::size_t) { return Circle{side, own, next, i}; });
        if (others)
            gather(edges, one, found, squared, at,
                   [begin, sides = edges.side.data(), own = edges.squared.data(),
                    next = edges.next.data()](std::size_t k) {
                       return Circle{sides[begin + k], own[begin + k], next[begin + k], begin + k};
                   });
        weights_beyond_one_side(one.side.data(), one.squared.data(), one.count, one.weight.data());
        for (std::size_t k = 0; k < one.count; ++k) found.weights[one.bin[k]] += one.weight[k];
    }
    static double above_one(const WindowEdges& edges, std::size_t point, double radius) {
        const std::uint32_t share = edges.share[point];
        return share == inner ? 0 : 1 / edges.shares[share].inside(radius) - 1;
    }

    PairSums total(const std::vector<Histogram>& parts) const {
        const std::size_t radii = table_.radii();
        PairSums sums{std::vector<double>(radii, 0.0), std::vector<double>(radii, 0.0)};
        // A pair of one pattern was seen once for its two ends; its circles were weighed one by one.
        const double ends = same_ ? 2 : 1, weighs = options_.correction == KCorrection::translate ? ends : 1;
        for (const Histogram& part : parts)
            for (std::size_t k = 0; k < radii; ++k)
                sums.pairs[k] += ends * static_cast<double>(part.counts[0][k]) + weighs * part.weights[k] -
                                 static_cast<double>(part.removed[k]);
        // Pairs were put at the smallest radius that holds them.
        for (std::size_t k = 1; k < radii; ++k) sums.pairs[k] += sums.pairs[k - 1];
        for (const std::uint32_t leaves : from_edges_.radii)
            for (std::size_t k = 0; k < leaves; ++k) ++sums.centres[k];
        return sums;
    }

    const KOptions& options_;
    bool same_;
    RadiusTable table_;
    CellGrid grid_;
    std::span<const double> x_, y_;
    WindowEdges from_edges_, to_edges_;
};

}  // namespace

PairSums summed_pairs(PointColumns from, PointColumns to, const KOptions& options, PatternsAre patterns,
                      const foundation::Executor& run) {
    return PairSummer(from, to, options, patterns == PatternsAre::same).summed(run);
}

}  // namespace maillage::engine
