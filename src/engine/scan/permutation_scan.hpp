#pragma once

#include <cstdint>
#include <span>

#include "engine/scan/space_time_scan.hpp"

namespace maillage::engine {

// Cases of one unit on one day. Days are counted from the first day of the period.
struct DatedCases {
    std::uint32_t unit = 0;
    std::uint32_t day = 0;
    std::uint32_t count = 1;
};

struct PermutationScanOptions {
    ScanOptions scan;             // the share is of the cases
    std::uint32_t days = 365;     // length of the period, at most 65 535
    std::uint32_t most_days = 0;  // longest window; 0: half of the period, rounded down
    ScanTime time = ScanTime::retrospective;
};

// Clusters without a population (Kulldorff, Heffernan, Hartman, Assunção & Mostashari 2005, PLoS Med. 2:e59):
// a zone Z during the days A expects μ = (cases of Z on all days)·(cases of all units on A)/C. Replicates
// permute the days over the cases. The `from_step`/`to_step` of a cluster are days of the period.
//
// Event-anchored windows, exact: the ratio rises with c and falls with μ, so a cylinder matters only if
// (i) the unit added last has an event inside the window, else the zone without it has the same c and no more
// μ; (ii) the zone has an event on the first day, else the shorter window has the same c and no more μ.
// For what is left, μ·C = c_Z·c_A is an integer product of a zone's total and a city's total, both known
// beforehand and equal in all replicates: "beats the best so far" is `c_Z·c_A ≤ limit[c]`, one look-up and
// one comparison; logarithms are taken for winners only. Whole ranges of window lengths are dismissed at once
// with the count of the longest window and the city total of the shortest: see `scan_around_event`.
Outcome<ScanResult> permutation_scan(std::span<const double> x, std::span<const double> y,
                                     std::span<const DatedCases> cases, const PermutationScanOptions& options,
                                     const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
