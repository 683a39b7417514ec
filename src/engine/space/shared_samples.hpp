#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace maillage::engine {

// Sums of `size` values drawn without replacement, drawn once and used for every unit.
//
// The conditional permutation test of unit i wants sums of `size` values of the *other* n − 1 units. A
// uniform subset of all n units, given that it does not contain i, is a uniform subset of the others: so one
// table of samples serves all units, if each ignores the samples that contain it. With the sums sorted, the
// number of samples ≥ the observed sum is one binary search, less the few samples containing i (about
// P·size/n), found by an index from unit to samples. Drawing costs P·size instead of n·P·size. The p of each
// unit is exact; the units share the same draws, as they share a look-up table.
class SharedSamples {
 public:
    struct Draw {
        std::uint64_t seed = 0;
        std::uint32_t size = 1;                // values a sample; at most half of the units
        std::uint32_t least = 999;             // samples that every unit must keep
        std::span<const std::uint32_t> names;  // unit of each name; empty: units are their own names
    };
    SharedSamples(std::span<const double> values, const Draw& draw);

    struct Rank {
        std::uint32_t at_least = 0, at_most = 0, samples = 0;
    };
    // Of the samples without the unit: those ≥ sum − slack, those ≤ sum + slack, all.
    Rank rank(std::uint32_t unit, double sum, double slack) const;

 private:
    void draw_samples(std::span<const double> values, const Draw& draw, std::uint32_t wanted);
    std::uint32_t most_hits() const;
    void sort_and_index();

    std::uint32_t size_ = 0;
    std::vector<std::uint32_t> members_;  // `size_` a sample, in the order drawn
    std::vector<double> unsorted_;
    std::vector<double> sums_;  // sorted
    std::vector<std::uint32_t> hits_;
    std::vector<std::uint32_t> start_, containing_;  // unit → positions in the sorted order
};

}  // namespace maillage::engine
