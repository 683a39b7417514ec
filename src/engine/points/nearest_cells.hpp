#pragma once

#include <span>

#include "foundation/executor.hpp"

namespace maillage::engine {

// Distance of each point to its nearest other one where points are spread evenly enough: in cells of about
// two points each, all that stand in the 3 × 3 cells around a point are compared, several a vector
// instruction. What lies nearer than a cell's side is the answer; the other points look on, ring after ring
// of cells. False, and nothing written, where that would compare more than 64 pairs a point.
bool nearest_by_cells(std::span<const double> x, std::span<const double> y, std::span<double> distances,
                      const foundation::Executor& run);

}  // namespace maillage::engine
