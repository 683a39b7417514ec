#include "engine/siting/lagrangian_bound.hpp"

#include <algorithm>
#include <limits>

namespace maillage::engine {
namespace {

struct Priced {
    double bound = 0;
    std::vector<std::uint32_t> chosen;
    std::uint32_t last = ~0U;  // the free one taken last, nearest to indifference
};

class Pricing {
 public:
    Pricing(const ReducedCoverage& r, const BoundQuestion& q) : r_(r), q_(q), value_(r.rows_of.size()) {}

    Priced at(std::span<const double> prices) {
        Priced found;
        for (std::size_t row = 0; row < prices.size(); ++row) found.bound += r_.weight[row] - prices[row];
        free_.clear();
        for (std::uint32_t c = 0; c < value_.size(); ++c) {
            if (q_.state[c] == Outside) continue;
            value_[c] = 0;
            for (const std::uint32_t row : r_.rows_of[c]) value_[c] += prices[row];
            if (q_.state[c] == Inside) {
                found.chosen.push_back(c);
                found.bound += value_[c];
            } else {
                free_.push_back(c);
            }
        }
        const std::size_t wanted = std::min(free_.size(), q_.sites - found.chosen.size());
        std::partial_sort(free_.begin(), free_.begin() + static_cast<std::ptrdiff_t>(wanted), free_.end(),
                          [&](std::uint32_t a, std::uint32_t b) {
                              return value_[a] != value_[b] ? value_[a] > value_[b] : a < b;
                          });
        for (std::size_t k = 0; k < wanted; ++k) {
            found.chosen.push_back(free_[k]);
            found.bound += value_[free_[k]];
        }
        if (wanted > 0) found.last = free_[0];
        return found;
    }

 private:
    const ReducedCoverage& r_;
    const BoundQuestion& q_;
    std::vector<double> value_;
    std::vector<std::uint32_t> free_;
};

}  // namespace

LagrangianBound lagrangian_bound(const ReducedCoverage& r, const BoundQuestion& question,
                                 std::vector<double>& prices) {
    Pricing pricing(r, question);
    LagrangianBound found{.bound = std::numeric_limits<double>::infinity()};
    std::vector<double> now = prices;
    std::vector<std::uint32_t> times(r.weight.size());
    double most_covered = -1, pace = 1;
    std::uint32_t idle = 0;
    for (std::uint32_t step = 0; step < question.steps; ++step) {
        const Priced priced = pricing.at(now);
        std::fill(times.begin(), times.end(), 0U);
        for (const std::uint32_t c : priced.chosen)
            for (const std::uint32_t row : r.rows_of[c]) ++times[row];
        double covered = 0, length = 0;
        for (std::size_t row = 0; row < times.size(); ++row) {
            if (times[row] > 0) covered += r.weight[row];
            const double slope = static_cast<double>(times[row]) - 1;
            // A price at its limit that would leave it does not move: it is no part of the direction.
            if ((slope < 0 && now[row] >= r.weight[row]) || (slope > 0 && now[row] <= 0)) continue;
            length += slope * slope;
        }
        if (covered > most_covered) {
            most_covered = covered;
            found.choice = priced.chosen;
        }
        if (priced.bound < found.bound - 1e-9) {
            found.bound = priced.bound;
            found.branch = priced.last;
            prices = now;
            idle = 0;
        } else if (++idle >= 12) {
            pace /= 2;
            idle = 0;
            now = prices;
        }
        if (found.bound < question.target - 1e-7 * (1 + question.target) || length == 0 || pace < 1e-4) break;
        const double gap = std::max(priced.bound - std::max(most_covered, question.target - 1), 1e-3);
        const double move = pace * gap / length;
        for (std::size_t row = 0; row < now.size(); ++row)
            now[row] =
                std::clamp(now[row] - move * (static_cast<double>(times[row]) - 1), 0.0, r.weight[row]);
    }
    return found;
}

}  // namespace maillage::engine
