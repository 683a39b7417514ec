#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/scan/zones.hpp"

namespace maillage::engine {

// One reported cluster: a zone, and the time steps [from_step, to_step] where the scan has time.
struct ScanCluster {
    std::uint32_t centre = 0;
    std::vector<std::uint32_t> units;  // by distance from the centre
    double radius = 0;                 // distance of the last unit, metres (or the plane's unit)
    std::uint32_t from_step = 0, to_step = 0;
    double cases = 0, expected = 0;
    double relative_risk = 0;  // (c/μ)/((C − c)/(C − μ)); 0 when all cases are inside
    double llr = 0;
    double p = 1;                    // of the replicates' maxima; 1 without replicates
    std::optional<double> gumbel_p;  // of the Gumbel law of the maxima, where asked for
    // Other zones or periods, best of their own centres, with the same LLR and a unit in common: which of
    // them is reported is a convention (`better`).
    std::uint32_t ties = 0;
};

// The best zone found around one centre; `size` = number of units.
struct Candidate {
    std::uint32_t centre = 0, size = 0, from_step = 0, to_step = 0;
    double cases = 0, expected = 0, llr = 0;
};

// Order of report: higher LLR first; equal ones (to 1e-9): fewer units, then shorter, then the lower centre.
bool better(const Candidate& a, const Candidate& b);

// The best zone around a centre that has at most so many units; size 0 when none has a positive LLR.
using BestOfCentre = std::function<Candidate(std::uint32_t centre, std::uint32_t most_units)>;

// The clusters, best first, none sharing a unit with one before it; at most `most`. Each centre offers its
// best zone; when that zone meets a cluster already reported, the centre offers instead its best zone among
// those that stop short of the first unit taken (a zone is a prefix of the centre's list, so these are all
// the zones left to it). Two disjoint zones with the same LLR are both kept. To skip such a centre for good
// would lose clusters: of New York's thefts (the reference data) the tenth, 13.726541, lies around a centre
// whose best zone, 14.468578, meets the fifth.
std::vector<ScanCluster> report(const Zones& zones, const BestOfCentre& best, double total, std::size_t most);

// Days between two false alarms as strong, if the analysis is repeated every `days` days.
constexpr double recurrence_interval_days(double p, double days) { return days / p; }

}  // namespace maillage::engine
