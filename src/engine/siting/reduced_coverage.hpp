#pragma once

#include <cstdint>
#include <vector>

#include "engine/siting/coverage.hpp"

namespace maillage::engine {

// The same problem without what cannot matter: rows nobody covers or that weigh nothing, rows alike merged,
// candidates alike merged and dominated ones dropped.
struct ReducedCoverage {
    std::vector<std::vector<std::uint32_t>> rows_of;        // by candidate kept
    std::vector<std::vector<std::uint32_t>> candidates_of;  // by row
    std::vector<double> weight;                             // by row
    std::vector<std::uint32_t> original;                    // by candidate kept
};
ReducedCoverage reduced(const Coverage& coverage);

}  // namespace maillage::engine
