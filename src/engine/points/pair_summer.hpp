#pragma once

#include <cstdint>

#include "engine/points/pair_sums.hpp"

namespace maillage::engine {

// The sums of pair_sums.hpp by the grid and the table there. `same`: `to` is `from`, and an unordered pair is
// seen once; not with the border correction, whose centres differ from end to end.
enum class PatternsAre : std::uint8_t { same, different };
PairSums summed_pairs(PointColumns from, PointColumns to, const KOptions& options, PatternsAre patterns,
                      const foundation::Executor& run);

}  // namespace maillage::engine
