#pragma once

#include <span>

#include "engine/scan/spatial_scan.hpp"

namespace maillage::engine {

enum class ScanTime : std::uint8_t { retrospective, prospective };

struct SpaceTimeOptions {
    ScanOptions scan;
    double largest_time_share = 0.5;  // of the period, whole steps, rounded down, at least 1
    ScanTime time = ScanTime::retrospective;
};

// A column a step: cases[unit × steps + step], expected likewise.
struct SpaceTimeTable {
    std::size_t units = 0, steps = 0;
    std::span<const double> cases, expected;
};

// Cylinders: a zone during some steps, above what is expected there and then (Kulldorff 1997; Kulldorff et
// al. 1998, Am. J. Public Health 88:1377). `expected` is rescaled to the number of cases. A zone's share is
// measured on its expected count over the whole period. Prospective: only cylinders that last until the end.
Outcome<ScanResult> space_time_scan(std::span<const double> x, std::span<const double> y,
                                    const SpaceTimeTable& table, const SpaceTimeOptions& options,
                                    const foundation::Executor& run = foundation::run_inline);

// The same when each of the people of a unit in a step is a case or not: `expected` holds the people, each
// counted in the step where it was seen. Replicates choose the cases among all the people of all steps
// (Kulldorff 1997, § 3). Refuses more cases than people (`negative`, found = the cell) and more than 4·10⁹
// people.
Outcome<ScanResult> space_time_bernoulli_scan(std::span<const double> x, std::span<const double> y,
                                              const SpaceTimeTable& table, const SpaceTimeOptions& options,
                                              const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
