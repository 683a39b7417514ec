#include "engine/inference/certainty.hpp"

#include <algorithm>
#include <cmath>

namespace maillage::engine {
namespace {

constexpr double tolerated_share = 0.20;

// Beyond a billion per cent the figure says no more.
constexpr double most_percent = 1e9;

int nearest(double ratio) {
    return static_cast<int>(std::lround(std::clamp((ratio - 1) * 100, -most_percent, most_percent)));
}

// Rounding towards no change forgives what the decimal writing of the bound adds.
int towards_no_change(double ratio) {
    const double percent = (ratio - 1) * 100 + (ratio > 1 ? 1e-9 : -1e-9);
    return static_cast<int>(std::trunc(std::clamp(percent, -most_percent, most_percent)));
}

}  // namespace

Certainty certainty_of(double adjusted_p, const Doubts& doubts) {
    int step = 0;
    if (adjusted_p >= 0 && adjusted_p <= 0.05)
        step = 3;
    else if (adjusted_p > 0 && adjusted_p <= 0.10)
        step = 2;
    else if (adjusted_p > 0 && adjusted_p <= 0.20)
        step = 1;
    const bool doubtful =
        doubts.share_not_located > tolerated_share || doubts.share_not_dated > tolerated_share ||
        doubts.figures == Doubts::Figures::provisional || doubts.counting == Doubts::Counting::changed;
    if (doubtful && step > 0) --step;
    return static_cast<Certainty>(step);
}

Claim claim_of(double ratio, Interval interval) {
    Claim claim;
    if (std::isfinite(ratio)) claim.change = nearest(ratio);
    claim.low = nearest(interval.low);
    if (std::isfinite(interval.high)) claim.high = nearest(interval.high);
    if (interval.low > 1) {
        claim.direction = Direction::up;
        claim.at_least = towards_no_change(interval.low);
    } else if (interval.high < 1) {
        claim.direction = Direction::down;
        claim.at_least = -towards_no_change(interval.high);
    }
    return claim;
}

}  // namespace maillage::engine
