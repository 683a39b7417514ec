#include "engine/rates/share_difference.hpp"

#include <cmath>

#include "engine/rates/binomial.hpp"

namespace maillage::engine {

Outcome<Interval> share_difference(const TwoShares& shares, double level) {
    const auto first = wilson(shares.first, shares.first_of, level);
    if (!first) return std::unexpected(first.error());
    const auto second = wilson(shares.second, shares.second_of, level);
    if (!second) return std::unexpected(second.error());
    const double p1 = static_cast<double>(shares.first) / static_cast<double>(shares.first_of);
    const double p2 = static_cast<double>(shares.second) / static_cast<double>(shares.second_of);
    return Interval{.low = p1 - p2 - std::hypot(p1 - first->low, second->high - p2),
                    .high = p1 - p2 + std::hypot(first->high - p1, p2 - second->low)};
}

}  // namespace maillage::engine
