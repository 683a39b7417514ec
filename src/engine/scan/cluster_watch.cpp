#include "engine/scan/cluster_watch.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/core/columns.hpp"
#include "engine/core/exponentials.hpp"
#include "engine/core/wide.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t most_events = 20'000;
constexpr double largest_exponent = 680;

std::optional<Refusal> unusable(std::span<const double> x, std::span<const double> y,
                                std::span<const double> days, const ClusterWatchOptions& options) {
    if (const auto refused = unusable_places(x, y, options.plane)) return refused;
    if (const auto refused = lengths_differ(days.size(), x.size())) return refused;
    if (const auto refused = not_finite(days)) return refused;
    const auto n = static_cast<double>(x.size());
    if (n < 2) return Refusal{Reason::too_few_events, n, 2};
    if (x.size() > most_events) return Refusal{Reason::overflow, n, most_events};
    for (const double value : {options.radius, options.epsilon, options.threshold})
        if (!(value > 0 && std::isfinite(value))) return Refusal{Reason::parameter_out_of_range, value, 0};
    return std::nullopt;
}

std::vector<double> ordered(std::span<const double> column, std::span<const std::uint32_t> order) {
    std::vector<double> found;
    for (const std::uint32_t event : order) found.push_back(column[event]);
    return found;
}

// Each ratio times e^(slope·change).
MAILLAGE_WIDE void advance(const double* slope, std::size_t count, double change, double* ratio) {
    for (std::size_t k = 0; k < count; ++k) {
        const double d = slope[k] * change;
        ratio[k] *=
            (1 + d * (1 + d * (1.0 / 2 + d * (1.0 / 6 + d * (1.0 / 24 + d * (1.0 / 120 +
                                                                             d * (1.0 / 720 + d / 5040)))))));
    }
}

// Eight sums side by side, added in one order: no addition waits for the one before it.
MAILLAGE_WIDE double sum_of(const double* values, std::size_t count) {
    double sums[8] = {};
    std::size_t k = 0;
    for (; k + 8 <= count; k += 8)
        for (std::size_t lane = 0; lane < 8; ++lane) sums[lane] += values[k + lane];
    for (; k < count; ++k) sums[k % 8] += values[k];
    return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

// The likelihood ratio of each possible beginning k after n events,
//     Λ_k = exp(c_k + b_k/n),  c_k = since·ln(1+ε) − ε·around,  b_k = ε·around·k,
// k counted from 0, `around` the events within ρ of it of all times, `since` those that followed it. An event
// changes c and b of the few beginnings near it, and n of all: Λ of the others is multiplied by e^δ,
// δ = b_k(1/n − 1/(n−1)), which is small. Taylor's seven terms are exact to 10⁻¹⁶ for |δ| ≤ 2⁻⁵ (the next is
// δ⁸/40 320), and several times cheaper than an exponential; a block of beginnings where one δ may be larger
// is calculated afresh. Errors of n multiplications add up to n·2·10⁻¹⁶ at most.
class Evidence {
 public:
    Evidence(double epsilon, std::size_t events) : epsilon_(epsilon), per_event_(std::log1p(epsilon)) {
        for (auto* column : {&around_, &since_, &slope_, &ratio_}) column->reserve(events + block);
    }

    // One event more, near those.
    void add(std::span<const std::uint32_t> near) {
        const std::size_t now = around_.size();
        around_.push_back(static_cast<double>(near.size()) + 1);
        since_.push_back(1);
        slope_.push_back(0);
        ratio_.push_back(0);
        if (now % block == 0) steepest_.push_back(0);
        set_slope(now);
        const auto n = static_cast<double>(now + 1);
        const double change = now == 0 ? 0 : 1 / n - 1 / static_cast<double>(now);
        for (std::size_t begin = 0; begin < now; begin += block) {
            const std::size_t end = std::min(now, begin + block);
            if (steepest_[begin / block] * -change <= largest_change)
                advance(slope_.data() + begin, end - begin, change, ratio_.data() + begin);
            else
                afresh(begin, end);
        }
        for (const std::uint32_t other : near) {
            ++around_[other];
            ++since_[other];
            set_slope(other);
            afresh(other, other + 1);
        }
        afresh(now, now + 1);
    }

    double sum() const { return sum_of(ratio_.data(), ratio_.size()); }

    // The beginning with the most evidence, the first of equals.
    std::size_t largest() const {
        std::vector<double> exponents;
        for (std::size_t k = 0; k < around_.size(); ++k) exponents.push_back(exponent(k));
        return static_cast<std::size_t>(std::max_element(exponents.begin(), exponents.end()) -
                                        exponents.begin());
    }

 private:
    static constexpr std::size_t block = 64;
    static constexpr double largest_change = 0x1p-5;

    // Slopes only grow, and so does the steepest of a block.
    void set_slope(std::size_t k) {
        slope_[k] = epsilon_ * around_[k] * static_cast<double>(k);
        steepest_[k / block] = std::max(steepest_[k / block], slope_[k]);
    }
    double exponent(std::size_t k) const {
        const auto n = static_cast<double>(around_.size());
        return std::min(largest_exponent,
                        since_[k] * per_event_ - epsilon_ * around_[k] * (n - static_cast<double>(k)) / n);
    }
    void afresh(std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) ratio_[k] = exponent(k);
        exponentials(std::span(ratio_).subspan(begin, end - begin));
    }

    double epsilon_, per_event_;
    std::vector<double> around_, since_, slope_, ratio_, steepest_;
};

}  // namespace

Outcome<ClusterWatch> cluster_watch(std::span<const double> x, std::span<const double> y,
                                    std::span<const double> days, const ClusterWatchOptions& options) {
    if (const auto refused = unusable(x, y, days, options)) return std::unexpected(*refused);
    ClusterWatch found;
    found.order.resize(x.size());
    std::iota(found.order.begin(), found.order.end(), 0U);
    std::ranges::sort(found.order, {}, [&](std::uint32_t event) { return std::pair(days[event], event); });
    const auto near =
        neighbours_within(ordered(x, found.order), ordered(y, found.order), options.radius, options.plane);
    if (!near) return std::unexpected(near.error());

    Evidence evidence(options.epsilon, x.size());
    for (std::size_t now = 0; now < x.size(); ++now) {
        std::span<const std::uint32_t> before = near->of(now);
        before =
            before.first(static_cast<std::size_t>(std::ranges::lower_bound(before, now) - before.begin()));
        evidence.add(before);
        const double sum = evidence.sum();
        found.statistic.push_back(sum);
        if (found.alarm || sum < options.threshold) continue;
        found.alarm = now;
        found.centre = evidence.largest();
    }
    return found;
}

}  // namespace maillage::engine
