#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

#include "engine/points/nearest_cells.hpp"
#include "engine/points/nearest_neighbour.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t bins = std::size_t{1} << 15U;
constexpr std::size_t strips_per_block = 8;

// The points in strips across the longer side of their rectangle, about √n in each, sorted along the strip.
class Strips {
 public:
    Strips(std::span<const double> x, std::span<const double> y, const foundation::Executor& run) {
        const auto [left, right] = std::minmax_element(x.begin(), x.end());
        const auto [bottom, top] = std::minmax_element(y.begin(), y.end());
        if (*right - *left >= *top - *bottom)
            build(x, y, {*left, *right}, run);
        else
            build(y, x, {*bottom, *top}, run);
    }

    std::size_t strips() const { return start_.size() - 1; }
    std::uint32_t number(std::size_t at) const { return points_[at].number; }
    std::size_t begin(std::size_t strip) const { return start_[strip]; }
    std::size_t end(std::size_t strip) const { return start_[strip + 1]; }

    // Squared distance from each point of the strip to its nearest, in the order of the strip.
    void measure(std::size_t strip, std::span<double> squared) const {
        Reader before(*this, strip == 0 ? strip : strip - 1), after(*this, std::min(strip + 1, strips() - 1));
        for (std::size_t at = start_[strip]; at < start_[strip + 1]; ++at) {
            const Point& point = points_[at];
            double best =
                nearest_above(point, at + 1, start_[strip + 1], std::numeric_limits<double>::infinity());
            best = nearest_below(point, at, start_[strip], best);
            for (std::size_t other = strip + 1; other < strips(); ++other) {
                const double gap = low_[other] - point.across;
                if (gap * gap >= best) break;
                best = nearest_in(point, other,
                                  other == strip + 1 ? after.at(point.along) : find(other, point), best);
            }
            for (std::size_t other = strip; other-- > 0;) {
                const double gap = point.across - high_[other];
                if (gap * gap >= best) break;
                best = nearest_in(point, other,
                                  other + 1 == strip ? before.at(point.along) : find(other, point), best);
            }
            squared[at - start_[strip]] = best;
        }
    }

 private:
    struct Point {
        double along, across;
        std::uint32_t number;
    };
    struct Extent {
        double low, high;
    };

    // The place in a neighbouring strip moves on with the strip that is measured: both are sorted.
    class Reader {
     public:
        Reader(const Strips& strips, std::size_t strip)
            : strips_(strips), at_(strips.start_[strip]), end_(strips.start_[strip + 1]) {}
        std::size_t at(double along) {
            while (at_ < end_ && strips_.points_[at_].along < along) ++at_;
            return at_;
        }

     private:
        const Strips& strips_;
        std::size_t at_, end_;
    };

    // Points by the bin of their place across, then whole bins, or parts of a crowded one, make a strip.
    void build(std::span<const double> across, std::span<const double> along, Extent extent,
               const foundation::Executor& run) {
        const std::size_t n = across.size();
        const auto wanted = static_cast<std::size_t>(std::sqrt(static_cast<double>(n))) + 1;
        const double wide = extent.high - extent.low,
                     per_bin = wide > 0 ? static_cast<double>(bins) / wide : 0;
        std::vector<std::uint32_t> first(bins + 1, 0), bin(n);
        for (std::size_t i = 0; i < n; ++i) {
            bin[i] = static_cast<std::uint32_t>(
                std::min(static_cast<double>(bins - 1), (across[i] - extent.low) * per_bin));
            ++first[bin[i] + 1];
        }
        std::partial_sum(first.begin(), first.end(), first.begin());
        std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
        points_.resize(n);
        for (std::size_t i = 0; i < n; ++i)
            points_[next[bin[i]]++] = {along[i], across[i], static_cast<std::uint32_t>(i)};
        start_.push_back(0);
        for (std::size_t k = 0; k < bins; ++k) {
            if (first[k + 1] - first[k] > 2 * wanted) cut(first[k], first[k + 1], wanted);
            if (first[k + 1] - start_.back() >= wanted) start_.push_back(first[k + 1]);
        }
        if (start_.back() < n) start_.push_back(n);
        low_.resize(strips());
        high_.resize(strips());
        run((strips() + strips_per_block - 1) / strips_per_block, [&](std::size_t block) {
            for (std::size_t strip = block * strips_per_block;
                 strip < std::min(strips(), (block + 1) * strips_per_block); ++strip)
                sort(strip);
        });
    }

