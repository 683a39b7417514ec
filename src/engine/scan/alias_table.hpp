#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/philox.hpp"

namespace maillage::engine {

// Draws an index with given weights in constant time (Walker 1977, ACM TOMS 3:253; Vose 1991, IEEE TSE
// 17:972): every index owns a column of height 1/n, filled up by one other index. Weights ≥ 0, not all 0.
class AliasTable {
 public:
    explicit AliasTable(std::span<const double> weights);
    std::uint32_t draw(Draws& draws) const {
        const std::uint32_t column = draws.below(static_cast<std::uint32_t>(keep_.size()));
        return draws.uniform() < keep_[column] ? column : other_[column];
    }

 private:
    std::vector<double> keep_;
    std::vector<std::uint32_t> other_;
};

}  // namespace maillage::engine
