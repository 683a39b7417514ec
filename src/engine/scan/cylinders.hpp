#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/scan/lane_scan.hpp"
#include "engine/scan/space_time_scan.hpp"

namespace maillage::engine {

// Every zone during every window of time: what the two space-time scans share. A cylinder's number is its
// zone's position in `zones.members` × number of windows + its window's number.
struct Cylinders {
    Zones zones;
    std::vector<LaneWindow> windows;
    std::vector<double> cases, size;  // size: expected count, or people, as the table gives it
    double total_cases = 0, total_size = 0;

    // The best cylinder of each centre; llr(cases, size), `expected` of a size.
    BestOfCentre best(std::function<double(double, double)> llr,
                      std::function<double(double)> expected) const;
};

// Refuses tables of other lengths, cases where nobody is, fewer than 2 cases, a share of time that is not in
// (0, 1], more than 99 999 replicates and more than 2²⁶ cylinders (`overflow`).
Outcome<Cylinders> cylinders_of(std::span<const double> x, std::span<const double> y,
                                const SpaceTimeTable& table, const SpaceTimeOptions& options);

}  // namespace maillage::engine
