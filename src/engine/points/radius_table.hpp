#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace maillage::engine {

// Finds the smallest radius (≤) that holds a squared distance: radii.size() when none does.
class RadiusTable {
 public:
    static constexpr std::uint32_t bins = 4096;

    explicit RadiusTable(std::span<const double> radii);

    // What a squared distance is multiplied by to give its bin; more than `bins` counts as `bins`.
    double bins_per_square() const { return bins_per_square_; }
    std::size_t radii() const { return squares_.size() - 1; }
    // Bins become radii.
    void find(const double* squared, std::uint32_t* bin, std::size_t count) const;

 private:
    std::vector<double> squares_;  // and infinity
    std::vector<std::uint32_t> first_;
    double bins_per_square_ = 0;
    bool crowded_ = false;
};

}  // namespace maillage::engine