    // A crowded bin is sorted across and cut, never between two points of the same place.
    void cut(std::size_t begin, std::size_t end, std::size_t wanted) {
        std::sort(points_.begin() + static_cast<std::ptrdiff_t>(begin),
                  points_.begin() + static_cast<std::ptrdiff_t>(end), [](const Point& a, const Point& b) {
                      return a.across != b.across ? a.across < b.across : a.number < b.number;
                  });
        for (std::size_t at = begin + 1; at < end; ++at)
            if (at - start_.back() >= wanted && points_[at].across != points_[at - 1].across)
                start_.push_back(at);
    }

    void sort(std::size_t strip) {
        const auto begin = points_.begin() + static_cast<std::ptrdiff_t>(start_[strip]);
        const auto end = points_.begin() + static_cast<std::ptrdiff_t>(start_[strip + 1]);
        const auto [low, high] = std::minmax_element(
            begin, end, [](const Point& a, const Point& b) { return a.across < b.across; });
        low_[strip] = low->across;
        high_[strip] = high->across;
        std::sort(begin, end, [](const Point& a, const Point& b) {
            return a.along != b.along ? a.along < b.along : a.number < b.number;
        });
    }

    std::size_t find(std::size_t strip, const Point& point) const {
        const auto begin = points_.begin() + static_cast<std::ptrdiff_t>(start_[strip]);
        const auto end = points_.begin() + static_cast<std::ptrdiff_t>(start_[strip + 1]);
        return static_cast<std::size_t>(
            std::lower_bound(begin, end, point.along,
                             [](const Point& one, double along) { return one.along < along; }) -
            points_.begin());
    }

    double nearest_in(const Point& point, std::size_t strip, std::size_t at, double best) const {
        return nearest_below(point, at, start_[strip], nearest_above(point, at, start_[strip + 1], best));
    }
    double nearest_above(const Point& point, std::size_t at, std::size_t end, double best) const {
        for (; at < end; ++at) {
            const double along = points_[at].along - point.along, across = points_[at].across - point.across;
            if (along * along >= best) break;
            best = std::min(best, along * along + across * across);
        }
        return best;
    }
    double nearest_below(const Point& point, std::size_t at, std::size_t begin, double best) const {
        while (at-- > begin) {
            const double along = points_[at].along - point.along, across = points_[at].across - point.across;
            if (along * along >= best) break;
            best = std::min(best, along * along + across * across);
        }
        return best;
    }

    std::vector<Point> points_;
    std::vector<std::size_t> start_;
    std::vector<double> low_, high_;  // extent across of each strip
};

}  // namespace

std::vector<double> nearest_distances(std::span<const double> x, std::span<const double> y,
                                      const foundation::Executor& run) {
    std::vector<double> distances(x.size());
    if (x.empty()) return distances;
    if (nearest_by_cells(x, y, distances, run)) return distances;
    const Strips strips(x, y, run);
    run((strips.strips() + strips_per_block - 1) / strips_per_block, [&](std::size_t block) {
        std::vector<double> squared;
        for (std::size_t strip = block * strips_per_block;
             strip < std::min(strips.strips(), (block + 1) * strips_per_block); ++strip) {
            squared.resize(strips.end(strip) - strips.begin(strip));
            strips.measure(strip, squared);
            for (std::size_t k = 0; k < squared.size(); ++k)
                distances[strips.number(strips.begin(strip) + k)] = std::sqrt(squared[k]);
        }
    });
    return distances;
}

}  // namespace maillage::engine
