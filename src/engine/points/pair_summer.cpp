#include "engine/points/pair_summer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "engine/core/wide.hpp"
#include "engine/points/circle_weights.hpp"
#include "engine/points/radius_finder.hpp"
#include "engine/points/ring_search.hpp"
#include "engine/points/window_edges.hpp"
#include "engine/space/cell_grid.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t chunk = CircleWeights::most_at_once;

// |W| over the area that the window shares with itself moved by the pair's difference.
MAILLAGE_WIDE void translate(const double* px, const double* py, std::size_t count, double x, double y,
                             const Rectangle& w, double* weight) {
    const double width = w.width(), height = w.height(), area = w.area();
    for (std::size_t k = 0; k < count; ++k) {
        const double dx = px[k] - x, dy = py[k] - y;
        weight[k] = area / ((width - (dx < 0 ? -dx : dx)) * (height - (dy < 0 ? -dy : dy)));
    }
}

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
          finder_(options.radii, options.window),
          grid_(to.x, to.y, side_of(to, options.radii.back())),
          places_(finder_.places(grid_.x(), grid_.y())),
          x_(same ? grid_.x() : from.x),
          y_(same ? grid_.y() : from.y),
          from_edges_(window_edges(x_, y_, options, finder_.error())) {}

    PairSums summed(const foundation::Executor& run) const {
        // No more than about 2 048 histograms are kept, whatever the number of points.
        const std::size_t points_per_block = std::max<std::size_t>(128, x_.size() / 2048);
        const std::size_t blocks = (x_.size() + points_per_block - 1) / points_per_block;
        std::vector<std::optional<PairHistogram>> parts(blocks);
        run(blocks, [&](std::size_t block) {
            PairHistogram found(finder_.radii());
            CircleWeights circles(found);
            const std::size_t end = std::min(x_.size(), (block + 1) * points_per_block);
            for (std::size_t i = block * points_per_block; i < end; ++i) add(i, found, circles);
            circles.finish();
            found.fold();
            parts[block] = std::move(found);
        });
        return total(parts);
    }

 private:
    // The cells of the circle around point i, a run a row; of its own pattern only what comes after it.
    void add(std::size_t i, PairHistogram& found, CircleWeights& circles) const {
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
                add_run(i, begin, std::min<std::size_t>(chunk, run.end - begin), found, circles);
        }
    }

    void add_run(std::size_t i, std::uint32_t begin, std::size_t count, PairHistogram& found,
                 CircleWeights& circles) const {
        std::array<std::uint32_t, chunk + RadiusFinder::room> bin;
        std::array<float, chunk + RadiusFinder::room> squared;
        finder_.find(places_, begin, count, x_[i], y_[i], bin.data(), squared.data());
        switch (options_.correction) {
        case KCorrection::none: found.count(bin.data(), count); break;
        case KCorrection::border: add_within_border(i, bin.data(), count, found); break;
        case KCorrection::translate: {
            std::array<double, chunk> weight;
            translate(places_.x.data() + begin, places_.y.data() + begin, count, x_[i], y_[i],
                      options_.window, weight.data());
            double* sums = found.weights.data();
            for (std::size_t k = 0; k < count; ++k) sums[bin[k]] += weight[k];
            break;
        }
        case KCorrection::isotropic:
            found.count(bin.data(), count);
            add_circles(i, begin, {bin.data(), count}, squared.data(), circles);
            break;
        }
    }

    // A centre counts its pairs up to the last radius that the border leaves it.
    void add_within_border(std::size_t i, std::uint32_t* at, std::size_t count, PairHistogram& found) const {
        const std::uint32_t own = from_edges_.radii[i], radii = finder_.radii();
        std::uint32_t kept = 0;
        for (std::size_t k = 0; k < count; ++k) {
            const bool within = at[k] < own;
            kept += within ? 1U : 0U;
            at[k] = within ? at[k] : radii + at[k] % RadiusFinder::too_far;
        }
        found.count(at, count);
        found.removed[own] += kept;
    }

    // Between two patterns only circles around the first one's points count.
    void add_circles(std::size_t i, std::uint32_t begin, std::span<const std::uint32_t> bin,
                     const float* squared, CircleWeights& circles) const {
        const auto exact = [x = x_[i], y = y_[i], px = places_.x.data() + begin,
                            py = places_.y.data() + begin](std::size_t k) {
            const double dx = px[k] - x, dy = py[k] - y;
            return dx * dx + dy * dy;
        };
        if (from_edges_.share[i] != WindowEdges::inner) circles.around(from_edges_, i, bin, squared, exact);
        if (same_ && from_edges_.before[begin] != from_edges_.before[begin + bin.size()])
            circles.through(from_edges_, begin, bin, squared, exact);
    }

    PairSums total(const std::vector<std::optional<PairHistogram>>& parts) const {
        const std::size_t radii = finder_.radii();
        PairSums sums{std::vector<double>(radii, 0.0), std::vector<double>(radii, 0.0)};
        // A pair of one pattern was seen once for its two ends; its circles were weighed one by one.
        const double ends = same_ ? 2 : 1, weighs = options_.correction == KCorrection::translate ? ends : 1;
        for (const auto& part : parts)
            for (std::size_t k = 0; k < radii; ++k)
                sums.pairs[k] += ends * static_cast<double>(part->counts[k]) + weighs * part->weights[k] -
                                 static_cast<double>(part->removed[k]);
        // Pairs were put at the smallest radius that holds them.
        for (std::size_t k = 1; k < radii; ++k) sums.pairs[k] += sums.pairs[k - 1];
        for (const std::uint32_t leaves : from_edges_.radii)
            for (std::size_t k = 0; k < leaves; ++k) ++sums.centres[k];
        return sums;
    }

    const KOptions& options_;
    bool same_;
    RadiusFinder finder_;
    CellGrid grid_;
    MeasuredPlaces places_;
    std::span<const double> x_, y_;
    WindowEdges from_edges_;
};

}  // namespace

PairSums summed_pairs(PointColumns from, PointColumns to, const KOptions& options, PatternsAre patterns,
                      const foundation::Executor& run) {
    return PairSummer(from, to, options, patterns == PatternsAre::same).summed(run);
}

}  // namespace maillage::engine
