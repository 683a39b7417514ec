#pragma once

#include <span>

#include "engine/core/refusal.hpp"
#include "engine/scan/spatial_scan.hpp"

namespace maillage::engine {

// Clusters of any shape: around each centre, the most unlikely *subset* of the units near it (Neill 2012, J.
// R. Stat. Soc. B 74:337, "Fast subset scan for spatial pattern detection"). The likelihood ratio of a subset
// with c cases where μ are expected rises with c and falls with μ; for such functions the best of the 2ᵏ
// subsets of k units is one of k: the units sorted by falling cᵢ/μᵢ, cut somewhere (linear-time subset
// scanning, theorem 1). So one sort a centre: O(n log n) instead of 2ⁿ.
//
// "Near" is all that the circular scan would take around the centre: units by distance while their expected
// count stays within the share and the distance within the radius. A subset so free finds something in every
// map; only the replicates, which have the same freedom, tell whether it is more. A small radius is advised.
// Units at equal c/μ enter by distance, units without cases never. Clusters are
// reported as in cluster.hpp, each centre offering its best subset once: `units` are by distance, `radius`
// that of the farthest.
Outcome<ScanResult> subset_scan(std::span<const double> x, std::span<const double> y,
                                std::span<const double> cases, std::span<const double> expected,
                                const ScanOptions& options,
                                const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
