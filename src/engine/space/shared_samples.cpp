#include "engine/space/shared_samples.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/philox.hpp"

namespace maillage::engine {

SharedSamples::SharedSamples(std::span<const double> values, const Draw& draw)
    : size_(draw.size), hits_(values.size(), 0) {
    // Enough samples that a unit six standard deviations unlucky keeps its `least`; more if one is unluckier.
    const double share = size_ / static_cast<double>(values.size());
    const double least = draw.least;
    double wanted = std::ceil((least + 6 * std::sqrt(least * share) + 6) / (1 - share));
    do {
        draw_samples(values, draw, static_cast<std::uint32_t>(wanted));
        wanted *= 1.1;
    } while (unsorted_.size() - most_hits() < draw.least);
    sort_and_index();
}

void SharedSamples::draw_samples(std::span<const double> values, const Draw& draw, std::uint32_t wanted) {
    const auto units = static_cast<std::uint32_t>(values.size());
    std::vector<std::uint32_t> drawn_in(units, ~0U);
    for (auto sample = static_cast<std::uint32_t>(unsorted_.size()); sample < wanted; ++sample) {
        Draws draws(draw.seed, Stream::permutation, sample, size_);
        double sum = 0;
        for (std::uint32_t taken = 0; taken < size_;) {
            const std::uint32_t name = draws.below(units);
            if (drawn_in[name] == sample) continue;
            drawn_in[name] = sample;
            const std::uint32_t unit = draw.names.empty() ? name : draw.names[name];
            members_.push_back(unit);
            ++hits_[unit];
            sum += values[unit];
            ++taken;
        }
        unsorted_.push_back(sum);
    }
}

std::uint32_t SharedSamples::most_hits() const { return *std::max_element(hits_.begin(), hits_.end()); }

void SharedSamples::sort_and_index() {
    std::vector<std::uint32_t> order(unsorted_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return unsorted_[a] != unsorted_[b] ? unsorted_[a] < unsorted_[b] : a < b;
    });
    sums_.resize(order.size());
    start_.assign(hits_.size() + 1, 0);
    std::partial_sum(hits_.begin(), hits_.end(), start_.begin() + 1);
    containing_.resize(members_.size());
    std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
    for (std::uint32_t position = 0; position < order.size(); ++position) {
        const std::uint32_t sample = order[position];
        sums_[position] = unsorted_[sample];
        for (std::uint32_t k = 0; k < size_; ++k)
            containing_[next[members_[static_cast<std::size_t>(sample) * size_ + k]]++] = position;
    }
    members_ = {};
    unsorted_ = {};
}

SharedSamples::Rank SharedSamples::rank(std::uint32_t unit, double sum, double slack) const {
    const auto first =
        static_cast<std::uint32_t>(std::lower_bound(sums_.begin(), sums_.end(), sum - slack) - sums_.begin());
    const auto last =
        static_cast<std::uint32_t>(std::upper_bound(sums_.begin(), sums_.end(), sum + slack) - sums_.begin());
    const auto all = static_cast<std::uint32_t>(sums_.size());
    Rank rank{.at_least = all - first, .at_most = last, .samples = all - hits_[unit]};
    for (std::uint32_t k = start_[unit]; k < start_[unit + 1]; ++k) {
        rank.at_least -= containing_[k] >= first;
        rank.at_most -= containing_[k] < last;
    }
    return rank;
}

}  // namespace maillage::engine
