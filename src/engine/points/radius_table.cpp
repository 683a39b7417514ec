#include "engine/points/radius_table.hpp"

#include <limits>

#include "engine/core/wide.hpp"

namespace maillage::engine {
namespace {

// No bin holds two radii, as a rule: the comparison is added, not predicted.
MAILLAGE_WIDE void look_up(const std::uint32_t* first, const double* squares, const double* squared,
                           std::uint32_t* bin, std::size_t count) {
    for (std::size_t k = 0; k < count; ++k) {
        const std::uint32_t at = first[bin[k]];
        bin[k] = at + (squared[k] > squares[at] ? 1 : 0);
    }
}

}  // namespace

RadiusTable::RadiusTable(std::span<const double> radii) : squares_(radii.begin(), radii.end()) {
    for (double& r : squares_) r *= r;
    bins_per_square_ = bins / squares_.back();
    const auto last = static_cast<std::uint32_t>(squares_.size() - 1);
    std::uint32_t at = 0;
    for (std::uint32_t bin = 0; bin <= bins; ++bin) {
        // A hair lower than the bin's beginning: rounding must not start the search too far.
        const double begin = bin / bins_per_square_ * (1 - 1e-12);
        while (at < last && squares_[at] < begin) ++at;
        first_.push_back(at);
        if (bin > 0 && first_[bin] > first_[bin - 1] + 1) crowded_ = true;
    }
    squares_.push_back(std::numeric_limits<double>::infinity());
}

void RadiusTable::find(const double* squared, std::uint32_t* bin, std::size_t count) const {
    const double* squares = squares_.data();
    look_up(first_.data(), squares, squared, bin, count);
    for (std::size_t k = 0; crowded_ && k < count; ++k)
        while (squared[k] > squares[bin[k]]) ++bin[k];
}

}  // namespace maillage::engine
